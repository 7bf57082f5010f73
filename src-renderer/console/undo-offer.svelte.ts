// SPDX-License-Identifier: EUPL-1.2
/** The step that can still be taken back, and for how long. */

/** How long the office takes a step back, in seconds. */
const UNDO_SECONDS = 10;

export class UndoOffer {
  #ticket = $state.raw<string>();
  #secondsLeft = $state(0);
  #counting: ReturnType<typeof setInterval> | undefined;

  /** The ticket whose last step it is; undefined when nothing can be taken back. */
  get ticket(): string | undefined {
    return this.#ticket;
  }

  get secondsLeft(): number {
    return this.#secondsLeft;
  }

  make(ticket: string | undefined): void {
    this.withdraw();
    if (ticket === undefined) return;
    this.#ticket = ticket;
    this.#secondsLeft = UNDO_SECONDS;
    this.#counting = setInterval(() => {
      this.#secondsLeft -= 1;
      if (this.#secondsLeft === 0) this.withdraw();
    }, 1000);
  }

  withdraw(): void {
    clearInterval(this.#counting);
    this.#ticket = undefined;
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** The slips that the virtual printer has cut off, asked for once a second. */

export interface PrintedSlip {
  id: number;
  /** When it was cut off, ISO 8601 with offset. */
  at: string;
  picture: string;
}

const EVERY_MS = 1000;

export class Roll {
  #slips = $state.raw<PrintedSlip[]>();
  #lost = $state(false);
  #left = false;

  /** Newest first; undefined until the office has answered. */
  get slips(): PrintedSlip[] | undefined {
    return this.#slips;
  }

  /** True while the office does not answer. */
  get lost(): boolean {
    return this.#lost;
  }

  async follow(): Promise<void> {
    while (!this.#left) {
      try {
        const slips = await printedSlips();
        const newest = this.#slips?.[0]?.id ?? 0;
        // the office was started again: its pictures have the names of others that the browser still holds
        if ((slips[0]?.id ?? 0) < newest) return location.reload();
        // a slip is shown when its picture is there, so that it can come out of the slot at its full length
        if (this.#slips) await Promise.all(slips.filter(({ id }) => id > newest).map(loaded));
        this.#slips = slips;
        this.#lost = false;
      } catch {
        this.#lost = true;
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  leave(): void {
    this.#left = true;
  }
}

async function printedSlips(): Promise<PrintedSlip[]> {
  const answer = await fetch('/paper/slips', { signal: AbortSignal.timeout(2 * EVERY_MS) });
  if (!answer.ok) throw new Error(`The office answered ${answer.status}`);
  const slips = (await answer.json()) as { id: number; at: string }[];
  return slips.map(({ id, at }) => ({ id, at, picture: `/paper/slips/${id}.png` }));
}

async function loaded({ picture }: PrintedSlip): Promise<void> {
  const image = new Image();
  image.src = picture;
  await image.decode().catch(() => {});
}

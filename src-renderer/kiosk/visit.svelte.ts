// SPDX-License-Identifier: EUPL-1.2
/** One citizen at the kiosk: the language chosen, the number asked for, and what came of it. */
import type { IssuedTicket, Refusal } from '#contract';
import { home, type Offered } from '../lib/language.ts';
import type { Office } from '../lib/office.svelte.ts';

export class Visit {
  #language = $state.raw(home);
  #guided = $state(false);
  #asking = $state<string>();
  #ticket = $state.raw<IssuedTicket>();
  #refusal = $state<Refusal>();
  readonly #office: Office<'kiosk'>;

  constructor(office: Office<'kiosk'>) {
    this.#office = office;
  }

  get language(): Offered {
    return this.#language;
  }

  /** Whether the pages are read aloud. */
  get guided(): boolean {
    return this.#guided;
  }

  /** The service whose number was asked for and is not here yet. */
  get asking(): string | undefined {
    return this.#asking;
  }

  get ticket(): IssuedTicket | undefined {
    return this.#ticket;
  }

  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  speak(language: Offered): void {
    this.#language = language;
  }

  listen(guided: boolean): void {
    this.#guided = guided;
  }

  /** Asks for a number; touching again while it comes asks for nothing more. */
  async take(service: string): Promise<void> {
    if (this.#asking) return;
    this.#asking = service;
    const reply = await this.#office.send({ type: 'IssueTicket', service, language: this.#language.id });
    this.#asking = undefined;
    if (!reply.ok) this.#refusal = reply.refusal;
    else if (reply.ticket && 'ahead' in reply.ticket) this.#ticket = reply.ticket;
  }

  /** Goes on from a refusal, in the language that was chosen. */
  goOn(): void {
    this.#refusal = undefined;
  }

  /** Makes the kiosk ready for the next citizen. */
  end(): void {
    this.#ticket = undefined;
    this.#language = home;
    this.#guided = false;
  }
}

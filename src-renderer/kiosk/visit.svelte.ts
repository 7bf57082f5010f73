// SPDX-License-Identifier: EUPL-1.2
/** One citizen at the kiosk: the language and the sight of the page chosen, the number asked for, what came of it. */
import type { IssuedTicket, Refusal } from '#contract';
import { home, type Offered } from '../lib/language.ts';
import type { Office } from '../lib/office.svelte.ts';
import { Countdown } from './countdown.svelte.ts';

/** How a citizen may change the page to see and reach it better. */
export type Sight = 'contrast' | 'larger' | 'low';

const SECONDS_LEFT = 30;
const asFound: Readonly<Record<Sight, boolean>> = { contrast: false, larger: false, low: false };

export class Visit {
  #language = $state.raw(home);
  #sight = $state.raw(asFound);
  #guided = $state(false);
  #goingFirst = $state(false);
  #leaving = $state.raw<Countdown>();
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

  get sight(): Readonly<Record<Sight, boolean>> {
    return this.#sight;
  }

  /** Whether the pages are read aloud. */
  get guided(): boolean {
    return this.#guided;
  }

  /** Whether the page is shown that lets somebody go first. */
  get goingFirst(): boolean {
    return this.#goingFirst;
  }

  /** The time that is left where nobody seems to be. */
  get leaving(): Countdown | undefined {
    return this.#leaving;
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

  /** Whether the kiosk is still as the next citizen should find it. */
  get untouched(): boolean {
    return this.#language === home && this.#sight === asFound && !this.#guided && !this.#goingFirst;
  }

  speak(language: Offered): void {
    this.#language = language;
  }

  change(sight: Sight): void {
    this.#sight = { ...this.#sight, [sight]: !this.#sight[sight] };
  }

  listen(guided: boolean): void {
    this.#guided = guided;
  }

  goFirst(): void {
    this.#goingFirst = true;
  }

  goBack(): void {
    this.#goingFirst = false;
  }

  seemsLeft(): void {
    this.#leaving = new Countdown(() => this.end());
    this.#leaving.restart(SECONDS_LEFT);
  }

  isThere(): void {
    this.#leaving = undefined;
  }

  /** Asks for a number; touching again while it comes asks for nothing more. */
  async take(service: string, priority = false): Promise<void> {
    if (this.#asking) return;
    this.#asking = service;
    const reply = await this.#office.send({
      ...{ type: 'IssueTicket', service, language: this.#language.id },
      ...(priority && { priority }),
    });
    this.#asking = undefined;
    this.#goingFirst = false;
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
    this.#refusal = undefined;
    this.#goingFirst = false;
    this.#leaving = undefined;
    this.#language = home;
    this.#sight = asFound;
    this.#guided = false;
  }
}

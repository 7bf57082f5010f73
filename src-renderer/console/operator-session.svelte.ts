// SPDX-License-Identifier: EUPL-1.2
/** Who is signed in at this console, and the desk that comes with it. */
import type { Session } from '#contract';
import { Desk } from './desk.svelte.ts';
import { toCounter } from './words.ts';

const ASK_AGAIN_MS = 1000;
const UNREACHABLE = 'L’ufficio non risponde: riprovi tra un momento.';

export class OperatorSession {
  #asking = $state(true);
  #unreachable = $state(false);
  #desk = $state.raw<Desk>();
  #sentence = $state('');
  #first = $state(false);

  constructor() {
    void this.#resume();
  }

  /** True until it is known whether somebody is signed in. */
  get asking(): boolean {
    return this.#asking;
  }

  get unreachable(): boolean {
    return this.#unreachable;
  }

  /** The desk of whoever is signed in. */
  get desk(): Desk | undefined {
    return this.#desk;
  }

  /** What whoever signs in should know: why it did not work, or why it is asked again. */
  get sentence(): string {
    return this.#sentence;
  }

  /** True while nobody could sign in: whoever has the code that the kiosk shows is the first. */
  get first(): boolean {
    return this.#first;
  }

  /** @param code the one that the kiosk shows, from whoever is the first */
  async signIn(operator: string, secret: string, code: string): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(this.#first ? { operator, secret, code } : { operator, secret });
    const path = this.#first ? '/api/first-coordinator' : '/api/session';
    this.#sentence = '';
    try {
      const answer = await fetch(path, { method: 'POST', headers, body });
      if (answer.ok || answer.status === 409) this.#first = false;
      const told = (await answer.json()) as Session & { message?: string };
      if (answer.ok) this.#begin(told);
      else this.#sentence = told.message ?? UNREACHABLE;
    } catch {
      this.#sentence = UNREACHABLE;
    }
  }

  /** Signs out; a counter with nobody at it is closed first, one with somebody stays this operator's. */
  async signOut(): Promise<void> {
    const desk = this.#desk;
    if (!desk || desk.lost) return;
    const { counter, ticket } = desk;
    if (counter && !ticket) await desk.act({ type: 'CloseCounter', counter: counter.id });
    await fetch('/api/session', { method: 'DELETE' }).catch(() => undefined);
    this.#end(
      ticket ? `Il numero ${ticket.number} resta ${toCounter(counter?.label ?? '')}: lo ritrova quando rientra.` : '',
    );
  }

  async #resume(): Promise<void> {
    const answer = await fetch('/api/session').catch(() => undefined);
    this.#unreachable = !answer || answer.status >= 500;
    if (this.#unreachable) return void setTimeout(() => void this.#resume(), ASK_AGAIN_MS);
    if (answer?.ok) this.#begin((await answer.json()) as Session);
    else if (answer) this.#first = ((await answer.json()) as { first?: boolean }).first ?? false;
    this.#asking = false;
  }

  #begin(session: Session): void {
    this.#desk = new Desk(session, () =>
      this.#end('L’accesso è scaduto: entri di nuovo. Il suo sportello la aspetta.'),
    );
  }

  #end(sentence: string): void {
    this.#desk?.leave();
    this.#desk = undefined;
    this.#sentence = sentence;
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** One operator's desk: what is at the counter, what may be done, and what was done last. */
import { tick } from 'svelte';
import type { ConsoleView, QueuedTicket } from '#contract';
import { Office } from '../lib/office.svelte.ts';
import { officeTime } from './elapsed.ts';
import type { Meaning, Step } from './keys.ts';
import { sentenceOf, type Act } from './said.ts';

/** What lies over the desk and is dealt with first. */
export type Sheet =
  | { kind: 'more' | 'keys' | 'transfer' | 'new-ticket' | 'notice' | 'close-day' }
  | { kind: 'referral'; category: string }
  | { kind: 'ticket' | 'cancel'; ticket: string };

/** How long a sentence stays. */
const TOLD_MS = 10_000;
/** How long the office takes a step back. */
const UNDO_MS = 10_000;
/** The category whose visit goes on elsewhere. */
const REFERRAL = 'referral';

const UNDOABLE: readonly Act['type'][] = [
  'CallNext',
  'CallTicket',
  'StartServing',
  'FinishServing',
  'MarkNoShow',
  'Park',
  'Requeue',
  'Transfer',
  'CancelTicket',
];

export class Desk {
  readonly operator: string;
  readonly #office: Office<'console'>;
  readonly #ticking: ReturnType<typeof setInterval>;
  #ticks = $state(0);
  #sheet = $state.raw<Sheet>();
  #told = $state.raw<{ sentence: string; refused: boolean }>();
  #undoable = $state.raw<string>();
  #marked = $state.raw<{ ticket: string; categories: readonly string[] }>();
  #sending = false;
  /** The view on which the last reply came, and the revision that it promised. */
  #answered: { on: ConsoleView; revision: number } | undefined;
  #forget: { told?: ReturnType<typeof setTimeout>; undoable?: ReturnType<typeof setTimeout> } = {};

  readonly #arrived = $derived.by(() => ({ view: this.#office.view, at: performance.now() }));
  /** The counter at which this operator receives. */
  readonly counter = $derived.by(() => this.#office.view?.counters.find((c) => c.operator === this.operator));
  /** The ticket at this counter. */
  readonly ticket = $derived(this.find(this.counter?.ticket));
  /** The ticket that would be called. */
  readonly next = $derived(this.find(this.counter?.next));
  /** The further categories of this visit, by id. */
  readonly also = $derived(this.#marked && this.#marked.ticket === this.ticket?.id ? this.#marked.categories : []);

  /** @param onRefused called when the office does not let this operator in any longer */
  constructor(operator: string, onRefused: () => void) {
    this.operator = operator;
    this.#office = new Office('console', onRefused);
    this.#ticking = setInterval(() => (this.#ticks += 1), 500);
  }

  /** False until the office has spoken for the first time; only then is there a view. */
  get ready(): boolean {
    return this.#office.view !== undefined;
  }

  get view(): ConsoleView {
    return this.#office.view!;
  }

  get lost(): boolean {
    return this.#office.lost;
  }

  /** The office's time, ms since 1970; moves on by itself. */
  get now(): number {
    void this.#ticks;
    return officeTime(this.view.now, this.view.clock, performance.now() - this.#arrived.at);
  }

  get sheet(): Sheet | undefined {
    return this.#sheet;
  }

  get told(): { sentence: string; refused: boolean } | undefined {
    return this.#told;
  }

  /** Whether the last step can still be taken back. */
  get canUndo(): boolean {
    return this.#undoable !== undefined;
  }

  open(sheet: Sheet): void {
    this.#told = undefined;
    this.#sheet = sheet;
  }

  closeSheet(): void {
    this.#sheet = undefined;
  }

  /** Sends an act, tells how it went and, if it was done, closes the sheet. Does nothing while another is under way. */
  async act(act: Act): Promise<void> {
    if (this.#sending || this.#isBehind || this.lost) return;
    this.#sending = true;
    const reply = await this.#office.send(act);
    this.#sending = false;
    if (!reply.ok) return this.#tell(reply.message, true);
    this.#answered = { on: this.view, revision: reply.revision };
    this.#sheet = undefined;
    this.#tell(sentenceOf(act, reply, this.view), false);
    if (act.type === 'Undo' || act.type === 'CloseDay') this.#offerUndo(undefined);
    else if (UNDOABLE.includes(act.type)) this.#offerUndo(reply.ticket?.id);
  }

  /** Finishes the visit; asks first where to, when the citizen is accompanied elsewhere. */
  finish(category: string): Promise<void> | void {
    const isReferral = category === REFERRAL || this.also.includes(REFERRAL);
    if (isReferral && this.view.referrals.length > 0) return this.open({ kind: 'referral', category });
    return this.finishWith(category);
  }

  finishWith(category: string, referredTo?: string): Promise<void> | void {
    if (!this.ticket) return;
    const also = this.also.filter((id) => id !== category);
    return this.act({
      type: 'FinishServing',
      ticket: this.ticket.id,
      category,
      ...(also.length > 0 && { also }),
      ...(referredTo !== undefined && { referredTo }),
    });
  }

  /** Marks a further category of this visit, or takes the mark away. */
  mark(category: string): void {
    if (!this.ticket) return;
    const others = this.also.filter((id) => id !== category);
    const categories = others.length < this.also.length ? others : [...others, category];
    this.#marked = { ticket: this.ticket.id, categories };
  }

  /** Does what a key means; nothing when it has no sense now. */
  press(meaning: Meaning): Promise<void> | void {
    if ('step' in meaning) return this.do(meaning.step);
    const category = this.view.categories['finish' in meaning ? meaning.finish : meaning.mark];
    if (!category || !this.ticket) return;
    if ('finish' in meaning) return this.finish(category.id);
    this.mark(category.id);
  }

  do(step: Step): Promise<void> | void {
    const called = this.ticket?.state === 'called' ? this.ticket.id : undefined;
    switch (step) {
      case 'call-next':
        return this.counter && this.act({ type: 'CallNext', counter: this.counter.id });
      case 'start-serving':
        return called === undefined ? undefined : this.act({ type: 'StartServing', ticket: called });
      case 'recall':
        return called === undefined ? undefined : this.act({ type: 'Recall', ticket: called });
      case 'no-show':
        return called === undefined ? undefined : this.act({ type: 'MarkNoShow', ticket: called });
      case 'park':
        return this.ticket && this.act({ type: 'Park', ticket: this.ticket.id });
      case 'transfer':
        return this.ticket && this.open({ kind: 'transfer' });
      case 'undo':
        return this.#undoable === undefined ? undefined : this.act({ type: 'Undo', ticket: this.#undoable });
      case 'queue':
        return document.querySelector<HTMLElement>('[data-testid="queue"] button')?.focus();
      case 'more':
        return this.open({ kind: 'more' });
      case 'help':
        return this.open({ kind: 'keys' });
    }
  }

  /** The ticket of this id, wherever it waits, stands aside or is received. */
  find(id: string | undefined): QueuedTicket | undefined {
    return id === undefined ? undefined : this.#office.view?.queue.find((ticket) => ticket.id === id);
  }

  leave(): void {
    clearInterval(this.#ticking);
    this.#office.leave();
  }

  /** A reply comes before the view that shows it: until then the desk still shows what was. */
  get #isBehind(): boolean {
    return this.#answered?.on === this.view && this.view.revision < this.#answered.revision;
  }

  #tell(sentence: string, refused: boolean): void {
    clearTimeout(this.#forget.told);
    this.#told = undefined;
    // Gone for a moment, so that the same sentence said twice is heard twice.
    void tick().then(() => (this.#told = { sentence, refused }));
    this.#forget.told = setTimeout(() => (this.#told = undefined), TOLD_MS);
  }

  #offerUndo(ticket: string | undefined): void {
    clearTimeout(this.#forget.undoable);
    this.#undoable = ticket;
    this.#forget.undoable = setTimeout(() => (this.#undoable = undefined), UNDO_MS);
  }
}

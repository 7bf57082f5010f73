// SPDX-License-Identifier: EUPL-1.2
/** One operator's desk: what is at the counter, what may be done, and what was done last. */
import { untrack } from 'svelte';
import type { ConsoleView, IssuedTicket, QueuedTicket, Session } from '#contract';
import { Office } from '../lib/office.svelte.ts';
import { officeTime } from './elapsed.ts';
import type { Meaning, Step } from './keys.ts';
import { warningsOf, type Warning } from './alerts.ts';
import { newsOf, openingNews, takenSentence } from './news.ts';
import { sentenceOf, type Act } from './said.ts';
import { Sayings } from './sayings.svelte.ts';
import { UndoOffer } from './undo-offer.svelte.ts';
import { labelOf } from './words.ts';

/** What lies over the desk and is dealt with first. */
export type Sheet =
  | { kind: 'more' | 'keys' | 'transfer' | 'new-ticket' | 'notice' | 'close-day' | 'devices' }
  | { kind: 'referral'; category: string }
  | { kind: 'ticket' | 'cancel'; ticket: string }
  | { kind: 'issued'; ticket: IssuedTicket };

/** A call and so many recalls, and whoever is called is probably not there. */
const RECALLS_BEFORE_NO_SHOW = 3;
/** A display that starts again is back within this time. */
const DISPLAY_BACK_MS = 5000;
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
  readonly coordinates: boolean;
  readonly #office: Office<'console'>;
  readonly #ticking: ReturnType<typeof setInterval>;
  readonly #stopListening: () => void;
  readonly sayings = new Sayings();
  readonly undo = new UndoOffer();
  #ticks = $state(0);
  #sheet = $state.raw<Sheet>();
  #marked = $state.raw<{ ticket: string; categories: readonly string[] }>();
  #sending = false;
  /** The view on which the last reply came, and the revision that it promised. */
  #answered: { on: ConsoleView; revision: number } | undefined;
  #issuedHere = 0;
  #noDisplaySince = $state<number>();

  readonly #arrived = $derived.by(() => ({ view: this.#office.view, at: performance.now() }));
  /** The counter at which this operator receives. */
  readonly counter = $derived.by(() => this.#office.view?.counters.find((c) => c.operator === this.operator));
  /** The ticket at this counter. */
  readonly ticket = $derived(this.find(this.counter?.ticket));
  /** The ticket that would be called. */
  readonly next = $derived(this.find(this.counter?.next));
  /** Whether somebody was called so often that they are probably not there. */
  readonly proposesNoShow = $derived(this.ticket?.state === 'called' && this.ticket.calls > RECALLS_BEFORE_NO_SHOW);
  /** What somebody should see to. */
  readonly warnings: readonly Warning[] = $derived.by(() => {
    void this.#ticks;
    const since = this.#noDisplaySince;
    return warningsOf(this.view, since !== undefined && performance.now() - since > DISPLAY_BACK_MS);
  });
  /** The further categories of this visit, by id. */
  readonly also = $derived(this.#marked && this.#marked.ticket === this.ticket?.id ? this.#marked.categories : []);

  /** @param onRefused called when the office does not let this operator in any longer */
  constructor({ operator, coordinator }: Session, onRefused: () => void) {
    this.operator = operator;
    this.coordinates = coordinator;
    this.#office = new Office('console', onRefused);
    this.#ticking = setInterval(() => (this.#ticks += 1), 500);
    this.#stopListening = this.#listen();
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

  open(sheet: Sheet): void {
    this.sayings.hush();
    this.#sheet = sheet;
  }

  closeSheet(): void {
    this.#sheet = undefined;
  }

  /** Sends an act, tells how it went and, if it was done, closes the sheet. Does nothing while another is under way. */
  async act(act: Act): Promise<void> {
    if (this.#sending || this.#isBehind || this.lost) return;
    this.#sending = true;
    const expected = this.next?.id;
    const recalls = this.ticket?.calls;
    const reply = await this.#office.send(act);
    this.#sending = false;
    if (!reply.ok) {
      const taken = act.type === 'CallTicket' && takenSentence(act.ticket, this.counter?.id, this.view);
      if (!taken) return this.sayings.tell(reply.message, true);
      this.#sheet = undefined;
      return this.sayings.tell(taken);
    }
    this.#answered = { on: this.view, revision: reply.revision };
    this.#sheet = undefined;
    const isAnother = act.type === 'CallNext' && expected !== undefined && reply.ticket?.id !== expected;
    const taken = isAnother ? takenSentence(expected, this.counter?.id, this.view) : undefined;
    const done = sentenceOf(act, reply, this.view, recalls);
    this.sayings.tell(taken ? `${taken} ${done}` : done);
    if (UNDOABLE.includes(act.type)) this.undo.make(reply.ticket?.id);
    else if (act.type === 'Undo' || act.type === 'Recall' || act.type === 'CloseDay') this.undo.withdraw();
    if (act.type === 'IssueTicket' && reply.ticket && 'ahead' in reply.ticket) {
      this.#issuedHere += 1;
      this.#sheet = { kind: 'issued', ticket: reply.ticket };
    }
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
    const label = labelOf(this.view.categories, category);
    const isMarked = categories.includes(category);
    this.sayings.tell(
      isMarked ? `Segnata anche: ${label}. Ora la categoria principale.` : `Non più segnata: ${label}.`,
    );
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
        return this.undo.ticket === undefined ? undefined : this.act({ type: 'Undo', ticket: this.undo.ticket });
      case 'queue':
        return document.querySelector<HTMLElement>('[aria-label="Coda"] li button')?.focus();
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
    this.#stopListening();
    this.sayings.leave();
    this.undo.withdraw();
    this.#office.leave();
  }

  /** A reply comes before the view that shows it: until then the desk still shows what was. */
  get #isBehind(): boolean {
    return this.#answered?.on === this.view && this.view.revision < this.#answered.revision;
  }

  /** Hears every view, and that the office is in reach again. */
  #listen(): () => void {
    let before: ConsoleView | undefined;
    let wasLost = false;
    return $effect.root(() => {
      $effect(() => {
        const { view, lost } = this.#office;
        if (!view) return;
        untrack(() => {
          if (before && before !== view) this.#hear(before, view);
          if (wasLost && !lost) this.sayings.tell('Di nuovo in collegamento: tutto è aggiornato.');
          if (view.displays.connected > 0) this.#noDisplaySince = undefined;
          else this.#noDisplaySince ??= performance.now();
        });
        before = view;
        wasLost = lost;
      });
    });
  }

  #hear(before: ConsoleView, now: ConsoleView): void {
    const isOurs = this.#answered?.revision === now.revision;
    const news = newsOf(before, now, this.operator) ?? (isOurs ? undefined : openingNews(before, now));
    if (news) this.sayings.tell(news);
    const newcomers = now.today.issued - before.today.issued - this.#issuedHere;
    this.#issuedHere = Math.max(0, -newcomers);
    if (newcomers > 0) this.sayings.tellOfArrivals(newcomers, () => this.view.today.waiting);
  }
}

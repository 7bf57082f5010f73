// SPDX-License-Identifier: EUPL-1.2
/** The shell around the law: decide, make durable, evolve; then answer, publish and print. */
import { randomUUID } from 'node:crypto';
import { hoursAt, type Hours, type OpeningHours } from './core/opening-hours.ts';
import type { Command } from './core/command.ts';
import type { Event } from './core/event.ts';
import type { Law } from './core/law.ts';
import { decide, evolve } from './core/queue.ts';
import { refusalSentence, ticketOf } from './core/refusal.ts';
import { emptyQueue, type Queue } from './core/state.ts';
import type { Paper, Ticket } from './core/ticket.ts';
import {
  consoleView,
  displayView,
  kioskView,
  type Displays,
  type Faces,
  type Labels,
  type Office as Place,
  type Printer,
} from './core/views.ts';
import type { CalledTicket, IssuedTicket, Reply, Views } from './contract.ts';

/** Days are `2026-11-23`. `append` is durable when it resolves, and rejects if the day has another revision. */
export interface Journal {
  read(day: string): Promise<Event[]>;
  append(day: string, expectedRevision: number, events: readonly Event[]): Promise<void>;
  days(): Promise<string[]>;
  remove(day: string): Promise<void>;
}

/** `now` is ISO 8601 to the millisecond, with the office's own offset: its first ten characters are the day. */
export interface Clock {
  kind: 'real' | 'simulated';
  now(): string;
}

/**
 * Prints behind the office's back; `report` resolves once what it was told is durable, and is called again until it is.
 * A slip that is not `wanted` any more is not printed.
 */
export interface SlipPrinter {
  print(ticket: Ticket, report: (paper: Paper) => Promise<void>, wanted: () => boolean): void;
  status(): Printer;
}

export interface Actor {
  name: string;
  coordinator?: boolean;
}

export interface OfficeParts {
  journal: Journal;
  clock: Clock;
  printer: SlipPrinter;
  law: Law;
  hours: OpeningHours;
  place: Place;
  labels: Labels;
  faces: Faces;
  /** Told of every ticket once it is issued, after everybody else. */
  onIssued?: ((ticket: Ticket) => void) | undefined;
  /** Told of every failure that a technician should know of. */
  onFailure: (error: unknown) => void;
}

export interface Office {
  /** Never rejects: whatever goes wrong is a refusal. */
  handle(command: Command, actor: Actor): Promise<Reply>;
  view<P extends keyof Views>(page: P): Views[P];
  /** Publishes again: a minute has passed, the day has changed, or the printer has. */
  refresh(): void;
  /** Tells the consoles, if it is new, which screens hang on the wall. */
  seeDisplays(displays: Displays): void;
  onPublish(listener: () => void): void;
  readonly day: string;
  readonly revision: number;
  /** False from a write that failed until one that succeeds. */
  readonly healthy: boolean;
  /** Resolves when every command that waits is answered. */
  settled(): Promise<void>;
}

const QUIET_REPLIES_KEPT = 1000;

interface Waiting {
  command: Command;
  actor: Actor;
  answer: (reply: Reply) => void;
}

/** Reads today from the journal and sees to the slips that were under way when the office stopped. */
export async function openOffice(parts: OfficeParts): Promise<Office> {
  const { journal, clock, printer, law, labels, onIssued, onFailure } = parts;
  const listeners: (() => void)[] = [];
  let waiting: Waiting[] = [];
  let working: Promise<void> | undefined;
  let healthy = true;
  let displays: Displays = { connected: 0, mute: 0 };
  let hours: { from: string; answer: Hours } | undefined;
  let queue = emptyQueue('');
  /** The first reply to every page's command of the day, so that a command sent again changes nothing. */
  let replies = new Map<string, Reply>();
  /** The same for those that caused nothing, which the journal does not know: the last thousand. */
  const quietReplies = new Map<string, Reply>();

  function hoursNow(now: string): Hours {
    const known =
      hours && Date.parse(now) >= Date.parse(hours.from) && Date.parse(now) < Date.parse(hours.answer.until);
    if (!hours || !known) hours = { from: now, answer: hoursAt(parts.hours, now) };
    return hours.answer;
  }

  async function turnTo(day: string): Promise<void> {
    if (queue.day === day) return;
    const events = await journal.read(day);
    const restored = new Map<string, Reply>();
    let state = emptyQueue(day);
    for (const event of events) {
      state = evolve(state, event);
      if (event.type !== 'PaperRecorded') restored.set(event.command, accepted(state, event));
    }
    queue = state;
    replies = restored;
  }

  function handleAll(batch: readonly Waiting[], now: string) {
    let candidate = queue;
    const events: Event[] = [];
    const fresh = new Map<string, Reply>();
    const answers = batch.map(({ command, actor }): Reply => {
      const first = replies.get(command.id) ?? quietReplies.get(command.id) ?? fresh.get(command.id);
      if (first) return first;
      const circumstances = { now, by: actor.name, coordinator: actor.coordinator ?? false, hours: hoursNow(now), law };
      const decided = decide(candidate, command, circumstances);
      if (typeof decided !== 'string') {
        candidate = decided.reduce(evolve, candidate);
        events.push(...decided);
      }
      const reply =
        typeof decided === 'string' ? refused(decided, command, candidate) : accepted(candidate, decided.at(-1));
      // what the office itself records of paper is never sent again
      if (command.type !== 'RecordPaper') fresh.set(command.id, reply);
      return reply;
    });
    return { candidate, events, fresh, answers };
  }

  function refused(refusal: Extract<Reply, { ok: false }>['refusal'], command: Command, state: Queue): Reply {
    const about = ticketOf(command, state);
    const message = refusalSentence(refusal, command, state, labels);
    return { ok: false, refusal, message, ...(about && { ticket: calledTicket(about) }) };
  }

  async function work(): Promise<void> {
    do {
      const batch = waiting;
      waiting = [];
      const now = clock.now();
      try {
        await turnTo(now.slice(0, 10));
        const { candidate, events, fresh, answers } = handleAll(batch, now);
        if (events.length > 0) {
          await journal.append(queue.day, queue.revision, events);
          healthy = true;
        }
        queue = candidate;
        remember(fresh, events);
        batch.forEach(({ answer }, i) => answer(answers[i]!));
        publish();
        for (const event of events) {
          if (event.type === 'TicketIssued' || event.type === 'ReprintRequested') print(event.ticket);
          const ticket = event.type === 'TicketIssued' ? queue.tickets.get(event.ticket) : undefined;
          if (ticket) onIssued?.(ticket);
        }
      } catch (error) {
        healthy = false;
        onFailure(error);
        for (const { command, answer } of batch) answer(refused('storage-failed', command, queue));
      }
    } while (waiting.length > 0);
    working = undefined;
  }

  function remember(fresh: ReadonlyMap<string, Reply>, events: readonly Event[]): void {
    const caused = new Set(events.map((event) => event.command));
    for (const [id, reply] of fresh) (caused.has(id) ? replies : quietReplies).set(id, reply);
    for (const id of quietReplies.keys()) if (quietReplies.size > QUIET_REPLIES_KEPT) quietReplies.delete(id);
  }

  function start(): void {
    working ??= work();
  }

  function publish(): void {
    for (const listener of listeners) listener();
  }

  function print(id: string): void {
    const ticket = queue.tickets.get(id);
    const record = (paper: Paper) => recordPaper(id, paper);
    if (ticket) printer.print(ticket, record, () => isSlipWanted(queue.tickets.get(id)));
  }

  async function recordPaper(ticket: string, paper: Paper): Promise<void> {
    const reply = await handle({ id: randomUUID(), type: 'RecordPaper', ticket, paper }, { name: 'printer' });
    // of a ticket of another day nothing is recorded any more
    if (!reply.ok && reply.refusal !== 'not-found') throw new Error(reply.message);
  }

  function handle(command: Command, actor: Actor): Promise<Reply> {
    return new Promise((answer) => {
      waiting.push({ command, actor, answer });
      start();
    });
  }

  await turnTo(clock.now().slice(0, 10));
  const inOrder = queue.tickets.valueSeq().sortBy(({ order }) => order);
  for (const ticket of inOrder) {
    if (ticket.paper === 'printing') await recordPaper(ticket.id, 'unknown');
    if (ticket.paper === 'queued' || (ticket.paper === 'not-sent' && isSlipWanted(ticket))) print(ticket.id);
  }

  return {
    handle,
    view(page) {
      const now = clock.now();
      const around = {
        ...parts,
        office: parts.place,
        now,
        clock: clock.kind,
        hours: hoursNow(now),
        printer: printer.status(),
        displays,
      };
      const views = { kiosk: kioskView, display: displayView, console: consoleView };
      return views[page](queue, around) as Views[typeof page];
    },
    refresh: start,
    seeDisplays(seen) {
      const isNew = seen.connected !== displays.connected || seen.mute !== displays.mute;
      displays = seen;
      if (isNew) publish();
    },
    onPublish: (listener) => void listeners.push(listener),
    get day() {
      return queue.day;
    },
    get revision() {
      return queue.revision;
    },
    get healthy() {
      return healthy;
    },
    async settled() {
      while (working) await working;
    },
  };
}

/** A slip tells somebody who waits their number, or was asked for by an operator. */
function isSlipWanted(ticket: Ticket | undefined): boolean {
  return ticket !== undefined && (ticket.state === 'waiting' || ticket.reprint);
}

/** The reply to an accepted command, from the last event it caused. */
function accepted(state: Queue, event: Event | undefined): Reply {
  const ticket = event && ticketFrom(state, event);
  return { ok: true, revision: state.revision, ...(ticket && { ticket }) };
}

function ticketFrom(state: Queue, event: Event): IssuedTicket | CalledTicket | undefined {
  const ticket = 'ticket' in event ? state.tickets.get(event.ticket) : undefined;
  if (!ticket) return undefined;
  if (event.type !== 'TicketIssued') return calledTicket(ticket);
  const { id, number, service, language, issuedAt, ahead, waitMinutes } = ticket;
  return { id, number, service, language, issuedAt, ahead, ...(waitMinutes && { waitMinutes }) };
}

function calledTicket({ id, number, service, language, issuedAt, counter }: Ticket): CalledTicket {
  return { id, number, service, language, issuedAt, ...(counter && { counter }) };
}

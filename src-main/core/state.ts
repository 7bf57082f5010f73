// SPDX-License-Identifier: EUPL-1.2
/** The state of one day: who waits, who stands aside, who is at which counter, and what was called. */
import { Map } from 'immutable';
import type { Language, Ticket, TicketState } from './ticket.ts';

/** Milliseconds, oldest first, the last few of the day. */
export interface Pace {
  /** From the call until the counter was free again, absences included: they hold up the line too. */
  visits: readonly number[];
  /** From then until the next call, where somebody waited all the while. */
  gaps: readonly number[];
}

export interface Counter {
  operator?: string | undefined;
  ticket?: string | undefined;
  services?: readonly string[] | undefined;
  /** When the last visit ended, if it was free ever since. */
  freedAt?: string | undefined;
}

export interface Call {
  ticket: string;
  number: string;
  counter: string;
  calledAt: string;
  /** Counts every call and recall of the day, so that none is taken for another. */
  sequence: number;
  language: Language;
}

/** Tickets that wait or stand aside are listed by id, oldest first. */
export interface Queue {
  day: string;
  revision: number;
  tickets: Map<string, Ticket>;
  waiting: readonly string[];
  /** How many wait, by service. */
  waitingBy: Readonly<Record<string, number>>;
  aside: readonly string[];
  counters: Readonly<Record<string, Counter>>;
  lastNumber: Readonly<Record<string, number>>;
  /** The tickets issued last, newest first. */
  issuedLast: readonly string[];
  /** The last calls, newest first, each ticket once. */
  calls: readonly Call[];
  callCount: number;
  count: Readonly<Record<TicketState, number>>;
  issuing: 'on' | 'paused' | 'ended';
  notice: string;
  pace: Pace;
}

const LAST_KEPT = 12;

/** @param day the calendar day in the office's zone, `2026-11-23` */
export function emptyQueue(day: string): Queue {
  return {
    day,
    revision: 0,
    tickets: Map(),
    waiting: [],
    waitingBy: {},
    aside: [],
    counters: {},
    lastNumber: {},
    issuedLast: [],
    calls: [],
    callCount: 0,
    count: { waiting: 0, called: 0, serving: 0, served: 0, 'no-show': 0, parked: 0, cancelled: 0, unserved: 0 },
    issuing: 'on',
    notice: '',
    pace: { visits: [], gaps: [] },
  };
}

/** Those who wait and may be called at this counter, oldest first. */
export function waitingFor(queue: Queue, counter: string): Ticket[] {
  const services = queue.counters[counter]?.services;
  return queue.waiting
    .map((id) => queue.tickets.get(id)!)
    .filter((t) => (t.counter ? t.counter === counter : !services || services.includes(t.service)));
}

/** The counter at which this operator receives. */
export function counterOf(queue: Queue, operator: string): string | undefined {
  return Object.keys(queue.counters).find((id) => queue.counters[id]?.operator === operator);
}

/** Adds a ticket that was issued just now. */
export function add(queue: Queue, ticket: Ticket, series: string): Queue {
  const lastNumber = { ...queue.lastNumber, [series]: (queue.lastNumber[series] ?? 0) + 1 };
  const issuedLast = [ticket.id, ...queue.issuedLast].slice(0, LAST_KEPT);
  return put({ ...queue, lastNumber, issuedLast }, ticket);
}

/** Puts a ticket into its state, and so in or out of the line, aside or at its counter. */
export function put(queue: Queue, ticket: Ticket): Queue {
  const before = queue.tickets.get(ticket.id);
  const tickets = queue.tickets.set(ticket.id, ticket);
  if (before?.state === ticket.state && before.counter === ticket.counter) return { ...queue, tickets };

  const change = (ids: readonly string[], was: boolean, is: boolean) => {
    const without = was ? ids.toSpliced(ids.indexOf(ticket.id), 1) : ids;
    if (!is) return without;
    const older = without.findLastIndex((id) => tickets.get(id)!.order < ticket.order);
    return without.toSpliced(older + 1, 0, ticket.id);
  };
  const waits = (t?: Ticket) => t?.state === 'waiting';
  const isAside = (t?: Ticket) => t?.state === 'parked' || t?.state === 'no-show';
  const moved: Queue = {
    ...queue,
    tickets,
    waiting: change(queue.waiting, waits(before), waits(ticket)),
    waitingBy: countWaiting(countWaiting(queue.waitingBy, before, -1), ticket, 1),
    aside: change(queue.aside, isAside(before), isAside(ticket)),
    count: count(count(queue.count, before?.state, -1), ticket.state, 1),
  };
  const left = before?.counter;
  const freed =
    left && queue.counters[left]?.ticket === ticket.id ? setCounter(moved, left, { ticket: undefined }) : moved;
  const isThere = ticket.state === 'called' || ticket.state === 'serving';
  return isThere && ticket.counter ? setCounter(freed, ticket.counter, { ticket: ticket.id }) : freed;
}

function count(counts: Queue['count'], state: TicketState | undefined, by: number): Queue['count'] {
  return state ? { ...counts, [state]: counts[state] + by } : counts;
}

function countWaiting(counts: Queue['waitingBy'], ticket: Ticket | undefined, by: number): Queue['waitingBy'] {
  if (ticket?.state !== 'waiting') return counts;
  return { ...counts, [ticket.service]: (counts[ticket.service] ?? 0) + by };
}

export function setCounter(queue: Queue, id: string, changes: Counter): Queue {
  return { ...queue, counters: { ...queue.counters, [id]: { ...queue.counters[id], ...changes } } };
}

/** Adds a call, or a recall, to what the room has heard. */
export function announce(queue: Queue, ticket: Ticket, at: string): Queue {
  const sequence = queue.callCount + 1;
  const { id, number, language } = ticket;
  const call: Call = { ticket: id, number, counter: ticket.counter ?? '', calledAt: at, sequence, language };
  const calls = [call, ...queue.calls.filter((c) => c.ticket !== id)].slice(0, LAST_KEPT);
  return { ...queue, calls, callCount: sequence };
}

// SPDX-License-Identifier: EUPL-1.2
/** The queue once more, written plainly from the design's and the glossary's sentences, to check the real one by. */
import type { Event } from '../../src-main/core/event.ts';
import type { Law } from '../../src-main/core/law.ts';
import type { TicketState } from '../../src-main/core/ticket.ts';

interface Person {
  id: string;
  state: TicketState;
  service: string;
  appointment: boolean;
  priority: boolean;
  /** Where they are or were last; while they wait, the only counter that they wait for. */
  counter?: string | undefined;
  /** How many calls there had been when they came to wait. */
  since: number;
  before?: Person | undefined;
}

/** A call, and who stood in the line that this counter calls from, the oldest first. */
interface Call {
  called: string;
  line: string[];
}

export interface PlainQueue {
  /** In the order of issue. */
  people: Person[];
  calls: Call[];
  operators: Map<string, string>;
}

export const plainQueue = (): PlainQueue => ({ people: [], calls: [], operators: new Map() });

/** Everybody who waits and whom this counter may call, the oldest first. */
export function lineOf({ people }: PlainQueue, counter: string, law: Law): Person[] {
  const services = law.counters.find((c) => c.id === counter)?.services;
  return people.filter((p) => {
    if (p.state !== 'waiting') return false;
    if (p.counter !== undefined) return p.counter === counter;
    return services === undefined || services.includes(p.service);
  });
}

/**
 * "Appointments that are due, then priority tickets, then the oldest; but after two in a row that went ahead of an older
 * ticket, that older one is called (the two is a setting)."
 */
export function whoseTurn(queue: PlainQueue, counter: string, law: Law): string | undefined {
  const line = lineOf(queue, counter, law);
  const oldest = line[0];
  if (!oldest) return undefined;
  if (wentAheadInARow(queue, oldest) >= law.aheadInARow) return oldest.id;
  const appointment = line.find((p) => p.appointment);
  const priority = line.find((p) => p.priority);
  return (appointment ?? priority ?? oldest).id;
}

/** Back through the calls since they came to wait, until one that was the turn of the oldest of all. */
function wentAheadInARow({ calls }: PlainQueue, person: Person): number {
  let row = 0;
  for (const { called, line } of calls.slice(person.since).reverse()) {
    if (!line.includes(person.id) || called === person.id) continue;
    if (line[0] === called) break;
    if (line.indexOf(called) > line.indexOf(person.id)) row += 1;
  }
  return row;
}

/** Changes the plain queue as an event says. */
export function happens(queue: PlainQueue, event: Event, law: Law): void {
  const { people, calls, operators } = queue;
  switch (event.type) {
    case 'TicketIssued': {
      const { ticket: id, service, priority } = event;
      const appointment = law.services.find((s) => s.id === service)?.goesFirst ?? false;
      people.push({ id, state: 'waiting', service, appointment, priority, since: calls.length });
      return;
    }
    case 'CounterOpened':
      return void operators.set(event.counter, event.by);
    case 'CounterClosed':
      return void operators.delete(event.counter);
    case 'DayClosed':
      for (const p of people) {
        if (['waiting', 'called', 'serving', 'parked'].includes(p.state)) p.state = 'unserved';
      }
      return;
    default:
      if ('ticket' in event) step(queue, event, law);
  }
}

/** What happens to a person; what becomes of their slip and a recall change nothing here. */
function step(queue: PlainQueue, event: Extract<Event, { ticket: string }>, law: Law): void {
  const { people, calls } = queue;
  const person = people.find((p) => p.id === event.ticket)!;
  const becomes = (changes: Partial<Person>) => {
    const before = { ...person };
    Object.assign(person, changes, { before });
  };
  switch (event.type) {
    case 'TicketCalled': {
      const line = lineOf(queue, event.counter, law).map((p) => p.id);
      if (line.includes(person.id)) calls.push({ called: person.id, line });
      return becomes({ state: 'called', counter: event.counter });
    }
    case 'ServingStarted':
      return becomes({ state: 'serving' });
    case 'TicketServed':
      return becomes({ state: 'served' });
    case 'NoShowMarked':
      return becomes({ state: 'no-show' });
    case 'TicketParked':
      return becomes({ state: 'parked' });
    case 'TicketCancelled':
      return becomes({ state: 'cancelled' });
    case 'TicketRequeued':
      return becomes({ state: 'waiting', counter: undefined, since: calls.length });
    case 'TicketTransferred': {
      const { service, counter } = event;
      const appointment = law.services.find((s) => s.id === service)?.goesFirst ?? false;
      return becomes({ state: 'waiting', service, appointment, counter, since: calls.length });
    }
    case 'StepUndone':
      return void Object.assign(person, { counter: undefined }, person.before, { before: undefined });
    default:
  }
}

/** From which states each act may lead, as the glossary has them. */
export const mayFollow: Record<string, readonly TicketState[]> = {
  TicketCalled: ['waiting'],
  TicketRecalled: ['called'],
  ServingStarted: ['called'],
  TicketServed: ['called', 'serving'],
  NoShowMarked: ['called'],
  TicketParked: ['called', 'serving'],
  TicketTransferred: ['called', 'serving'],
  TicketRequeued: ['parked', 'no-show'],
  TicketCancelled: ['waiting', 'called', 'parked'],
};

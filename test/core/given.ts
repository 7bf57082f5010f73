// SPDX-License-Identifier: EUPL-1.2
/** Sentences about the law: given what happened, when somebody commands, then this happens or is refused. */
import { expect } from 'vitest';
import type { Hours } from '../../src-main/core/opening-hours.ts';
import type { Act } from '../../src-main/core/command.ts';
import type { Event, Fact } from '../../src-main/core/event.ts';
import type { Law } from '../../src-main/core/law.ts';
import { decide, evolve, type Circumstances, type Refusal } from '../../src-main/core/queue.ts';
import { emptyQueue, type Queue } from '../../src-main/core/state.ts';
import type { Ticket } from '../../src-main/core/ticket.ts';

export const DAY = '2026-11-23';

export const LAW: Law = {
  services: [
    { id: 'walk-in', series: '' },
    { id: 'appointment', series: 'P', goesFirst: true },
  ],
  counters: [{ id: '1' }, { id: '2' }, { id: '3', services: ['appointment'] }],
  categories: ['information', 'listening', 'needs-analysis', 'short-support', 'referral'],
  referrals: ['family-clinic', 'employment'],
  aheadInARow: 2,
  visitMinutes: 8,
};

export const OPEN: Hours = {
  state: 'open',
  issuesAt: '2026-11-30T08:45:00+01:00',
  opensAt: '2026-11-30T09:00:00+01:00',
  closesAt: `${DAY}T11:00:00+01:00`,
  until: `${DAY}T11:00:00+01:00`,
};
export const CLOSED: Hours = { state: 'closed', reason: 'hours', until: '2026-11-24T00:00:00+01:00' };
export const NOT_YET: Hours = { state: 'not-yet-open', reason: 'hours', until: `${DAY}T08:45:00+01:00` };

/** A moment of that Monday: `09:30` or `09:30:05`. */
export const at = (time: string) => `${DAY}T${time.length === 5 ? `${time}:00` : time}+01:00`;

/** The id of the ticket with this number. */
export const T = (number: number | string) => `${DAY}-${number}`;

/** Something that happened; by anna at 09:20 unless said otherwise. */
export type Past = Fact & { at?: string; by?: string };
type More = { at?: string; by?: string };

export const issued = (
  number: number | string,
  more: More & Partial<Extract<Fact, { type: 'TicketIssued' }>> = {},
): Past => {
  const series = String(number).replace(/\d/g, '');
  const service = LAW.services.find((s) => s.series === series)!;
  const rank = { first: service.goesFirst ?? false, priority: false };
  const fact = { number: String(number), service: service.id, series, language: 'it', ...rank, ahead: 0 } as const;
  return { type: 'TicketIssued', ticket: T(number), ...fact, ...more };
};
export const opened = (counter: string, by = 'anna', services?: string[]): Past => ({
  type: 'CounterOpened',
  counter,
  by,
  ...(services && { services }),
});
export const called = (number: number | string, counter = '1', more: More = {}): Past => ({
  type: 'TicketCalled',
  ticket: T(number),
  counter,
  ...more,
});
const about =
  <Type extends Fact['type']>(type: Type) =>
  (number: number | string, more: More = {}) =>
    ({ type, ticket: T(number), ...more }) as Past;
export const recalled = about('TicketRecalled');
export const started = about('ServingStarted');
export const absent = about('NoShowMarked');
export const parked = about('TicketParked');
export const requeued = about('TicketRequeued');
export const cancelled = about('TicketCancelled');
export const undone = about('StepUndone');
export const served = (
  number: number | string,
  more: More & Partial<Extract<Fact, { type: 'TicketServed' }>> = {},
): Past => ({
  type: 'TicketServed',
  ticket: T(number),
  category: 'information',
  also: [],
  ...more,
});
export const transferred = (
  number: number | string,
  to: { service?: string; counter?: string },
  more: More = {},
): Past => ({
  type: 'TicketTransferred',
  ticket: T(number),
  service: 'walk-in',
  first: to.service === 'appointment',
  ...to,
  ...more,
});
export const dayClosed: Past = { type: 'DayClosed' };
export const paused: Past = { type: 'IssuingPaused' };

export const queueAfter = (past: readonly Past[], from: Queue = emptyQueue(DAY)): Queue =>
  past.map((fact): Event => ({ at: at('09:20'), by: 'anna', command: 'earlier', ...fact })).reduce(evolve, from);

export const ticketIn = (queue: Queue, number: number | string): Ticket => queue.tickets.get(T(number))!;
export const numbers = (queue: Queue, ids: readonly string[]) => ids.map((id) => queue.tickets.get(id)!.number);

const NOW: Circumstances = { now: at('09:30'), by: 'anna', coordinator: false, hours: OPEN, law: LAW };

export const given = (past: readonly Past[]) => ({
  when(act: Act, circumstances: Partial<Circumstances> = {}) {
    const queue = queueAfter(past);
    const around = { ...NOW, ...circumstances };
    const decided = decide(queue, { id: 'this', ...act }, around);
    return {
      /** What it causes, and nothing else, or why it is refused; the answer is the queue after it. */
      then(expected: readonly Fact[] | Refusal): Queue {
        if (typeof decided === 'string' || typeof expected === 'string') {
          expect(decided).toEqual(expected);
          return queue;
        }
        expect(decided).toEqual(expected.map((f) => ({ ...f, at: around.now, by: around.by, command: 'this' })));
        return decided.reduce(evolve, queue);
      },
    };
  },
});

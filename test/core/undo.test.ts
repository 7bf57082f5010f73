// SPDX-License-Identifier: EUPL-1.2
/** Taking back the last step on a ticket: one's own, within ten seconds, and nothing that the room has heard. */
import { describe, expect, test } from 'vitest';
import type { Act } from '../../src-main/core/command.ts';
import type { Circumstances } from '../../src-main/core/queue.ts';
import {
  absent,
  at,
  called,
  cancelled,
  dayClosed,
  given,
  issued,
  numbers,
  opened,
  parked,
  queueAfter,
  recalled,
  requeued,
  served,
  started,
  T,
  ticketIn,
  transferred,
  undone,
  type Past,
} from './given.ts';

const undo: Act = { type: 'Undo', ticket: T(1) };
const now = { now: at('09:30:05') };
const justNow = { at: at('09:30:00') };
const there = [opened('1'), opened('2', 'bruno'), issued(1), called(1)];

const undoes = (past: Past[], circumstances: Partial<Circumstances> = now) =>
  given(past)
    .when(undo, circumstances)
    .then([undone(1)]);
const refuses = (
  past: Past[],
  refusal: 'wrong-state' | 'not-your-counter' | 'busy',
  circumstances: Partial<Circumstances> = now,
) => given(past).when(undo, circumstances).then(refusal);

describe('every step can be taken back, and all is as before', () => {
  const steps: [name: string, before: Past[], step: Past][] = [
    ['the call', there.slice(0, 3), called(1, '1', justNow)],
    ['the start of the visit', there, started(1, justNow)],
    ['the end of the visit', [...there, started(1)], served(1, justNow)],
    ['an end without a start', there, served(1, justNow)],
    ['an absence', there, absent(1, justNow)],
    ['a parking', there, parked(1, justNow)],
    ['a requeueing', [...there, parked(1)], requeued(1, justNow)],
    ['a transfer', [...there, started(1)], transferred(1, { counter: '2' }, justNow)],
    ['a transfer to another service', there, transferred(1, { service: 'appointment' }, justNow)],
    ['a withdrawal from the line', there.slice(0, 3), cancelled(1, justNow)],
    ['a withdrawal at the counter', there, cancelled(1, justNow)],
  ];
  test.each(steps)('%s', (_, before, step) => {
    const queue = undoes([...before, step]);
    const was = queueAfter(before);
    const heard = step.type === 'TicketCalled' ? { calls: 1, calledAt: at('09:30:00') } : {};
    expect(ticketIn(queue, 1)).toEqual({ ...ticketIn(was, 1), ...heard, lastStep: undefined });
    expect([queue.waiting, queue.aside, queue.counters, queue.count]).toEqual([
      was.waiting,
      was.aside,
      was.counters,
      was.count,
    ]);
  });

  test('a ticket that waited for one counter waits for it again', () => {
    const sent = [...there, transferred(1, { counter: '2' })];
    const queue = undoes([...sent, called(1, '2', { ...justNow, by: 'bruno' })], { ...now, by: 'bruno' });
    expect(ticketIn(queue, 1)).toMatchObject({ state: 'waiting', counter: '2' });
  });

  test('a ticket taken back into the line stands where it was', () => {
    const queue = undoes([opened('1'), issued(1), issued(2), issued(3), called(1, '1', justNow)]);
    expect(numbers(queue, queue.waiting)).toEqual(['1', '2', '3']);
  });
});

describe('a call that was heard', () => {
  test('stays heard: the wall keeps it, and its count goes on', () => {
    const queue = undoes([opened('1'), issued(1), called(1, '1', justNow)]);
    expect(queue.calls).toMatchObject([{ number: '1', counter: '1', sequence: 1 }]);
    expect(queue.callCount).toBe(1);
    expect(ticketIn(queue, 1).calls).toBe(1);
  });

  test('also when it was recalled since, which is no step', () => {
    const queue = undoes([opened('1'), issued(1), called(1, '1', justNow), recalled(1, { at: at('09:30:03') })]);
    expect(ticketIn(queue, 1)).toMatchObject({ state: 'waiting', calls: 2 });
    expect(queue.calls).toMatchObject([{ number: '1', sequence: 2 }]);
  });

  test('and what the printer did meanwhile is not taken back', () => {
    const printed: Past = { type: 'PaperRecorded', ticket: T(1), paper: 'printed' };
    const queue = undoes([opened('1'), issued(1), called(1, '1', justNow), printed]);
    expect(ticketIn(queue, 1)).toMatchObject({ state: 'waiting', paper: 'printed' });
  });
});

describe('is refused', () => {
  test('after ten seconds, not before', () => {
    const past = [...there, absent(1, { at: at('09:30:00') })];
    undoes(past, { now: at('09:30:10') });
    refuses(past, 'wrong-state', { now: '2026-11-23T09:30:10.001+01:00' });
    refuses(past, 'wrong-state', { now: at('09:31') });
  });

  test('also when the clock was set back by more than that', () => {
    const past = [...there, absent(1, { at: at('09:30:00') })];
    undoes(past, { now: at('09:29:55') });
    refuses(past, 'wrong-state', { now: at('08:30:05') });
  });

  test('counts seconds that pass, whatever the offset in which they are told', () => {
    const past = [...there, absent(1, { at: at('09:30:00') })];
    undoes(past, { now: '2026-11-23T08:30:05Z' });
  });

  test('to anybody else, the coordinator too', () => {
    const past = [...there, absent(1, justNow)];
    refuses(past, 'wrong-state', { ...now, by: 'bruno' });
    refuses(past, 'wrong-state', { ...now, by: 'clara', coordinator: true });
  });

  test('over another’s later step', () => {
    const sent = transferred(1, { counter: '2' }, justNow);
    const taken = called(1, '2', { at: at('09:30:02'), by: 'bruno' });
    refuses([...there, sent, taken], 'wrong-state');
    refuses([...there, absent(1, justNow), requeued(1, { at: at('09:30:02'), by: 'bruno' })], 'wrong-state');
  });

  test('a second time: one step only', () => {
    refuses([...there, started(1, justNow), undone(1, justNow)], 'wrong-state');
  });

  test('for a ticket on which there was no step', () => {
    refuses([issued(1, { by: 'anna', ...justNow })], 'wrong-state');
  });

  test('when the counter has somebody else by now', () => {
    refuses([...there, issued(2), served(1, justNow), called(2, '1', justNow)], 'busy');
  });

  test('when one receives there no more', () => {
    const left = [...there, absent(1, justNow), { type: 'CounterClosed', counter: '1' } as const];
    refuses(left, 'not-your-counter');
    refuses([...left, opened('1', 'clara')], 'not-your-counter');
  });

  test('but a step that did not need the counter can be taken back from anywhere', () => {
    const past = [...there, absent(1), requeued(1, justNow), { type: 'CounterClosed', counter: '1' } as const];
    expect(ticketIn(undoes(past), 1).state).toBe('no-show');
  });

  test('once the day is closed', () => {
    for (const step of [served(1, justNow), absent(1, justNow), cancelled(1, justNow)]) {
      refuses([...there, step, dayClosed], 'wrong-state');
    }
    refuses([...there, dayClosed], 'wrong-state');
  });
});

// SPDX-License-Identifier: EUPL-1.2
/** The states of a ticket as the glossary has them: every command from every state, and the time spent in each. */
import { describe, expect, test } from 'vitest';
import type { Act } from '../../src-main/core/command.ts';
import type { TicketState } from '../../src-main/core/ticket.ts';
import {
  absent,
  at,
  called,
  cancelled,
  dayClosed,
  given,
  issued,
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
  type Past,
} from './given.ts';

const there = [opened('1'), opened('2', 'bruno'), issued(1), called(1)];

const waysTo: Record<TicketState, Past[]> = {
  waiting: [opened('1'), opened('2', 'bruno'), issued(1)],
  called: there,
  serving: [...there, started(1)],
  served: [...there, served(1)],
  'no-show': [...there, absent(1)],
  parked: [...there, parked(1)],
  cancelled: [...there, cancelled(1)],
  unserved: [...there, dayClosed],
};

const ticket = T(1);
const rows: { act: Act; from: Partial<Record<TicketState, TicketState>>; by?: string }[] = [
  // By bruno at the other counter: anna's own is busy where the ticket is there.
  { act: { type: 'CallTicket', ticket, counter: '2' }, from: { waiting: 'called' }, by: 'bruno' },
  { act: { type: 'Recall', ticket }, from: { called: 'called' } },
  { act: { type: 'StartServing', ticket }, from: { called: 'serving' } },
  {
    act: { type: 'FinishServing', ticket, category: 'information' },
    from: { called: 'served', serving: 'served' },
  },
  { act: { type: 'MarkNoShow', ticket }, from: { called: 'no-show' } },
  { act: { type: 'Park', ticket }, from: { called: 'parked', serving: 'parked' } },
  { act: { type: 'Requeue', ticket }, from: { parked: 'waiting', 'no-show': 'waiting' } },
  { act: { type: 'Transfer', ticket, counter: '2' }, from: { called: 'waiting', serving: 'waiting' } },
  {
    act: { type: 'CancelTicket', ticket },
    from: { waiting: 'cancelled', called: 'cancelled', parked: 'cancelled' },
  },
];

const table = rows.flatMap(({ act, from, by }) =>
  (Object.keys(waysTo) as TicketState[]).map((state) => ({ act, by: by ?? 'anna', state, to: from[state] })),
);

describe('from every state', () => {
  test.each(table.filter((row) => row.to))('$act.type leads from $state to $to', ({ act, by, state, to }) => {
    const queue = queueAfter(waysTo[state]);
    expect(ticketIn(queue, 1).state).toBe(state);
    expect(stateAfter(waysTo[state], act, by)).toBe(to);
  });

  test.each(table.filter((row) => !row.to))('$act.type is refused from $state', ({ act, by, state }) => {
    given(waysTo[state]).when(act, { by }).then('wrong-state');
  });
});

function stateAfter(past: Past[], act: Act, by: string): TicketState {
  const fact: Partial<Record<Act['type'], Past>> = {
    CallTicket: called(1, '2'),
    Recall: recalled(1),
    StartServing: started(1),
    FinishServing: served(1),
    MarkNoShow: absent(1),
    Park: parked(1),
    Requeue: requeued(1),
    Transfer: transferred(1, { counter: '2' }),
    CancelTicket: cancelled(1),
  };
  return ticketIn(given(past).when(act, { by }).then([fact[act.type]!]), 1).state;
}

describe('time', () => {
  test('wait is the time in waiting, each time, and service the time in serving', () => {
    const queue = queueAfter([
      opened('1'),
      issued(1, { at: at('09:00') }),
      called(1, '1', { at: at('09:10') }),
      absent(1, { at: at('09:12') }),
      requeued(1, { at: at('09:20') }),
      called(1, '1', { at: at('09:25') }),
      started(1, { at: at('09:26') }),
      served(1, { at: at('09:33') }),
    ]);
    expect(ticketIn(queue, 1)).toMatchObject({ waitedMs: 15 * 60_000, servedMs: 7 * 60_000 });
  });

  test('where the start of the visit was not recorded it began with the call', () => {
    const queue = queueAfter([
      opened('1'),
      issued(1, { at: at('09:00') }),
      called(1, '1', { at: at('09:10') }),
      served(1, { at: at('09:15') }),
    ]);
    expect(ticketIn(queue, 1).servedMs).toBe(5 * 60_000);
  });

  test('a visit with a pause counts without the pause', () => {
    const queue = queueAfter([
      opened('1'),
      issued(1, { at: at('09:00') }),
      called(1, '1', { at: at('09:00') }),
      started(1, { at: at('09:01') }),
      parked(1, { at: at('09:05') }),
      requeued(1, { at: at('09:30') }),
      called(1, '1', { at: at('09:30') }),
      started(1, { at: at('09:31') }),
      served(1, { at: at('09:34') }),
    ]);
    expect(ticketIn(queue, 1)).toMatchObject({ waitedMs: 0, servedMs: 7 * 60_000 });
  });

  test('a clock that is set back takes no time away', () => {
    const queue = queueAfter([opened('1'), issued(1, { at: at('09:30') }), called(1, '1', { at: at('08:30') })]);
    expect(ticketIn(queue, 1).waitedMs).toBe(0);
  });

  test('the order of the line is that of issue, whatever the clock said', () => {
    const queue = queueAfter([
      issued(1, { at: at('09:30') }),
      issued(2, { at: at('08:30') }),
      issued(3, { at: at('09:00') }),
    ]);
    expect(queue.waiting).toEqual([T(1), T(2), T(3)]);
  });
});

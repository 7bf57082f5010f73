// SPDX-License-Identifier: EUPL-1.2
/** Whose turn it is, as a citizen would be told, and how many are called before somebody who joins. */
import { describe, expect, test } from 'vitest';
import type { Act } from '../../src-main/core/command.ts';
import { decide, evolve } from '../../src-main/core/queue.ts';
import type { Queue } from '../../src-main/core/state.ts';
import {
  absent,
  at,
  called,
  cancelled,
  given,
  issued,
  LAW,
  OPEN,
  opened,
  parked,
  queueAfter,
  requeued,
  served,
  T,
  ticketIn,
  transferred,
  undone,
  type Past,
} from './given.ts';

const priority = { priority: true };

/** The numbers in the order in which this counter calls them, one visit after the other. */
function callOrder(past: readonly Past[], counter = '1', aheadInARow = 2): string[] {
  const order: string[] = [];
  let queue = queueAfter([opened('1'), opened('2', 'bruno'), opened('3', 'clara', ['appointment']), ...past]);
  const by = queue.counters[counter]!.operator!;
  const does = (act: Act): boolean => {
    const circumstances = { now: at('09:30'), by, coordinator: false, hours: OPEN, law: { ...LAW, aheadInARow } };
    const decided = decide(queue, { id: 'this', ...act }, circumstances);
    if (typeof decided !== 'string') queue = decided.reduce<Queue>(evolve, queue);
    return typeof decided !== 'string';
  };
  while (order.length < 50 && does({ type: 'CallNext', counter })) {
    const ticket = queue.counters[counter]!.ticket!;
    order.push(queue.tickets.get(ticket)!.number);
    does({ type: 'FinishServing', ticket, category: 'information' });
  }
  return order;
}

describe('who is next', () => {
  test('the oldest', () => {
    expect(callOrder([issued(1), issued(2), issued(3)])).toEqual(['1', '2', '3']);
  });

  test('appointments, then priority, then the oldest', () => {
    const past = [issued(1), issued(2, priority), issued('P1')];
    expect(callOrder(past)).toEqual(['P1', '2', '1']);
  });

  test('among appointments the oldest, whether or not with priority; likewise among priorities', () => {
    expect(callOrder([issued('P1'), issued('P2', priority)])).toEqual(['P1', 'P2']);
    expect(callOrder([issued(1, priority), issued(2, priority)])).toEqual(['1', '2']);
  });

  test('after two in a row that went ahead of an older ticket, that older one', () => {
    const past = [issued(1), issued(2), issued('P1'), issued('P2'), issued('P3'), issued('P4'), issued('P5')];
    expect(callOrder(past)).toEqual(['P1', 'P2', '1', 'P3', 'P4', '2', 'P5']);
  });

  test('appointments and priorities together are at most two in a row', () => {
    const past = [issued(1), issued(2), issued(3, priority), issued('P1'), issued(4, priority), issued('P2')];
    expect(callOrder(past)).toEqual(['P1', 'P2', '1', '3', '4', '2']);
  });

  test('the two is a setting', () => {
    const past = [issued(1), issued(2), issued('P1'), issued('P2'), issued('P3')];
    expect(callOrder(past, '1', 1)).toEqual(['P1', '1', 'P2', '2', 'P3']);
    expect(callOrder(past, '1', 20)).toEqual(['P1', 'P2', 'P3', '1', '2']);
  });

  test('an appointment that is itself the oldest goes ahead of nobody', () => {
    expect(callOrder([issued('P1'), issued('P2'), issued('P3'), issued(1)])).toEqual(['P1', 'P2', 'P3', '1']);
    expect(callOrder([issued('P1'), issued(1), issued('P2'), issued('P3'), issued('P4')])).toEqual([
      ...['P1', 'P2', 'P3', '1', 'P4'],
    ]);
  });

  test('a ticket that was chosen out of turn went ahead too', () => {
    const past = [
      issued(1),
      issued(2),
      issued(3),
      issued('P1'),
      issued('P2'),
      called(3),
      served(3),
      called('P1'),
      served('P1'),
    ];
    expect(callOrder(past)).toEqual(['1', 'P2', '2']);
  });

  test('the row is over when the older one is called, also at another counter', () => {
    const past = [issued(1), issued(2), issued('P1'), issued('P2'), issued('P3'), called('P1'), served('P1')];
    expect(callOrder(past)).toEqual(['P2', '1', 'P3', '2']);
    expect(callOrder([...past, called(1, '2')])).toEqual(['P2', 'P3', '2']);
  });

  test('the row goes on when the older one was withdrawn: the next has been passed over as often', () => {
    const past = [issued(1), issued(2), issued('P1'), issued('P2'), issued('P3')];
    const twoAhead = [called('P1'), served('P1'), called('P2'), served('P2')];
    expect(callOrder([...past, ...twoAhead, cancelled(1)])).toEqual(['2', 'P3']);
  });

  test('a call at two counters counts for the same row', () => {
    const past = [issued(1), issued('P1'), issued('P2'), issued('P3'), called('P1', '2'), called('P2')];
    expect(callOrder([...past, served('P2')])).toEqual(['1', 'P3']);
  });

  test('a call passes over who is older, not who came later', () => {
    const past = [issued(1), issued('P1'), issued(2), issued('P2'), issued('P3'), issued('P4')];
    expect(callOrder([...past, called('P1'), served('P1'), cancelled(1)])).toEqual(['P2', 'P3', '2', 'P4']);
  });

  test('one who waited for another counter was in no line here, and passes over nobody', () => {
    const past = [issued(1), issued(2), issued('P1'), issued('P2'), issued('P3'), called(2)];
    const sent = [...past, transferred(2, { counter: '2' })];
    const chosen = [called(2), served(2)];
    expect(callOrder([...sent, ...chosen])).toEqual(callOrder(sent));
  });

  test('a counter that does not receive for the older one goes ahead of nobody', () => {
    const past = [issued(1), issued('P1'), issued('P2'), issued('P3'), issued('P4')];
    const atThree = [called('P1', '3'), served('P1'), called('P2', '3'), served('P2')];
    expect(callOrder([...past, ...atThree])).toEqual(['P3', 'P4', '1']);
  });
});

describe('who was there before', () => {
  test('a requeued ticket keeps its place', () => {
    const past = [issued(1), issued(2), issued(3), called(1), absent(1), called(2), parked(2)];
    expect(callOrder([...past, requeued(2), requeued(1)])).toEqual(['1', '2', '3']);
  });

  test('a transferred ticket keeps its place, and its issue time', () => {
    const past = [issued(1), issued(2), called(1), transferred(1, { counter: '2' })];
    expect(callOrder(past, '2')).toEqual(['1', '2']);
    expect(ticketIn(queueAfter(past), 1).issuedAt).toBe(at('09:20'));
  });

  test('one that is transferred to the appointments goes ahead as they do, in its own place among them', () => {
    const line = [issued('P1'), issued(1), issued(2), issued('P2')];
    const past = [...line, called(2), transferred(2, { service: 'appointment' })];
    expect(callOrder(past)).toEqual(['P1', '2', 'P2', '1']);
    expect(callOrder(past, '3')).toEqual(['P1', '2', 'P2']);
  });

  test('an appointment that is transferred to the walk-ins waits as they do', () => {
    const past = [issued(1), issued('P1'), called('P1'), transferred('P1', { service: 'walk-in' })];
    expect(callOrder(past)).toEqual(['1', 'P1']);
    expect(callOrder(past, '3')).toEqual([]);
  });

  test('one that waits for a counter is called only there, and once requeued anywhere', () => {
    const sent = [issued(1), called(1), transferred(1, { counter: '2' })];
    expect(callOrder(sent)).toEqual([]);
    expect(callOrder([...sent, called(1, '2'), absent(1), requeued(1)])).toEqual(['1']);
  });

  test('a call that was taken back leaves the ticket first again', () => {
    const past = [issued(1), issued('P1'), issued('P2'), issued('P3')];
    const twoAhead = [called('P1'), served('P1'), called('P2'), served('P2')];
    expect(callOrder([...past, ...twoAhead, called(1), undone(1)])).toEqual(['1', 'P3']);
  });
});

describe('how many are called before somebody who joins', () => {
  const ahead = (past: readonly Past[], act: { service?: string; priority?: boolean } = {}) => {
    const before = queueAfter(past);
    const command = { id: 'this', type: 'IssueTicket', service: 'walk-in', language: 'it', ...act } as const;
    const decided = decide(before, command, {
      now: at('09:30'),
      by: 'kiosk',
      coordinator: false,
      hours: OPEN,
      law: LAW,
    });
    return typeof decided !== 'string' && decided[0]?.type === 'TicketIssued' ? decided[0].ahead : undefined;
  };

  test('nobody on an empty morning', () => {
    expect(ahead([])).toBe(0);
    expect(ahead([], { service: 'appointment' })).toBe(0);
  });

  test('all who wait, for one without appointment or priority; not those who were called', () => {
    expect(ahead([opened('1'), issued(1), issued(2), issued('P1'), called(1)])).toBe(2);
  });

  test('those with an appointment only, for one more appointment', () => {
    expect(ahead([issued(1), issued('P1'), issued(2)], { service: 'appointment' })).toBe(1);
  });

  test('also the older one whose turn comes after two in a row', () => {
    const past = [issued(1), issued(2), issued('P1'), issued('P2')];
    expect(ahead(past, { service: 'appointment' })).toBe(3);
    expect(ahead([issued(1), issued('P1')], priority)).toBe(1);
    expect(ahead([issued(1), issued('P1'), issued('P2')], priority)).toBe(3);
  });

  test('and counts who has gone ahead of that one already', () => {
    const past = [opened('1'), issued(1), issued('P1'), issued('P2'), called('P1')];
    expect(ahead(past, { service: 'appointment' })).toBe(2);
    expect(ahead(past.slice(0, -1), { service: 'appointment' })).toBe(3);
  });

  test.each([{}, priority, { service: 'appointment' }])(
    'what the ticket says comes true when nothing else happens: %o',
    (joins) => {
      const past = [
        ...[issued(1), issued('P1'), issued(2, priority), issued('P2'), issued(3), issued(4, priority), issued('P3')],
        ...[opened('2', 'bruno'), called('P1', '2')],
      ];
      const number = 'service' in joins ? 'P4' : '5';
      const rank = { priority: 'priority' in joins };
      expect(callOrder([...past, issued(number, rank)]).indexOf(number)).toBe(ahead(past, joins));
    },
  );
});

test('CallNext is refused to the second of two counters when one person waits', () => {
  const past = [opened('1'), opened('2', 'bruno'), issued(1)];
  given(past)
    .when({ type: 'CallNext', counter: '1' })
    .then([called(1)]);
  given([...past, called(1)])
    .when({ type: 'CallNext', counter: '2' }, { by: 'bruno' })
    .then('queue-empty');
});

test('two counters that call one after the other get two people', () => {
  const queue = given([opened('1'), opened('2', 'bruno'), issued(1), issued(2), called(1)])
    .when({ type: 'CallNext', counter: '2' }, { by: 'bruno' })
    .then([called(2, '2')]);
  expect([queue.counters['1']?.ticket, queue.counters['2']?.ticket]).toEqual([T(1), T(2)]);
});

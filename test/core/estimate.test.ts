// SPDX-License-Identifier: EUPL-1.2
/** How long one is told to wait, and what the day teaches about it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedWait } from '../../src-main/core/estimate.ts';
import type { Hours } from '../../src-main/core/opening-hours.ts';
import type { Event } from '../../src-main/core/event.ts';
import { evolve } from '../../src-main/core/queue.ts';
import { emptyQueue } from '../../src-main/core/state.ts';
import { figuresOf, whatWasTold } from './estimate-figures.ts';
import {
  absent,
  at,
  called,
  cancelled,
  DAY,
  given,
  issued,
  LAW,
  OPEN,
  opened,
  queueAfter,
  requeued,
  served,
  started,
  ticketIn,
  transferred,
  undone,
  type Past,
} from './given.ts';
import { mondays } from './mondays.ts';
import { day, live, SERVICES } from './presses.ts';

const EARLY: Hours = { ...OPEN, opensAt: at('09:00') };

/** What somebody who takes a walk-in ticket is told, at 9:30 unless said otherwise. */
const told = (past: readonly Past[], more: { ahead?: number; now?: string; hours?: Hours; service?: string } = {}) => {
  const queue = queueAfter(past);
  const { ahead = queue.waiting.length, now = '09:30', hours = OPEN, service = 'walk-in' } = more;
  return expectedWait(queue, service, ahead, { now: at(now), hours, law: LAW });
};
const low = (wait: ReturnType<typeof told>) => wait![0];
const high = (wait: ReturnType<typeof told>) => wait![1];

const line = (...numbers: number[]) => numbers.map((n) => issued(n));
/** Visits at counter 1, one after the other from 9:00, each so many minutes long, with a minute until the next. */
const visits = (...minutes: number[]): Past[] => {
  let clock = 0;
  const time = (m: number) =>
    at(`${String(9 + Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  return minutes.flatMap((length, i) => {
    const begin = clock;
    clock += length + 1;
    const [from, to] = [{ at: time(begin) }, { at: time(begin + length) }];
    return [issued(100 + i, { at: at('08:50') }), called(100 + i, '1', from), served(100 + i, to)];
  });
};

describe('somebody who takes a ticket is told', () => {
  test('next to nothing while a counter is free and nobody is ahead', () => {
    expect(told([opened('1')])).toEqual([0, 2]);
  });

  test('about a visit for each who is ahead, divided among the counters', () => {
    const alone = told([opened('1'), ...visits(8, 8, 8, 8, 8), ...line(1, 2, 3, 4, 5, 6)]);
    expect(alone).toEqual([40, 95]);
    const withTwo = told([opened('1'), opened('2', 'bruno'), ...visits(8, 8, 8, 8, 8), ...line(1, 2, 3, 4, 5, 6)]);
    expect(withTwo).toEqual([15, 45]);
  });

  test('whole minutes, above ten in fives', () => {
    for (let ahead = 0; ahead < 30; ahead += 1) {
      for (const minutes of told([opened('1'), opened('2', 'bruno')], { ahead })!) {
        expect(minutes % (minutes > 10 ? 5 : 1)).toBe(0);
      }
    }
  });

  test('before the doors open, the time until they do and until the operators begin', () => {
    const first = told([], { now: '08:46', hours: EARLY, ahead: 0 });
    expect([low(first) <= 14, high(first) >= 14]).toEqual([true, true]);
    expect(low(first)).toBeGreaterThanOrEqual(10);
    expect(low(told([], { now: '08:46', hours: EARLY, ahead: 20 }))).toBeGreaterThan(40);
  });

  test('before the doors open, less at most once it is sure that every counter will receive', () => {
    const ahead = 10;
    const nobody = told([], { now: '08:50', hours: EARLY, ahead });
    const all = told([opened('1'), opened('2', 'bruno')], { now: '08:50', hours: EARLY, ahead });
    expect(high(all)).toBeLessThan(high(nobody));
  });

  test('nothing once the doors are open and nobody receives, or nobody for that service', () => {
    expect(told(line(1, 2))).toBeUndefined();
    expect(told([opened('3', 'clara', ['appointment'])])).toBeUndefined();
    expect(told([opened('3', 'clara', ['appointment'])], { service: 'appointment' })).toEqual([0, 2]);
  });

  test('nothing of those who wait for another counter', () => {
    const counters = [opened('1', 'anna', ['walk-in']), opened('3', 'clara', ['appointment'])];
    const appointments = ['P1', 'P2', 'P3', 'P4'].map((n) => issued(n));
    expect(told([...counters, ...appointments])).toEqual([0, 2]);
  });

  test('what its ticket then says too', () => {
    const after = given([opened('1')])
      .when({ type: 'IssueTicket', service: 'walk-in', language: 'it' })
      .then([{ ...(issued(1) as Extract<Past, { type: 'TicketIssued' }>), waitMinutes: [0, 2] }]);
    expect(ticketIn(after, 1).waitMinutes).toEqual([0, 2]);
  });

  test('nothing on a ticket of a journal that was written before waits were told', () => {
    expect(ticketIn(queueAfter([issued(1)]), 1)).not.toHaveProperty('waitMinutes');
  });
});

describe('the day teaches', () => {
  const people = line(1, 2, 3, 4, 5, 6);
  const after = (...minutes: number[]) => told([opened('1'), ...visits(...minutes), ...people]);
  const unknown = told([opened('1'), ...people]);

  test('that visits are long, or short, the more the more of them are over', () => {
    expect(high(after(20, 20, 20, 20, 20))).toBeGreaterThan(high(after(20, 20)));
    expect(high(after(20, 20))).toBeGreaterThan(high(unknown));
    expect(high(after(2, 2, 2, 2, 2))).toBeLessThan(high(after(2, 2)));
    expect(high(after(2, 2))).toBeLessThan(high(unknown));
  });

  test('little by one visit that nobody ended in the console', () => {
    const usual = after(8, 8, 8, 8, 8, 8);
    const forgotten = after(8, 8, 8, 8, 8, 180);
    expect(high(forgotten)).toBeLessThan(1.6 * high(usual));
  });

  test('little by one that is under way for hours because nobody ended it', () => {
    const usual = [opened('1'), opened('2', 'bruno'), ...visits(8, 8, 8, 8, 8, 8), ...people];
    const forgotten = [...usual, issued(50), called(50, '2', { at: at('09:00') })];
    expect(high(told(forgotten, { now: '12:00' }))).toBeLessThan(1.6 * high(told(forgotten, { now: '09:05' })));
  });

  test('by a visit under way that is already longer than most', () => {
    const underWay = [opened('1'), ...people, issued(50), called(50, '1', { at: at('09:05') })];
    expect(high(told(underWay, { now: '09:35' }))).toBeGreaterThan(high(told(underWay, { now: '09:10' })));
  });

  const learnt = (...past: Past[]) => {
    const { visits: v, gaps } = queueAfter([opened('1'), ...line(1, 2, 3), ...past], emptyQueue(DAY)).pace;
    return { visits: v.map((ms) => ms / 60_000), gaps: gaps.map((ms) => ms / 60_000) };
  };
  const first = called(1, '1', { at: at('09:20') });

  test('from the call to the end of a visit, and from there to the next call while somebody waits', () => {
    const past = [first, started(1, { at: at('09:22') }), served(1, { at: at('09:30') })];
    expect(learnt(...past, called(2, '1', { at: at('09:32') }))).toEqual({ visits: [10], gaps: [2] });
  });

  test('by absences, withdrawals and transfers too, for they hold up the line', () => {
    for (const end of [
      absent,
      cancelled,
      (n: number, more: { at: string }) => transferred(n, { counter: '2' }, more),
    ]) {
      expect(learnt(first, end(1, { at: at('09:23') })).visits).toEqual([3]);
    }
  });

  test('nothing by a counter that had nobody to call', () => {
    const late = [issued(4, { at: at('10:00') }), called(4, '1', { at: at('10:01') })];
    expect(learnt(first, served(1, { at: at('09:30') }), ...late).gaps).toEqual([]);
    const back = [
      absent(1, { at: at('09:30') }),
      requeued(1, { at: at('09:50') }),
      called(1, '1', { at: at('09:51') }),
    ];
    expect(learnt(first, ...back).gaps).toEqual([]);
  });

  test('nothing by a step that was taken back, and one visit where its end was pressed twice', () => {
    const call = [called(2, '1', { at: at('09:31') }), undone(2, { at: at('09:31:05') })];
    expect(learnt(first, served(1, { at: at('09:30') }), ...call).visits).toEqual([10]);
    const pressedEarly = [served(1, { at: at('09:24') }), undone(1, { at: at('09:24:04') })];
    expect(learnt(first, ...pressedEarly, served(1, { at: at('09:30') })).visits).toEqual([10]);
  });

  test('nothing by a clock that was set back', () => {
    expect(learnt(first, served(1, { at: at('08:30') }))).toEqual({ visits: [], gaps: [] });
  });

  test('by the last thirty visits, however long the day', () => {
    expect(queueAfter([opened('1'), ...visits(...Array.from({ length: 40 }, () => 2))]).pace.visits).toHaveLength(30);
  });
});

describe('whatever happens', () => {
  test('the range is in whole minutes, never negative nor reversed, and no shorter for who has more people ahead', () => {
    const hours = [OPEN, EARLY];
    fc.assert(
      fc.property(day, fc.nat(1), (d, h) => {
        live(d, ({ queue, law, now }) => {
          const circumstances = { now: new Date(now).toISOString(), hours: hours[h]!, law };
          for (const service of SERVICES) {
            let [lowest, highest] = [0, 0];
            for (const ahead of [0, 1, 2, 3, 5, 8, 13, 40]) {
              const wait = expectedWait(queue, service, ahead, circumstances);
              if (!wait) continue;
              expect(wait.every(Number.isInteger)).toBe(true);
              expect(wait[0]).toBeGreaterThanOrEqual(lowest);
              expect(wait[1]).toBeGreaterThanOrEqual(Math.max(highest, wait[0]));
              [lowest, highest] = wait;
            }
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the journal read back teaches the same', () => {
    fc.assert(
      fc.property(day, (d) => {
        const { journal, queue } = live(d, () => {});
        const again = journal
          .map((event) => JSON.parse(JSON.stringify(event)) as Event)
          .reduce(evolve, emptyQueue(DAY));
        expect(again.pace).toEqual(queue.pace);
      }),
      { numRuns: 40 },
    );
  });
});

test('of those who were told something on simulated Mondays at least 80 in 100 are called within it', () => {
  const { told: all, untold } = whatWasTold(mondays(80, 7));
  const figures = figuresOf(all);
  expect(figures.inside).toBeGreaterThanOrEqual(80);
  // A range that is wide enough for anything would be right every time.
  expect(figures.relative).toBeLessThan(1);
  expect(untold).toBeLessThan(0.02 * all.length);
});

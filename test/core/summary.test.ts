// SPDX-License-Identifier: EUPL-1.2
/** What is kept of a day when its tickets are not. */
import { expect, test } from 'vitest';
import { summaryOf } from '../../src-main/core/summary.ts';
import {
  absent,
  at,
  called,
  cancelled,
  DAY,
  dayClosed,
  issued,
  opened,
  parked,
  queueAfter,
  requeued,
  served,
  started,
  transferred,
  undone,
  type Past,
} from './given.ts';

const summary = (past: readonly Past[]) => summaryOf(queueAfter(past));
const counters = [opened('1'), opened('2', 'bruno')];

/** One visit by anna: minutes waited, minutes served. */
const visit = (number: number, waited: number, service: number, more: Parameters<typeof served>[1] = {}): Past[] => [
  issued(number, { at: at('09:00') }),
  called(number, '1', { at: at(`09:${String(waited).padStart(2, '0')}`) }),
  started(number, { at: at(`09:${String(waited).padStart(2, '0')}`) }),
  served(number, { at: at(`09:${String(waited + service).padStart(2, '0')}`), ...more }),
];

test('a day on which nobody came', () => {
  expect(summary([])).toEqual({
    ...{ day: DAY, issued: 0, served: 0, noShow: 0, cancelled: 0, unserved: 0 },
    ...{ byService: {}, byLanguage: {}, arrivals: {}, byCategory: {}, referrals: {}, byOperator: {} },
  });
});

const crowd: Past[] = [
  ...counters,
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => issued(n)),
  ...[
    called(1),
    served(1),
    called(2),
    absent(2),
    cancelled(3),
    called(4),
    parked(4),
    called(5),
    called(6, '2'),
    started(6),
  ],
];

test('whoever was not served, absent or cancelled is unserved, whether or not the day was closed', () => {
  const figures = { issued: 7, served: 1, noShow: 1, cancelled: 1, unserved: 4 };
  expect(summary(crowd)).toMatchObject(figures);
  expect(summary([...crowd, dayClosed])).toMatchObject(figures);
});

test('a no-show who came later counts once, as served', () => {
  const figures = summary([...counters, issued(1), called(1), absent(1), requeued(1), called(1), served(1)]);
  expect(figures).toMatchObject({ issued: 1, served: 1, noShow: 0 });
});

test('waits and visits: mean, median and longest, of those who were served', () => {
  const past = [...counters, ...visit(1, 4, 10), ...visit(2, 6, 5), ...visit(3, 20, 2), issued(4, { at: at('09:00') })];
  expect(summary(past)).toMatchObject({
    wait: { mean: 10, median: 6, longest: 20 },
    service: { mean: 5.7, median: 5, longest: 10 },
  });
  expect(summary([...counters, ...visit(1, 4, 10), ...visit(2, 7, 5)]).wait?.median).toBe(5.5);
});

test('no waits are told of a day on which nobody was served', () => {
  const { wait, service } = summary([...counters, issued(1), called(1), absent(1)]);
  expect([wait, service]).toEqual([undefined, undefined]);
});

test('categories: the main one and the others of the same visit, and where people were sent', () => {
  const past = [
    ...counters,
    ...visit(1, 1, 1, { category: 'referral', also: ['listening', 'information'], referredTo: 'employment' }),
    ...visit(2, 3, 1, { category: 'listening' }),
    ...visit(3, 5, 1, { category: 'referral', referredTo: 'employment' }),
  ];
  expect(summary(past)).toMatchObject({
    byCategory: {
      referral: { main: 2, also: 0 },
      listening: { main: 1, also: 1 },
      information: { main: 0, also: 1 },
    },
    referrals: { employment: 2 },
  });
});

test('a category that was taken back is not counted', () => {
  const past = [
    ...counters,
    ...visit(1, 1, 1, { category: 'referral' }),
    undone(1),
    served(1, { category: 'listening' }),
  ];
  expect(summary(past).byCategory).toEqual({ listening: { main: 1, also: 0 } });
});

test('services and languages, of all who came; a transferred ticket counts where it was sent', () => {
  const past = [
    ...[opened('1'), issued(1), issued(2, { language: 'ar' }), issued('P1', { language: 'ar' })],
    ...[called(1), transferred(1, { service: 'appointment' })],
  ];
  expect(summary(past)).toMatchObject({ byService: { 'walk-in': 1, appointment: 2 }, byLanguage: { it: 1, ar: 2 } });
});

test('arrivals by half hour, in the office’s time', () => {
  const times = ['08:45', '08:59:59', '09:00', '09:29:59.999', '09:30', '10:15'];
  const past = times.map((time, i) => issued(i + 1, { at: at(time) }));
  expect(Object.entries(summary(past).arrivals)).toEqual([
    ['08:30', 2],
    ['09:00', 2],
    ['09:30', 1],
    ['10:00', 1],
  ]);
});

test('visits and absences by who recorded them', () => {
  const past = [
    ...counters,
    ...[issued(1), issued(2), issued(3), called(1), served(1), called(2), absent(2)],
    ...[called(3, '2', { by: 'bruno' }), served(3, { by: 'bruno' })],
  ];
  expect(summary(past).byOperator).toEqual({ anna: { served: 1, noShow: 1 }, bruno: { served: 1, noShow: 0 } });
});

test('holds no ticket: no number, no id, no moment', () => {
  const words = JSON.stringify(summary([...crowd, ...visit(8, 30, 9)]));
  expect(words).not.toMatch(/2026-11-23-|T09|"number"|"ticket/);
});

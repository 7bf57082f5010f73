// SPDX-License-Identifier: EUPL-1.2
/** Time as the console shows it: the office's, whatever the machine in front of the operator thinks. */
import { expect, test } from 'vitest';
import { inMinutes, minutesSince, officeTime, running, timeOfDayAt } from '../../src-renderer/console/elapsed.ts';

const NOW = '2026-11-23T09:42:10.000+01:00';
const ms = Date.parse(NOW);

test('between two views the office’s time moves on with the page', () => {
  expect(officeTime(NOW, 'real', 5000)).toBe(ms + 5000);
});

test('a simulated clock moves only with what the office says, since it may run at any speed', () => {
  expect(officeTime(NOW, 'simulated', 5000)).toBe(ms);
});

test('the office’s time never goes back behind its last view', () => {
  expect(officeTime(NOW, 'real', -3)).toBe(ms);
});

test('the time of day is the office’s, in any zone', () => {
  expect(timeOfDayAt(ms, NOW)).toBe('9:42');
  expect(timeOfDayAt(ms + 20_000, NOW)).toBe('9:42');
  expect(timeOfDayAt(ms + 60_000, NOW)).toBe('9:43');
  expect(timeOfDayAt(Date.parse('2026-11-23T23:59:59-03:30') + 1000, '2026-11-23T23:59:59-03:30')).toBe('0:00');
  expect(timeOfDayAt(Date.parse('2026-06-01T09:05:00Z'), '2026-06-01T09:05:00Z')).toBe('9:05');
});

test('a visit runs in minutes and seconds, a long one in hours too', () => {
  expect(running('2026-11-23T09:42:10.000+01:00', ms, 'real')).toBe('0:00');
  expect(running('2026-11-23T09:35:22.000+01:00', ms, 'real')).toBe('6:48');
  expect(running('2026-11-23T08:40:07.000+01:00', ms, 'real')).toBe('1:02:03');
  expect(running('2026-11-23T09:42:11.000+01:00', ms, 'real')).toBe('0:00');
});

test('on a simulated clock a visit runs in whole minutes', () => {
  expect(running('2026-11-23T09:35:22.000+01:00', ms, 'simulated')).toBe('6 min');
});

test('who waits has waited the minutes that are over', () => {
  expect(minutesSince('2026-11-23T09:41:11.000+01:00', ms)).toBe(0);
  expect(minutesSince('2026-11-23T09:41:10.000+01:00', ms)).toBe(1);
  expect(minutesSince('2026-11-23T08:41:10.000Z', ms)).toBe(1);
  expect(minutesSince('2026-11-23T09:50:00.000+01:00', ms)).toBe(0);
});

test('minutes are said as one says them', () => {
  expect([0, 1, 21].map(inMinutes)).toEqual(['meno di un minuto', '1 minuto', '21 minuti']);
});

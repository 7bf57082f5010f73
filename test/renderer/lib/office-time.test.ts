// SPDX-License-Identifier: EUPL-1.2
/** The office's time in words, whatever clock and zone the machine has. */
import { afterEach, expect, test } from 'vitest';
import { ar } from '../../../src-main/messages/pages/ar.ts';
import { en } from '../../../src-main/messages/pages/en.ts';
import { it } from '../../../src-main/messages/pages/it.ts';
import { dayAndTimeInWords, minutesUntil, timeOfDay, weeklyInWords } from '../../../src-renderer/lib/office-time.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const monday = '2026-11-30T09:00:00+01:00';

test('the clock shows the office’s time of day without a leading zero', () => {
  expect(timeOfDay('2026-11-23T09:42:10.123+01:00')).toBe('9:42');
  expect(timeOfDay('2026-11-23T15:05:00+01:00')).toBe('15:05');
  expect(timeOfDay('2026-11-23T00:05:00+01:00')).toBe('0:05');
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Rome', 'UTC'])(
  'the next Monday is the same Monday on a machine in %s',
  (machine) => {
    process.env['TZ'] = machine;
    expect(dayAndTimeInWords(monday, '2026-11-24T15:05:00+01:00', it)).toEqual(['lunedì 30 novembre', 'alle 9:00']);
  },
);

test('a day is named in the citizen’s language, with Latin digits', () => {
  const [day, time] = dayAndTimeInWords(monday, '2026-11-24T15:05:00+01:00', ar);
  expect(day).toContain('الاثنين');
  expect(day).toContain('30');
  expect(time).toContain('9:00');
  expect(dayAndTimeInWords(monday, '2026-11-24T15:05:00+01:00', en).join(' ')).toMatch(/Monday.* 30 November at 9:00/);
});

test('today and tomorrow are said so, also around midnight and where the clocks change', () => {
  expect(dayAndTimeInWords(monday, '2026-11-30T00:01:00+01:00', it)[0]).toBe('oggi');
  expect(dayAndTimeInWords(monday, '2026-11-29T23:59:00+01:00', it)[0]).toBe('domani');
  expect(dayAndTimeInWords('2026-10-26T09:00:00+01:00', '2026-10-25T00:30:00+02:00', it)[0]).toBe('domani');
  expect(dayAndTimeInWords('2026-10-26T09:00:00+01:00', '2026-10-24T23:30:00+02:00', it)[0]).toBe('lunedì 26 ottobre');
});

test('minutes are counted up to the moment, a begun one as a whole one', () => {
  expect(minutesUntil('2026-11-23T08:30:00+01:00', '2026-11-23T08:17:40.500+01:00')).toBe(13);
  expect(minutesUntil('2026-11-23T08:30:00+01:00', '2026-11-23T08:30:00+01:00')).toBe(0);
});

test('days with the same hours are said together, in the citizen’s language', () => {
  const windows = [
    { weekday: 1, from: '11:30', to: '13:00' },
    { weekday: 2, from: '16:00', to: '17:30' },
    { weekday: 3, from: '11:30', to: '13:00' },
    { weekday: 7, from: '09:00', to: '10:00' },
  ];
  expect(weeklyInWords(windows, it)).toEqual([
    'lunedì e mercoledì dalle 11:30 alle 13:00',
    'martedì dalle 16:00 alle 17:30',
    'domenica dalle 9:00 alle 10:00',
  ]);
  expect(weeklyInWords(windows, en)[0]).toBe('Monday and Wednesday, 11:30 to 13:00');
  expect(weeklyInWords(windows, ar)[0]).toBe('الاثنين والأربعاء من 11:30 إلى 13:00');
});

// SPDX-License-Identifier: EUPL-1.2
/**
 * The office's time in words. Every time here is ISO 8601 with the office's own offset, so its date and time of day
 * are read as they are written: the zone and the clock of the machine that shows them never matter.
 */
import type { Office } from '#contract';
import type { Messages } from '#messages/pages/it.ts';

const DAY_MS = 86_400_000;

/** `9:42` from `2026-11-23T09:42:10+01:00`. */
export function timeOfDay(iso: string): string {
  return iso.slice(11, 16).replace(/^0/, '');
}

/** `oggi`, `domani` or `lunedì 30 novembre`. */
export function dayInWords(iso: string, now: string, m: Messages): string {
  const daysAhead = (dateOf(iso) - dateOf(now)) / DAY_MS;
  if (daysAhead === 0) return m.today;
  if (daysAhead === 1) return m.tomorrow;
  const words = new Intl.DateTimeFormat(m.locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return words.format(dateOf(iso));
}

/** `lunedì 30 novembre` and `alle 9:00`: where a line breaks, it breaks between the two. */
export function dayAndTimeInWords(iso: string, now: string, m: Messages): [day: string, time: string] {
  return [dayInWords(iso, now, m), m.at(timeOfDay(iso))];
}

/** `lunedì e mercoledì dalle 11:30 alle 13:00`, a line for all days with the same hours. */
export function weeklyInWords(windows: Office['walkInHours'], m: Messages): string[] {
  const daysOf = new Map<string, { from: string; to: string; days: string[] }>();
  for (const { weekday, from, to } of windows) {
    const same = daysOf.get(`${from}-${to}`) ?? { from, to, days: [] };
    same.days.push(weekdayInWords(weekday, m));
    daysOf.set(`${from}-${to}`, same);
  }
  const and = new Intl.ListFormat(m.locale, { type: 'conjunction' });
  const short = (time: string) => time.replace(/^0/, '');
  return [...daysOf.values()].map(({ from, to, days }) => m.hours(and.format(days), short(from), short(to)));
}

/** @param weekday 1 is Monday, 7 Sunday */
function weekdayInWords(weekday: number, m: Messages): string {
  const aMonday = Date.UTC(2026, 10, 23);
  return new Intl.DateTimeFormat(m.locale, { weekday: 'long', timeZone: 'UTC' }).format(
    aMonday + (weekday - 1) * DAY_MS,
  );
}

/** Whole minutes from now, rounded up; negative when it is past. */
export function minutesUntil(iso: string, now: string): number {
  return Math.ceil((Date.parse(iso) - Date.parse(now)) / 60_000);
}

function dateOf(iso: string): number {
  return Date.parse(iso.slice(0, 10));
}

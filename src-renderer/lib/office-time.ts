// SPDX-License-Identifier: EUPL-1.2
/**
 * The office's time in words. Every time here is ISO 8601 with the office's own offset, so its date and time of day
 * are read as they are written: the zone and the clock of the machine that shows them never matter.
 */
import type { Messages } from './messages/it.ts';

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

/** Whole minutes from now, rounded up; negative when it is past. */
export function minutesUntil(iso: string, now: string): number {
  return Math.ceil((Date.parse(iso) - Date.parse(now)) / 60_000);
}

function dateOf(iso: string): number {
  return Date.parse(iso.slice(0, 10));
}

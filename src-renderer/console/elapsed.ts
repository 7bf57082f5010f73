// SPDX-License-Identifier: EUPL-1.2
/** Time as the office counts it, and how an operator reads it. Moments are ISO 8601 with the office's offset. */

import { timeOfDay } from '../lib/office-time.ts';

export type ClockKind = 'real' | 'simulated';

const MINUTE = 60_000;

/**
 * What time it is at the office, in ms since 1970.
 * @param now the moment that the last view told
 * @param msSince how long ago that view came; a simulated clock may run at any speed, so there only views count
 */
export function officeTime(now: string, clock: ClockKind, msSince: number): number {
  return Date.parse(now) + (clock === 'real' ? Math.max(0, msSince) : 0);
}

/** `9:05`: a moment in ms since 1970, on the office's clock; `like` is any moment with the office's offset. */
export function timeOfDayAt(ms: number, like: string): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(like) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return timeOfDay(new Date(ms + offset).toISOString());
}

/** Whole minutes from a moment to `now`, in ms since 1970; never negative. */
export function minutesSince(from: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(from)) / MINUTE));
}

/** How long something has lasted: `6:48`, `1:02:03`; `6 min` where seconds would not be true. */
export function running(since: string, now: number, clock: ClockKind): string {
  if (clock === 'simulated') return `${minutesSince(since, now)} min`;
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `meno di un minuto`, `1 minuto`, `21 minuti`. */
export function inMinutes(minutes: number): string {
  if (minutes < 1) return 'meno di un minuto';
  return minutes === 1 ? '1 minuto' : `${minutes} minuti`;
}

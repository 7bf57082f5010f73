// SPDX-License-Identifier: EUPL-1.2
/** Weekly hours in words: days that have the same hours are said together. */
import type { Office } from '../core/views.ts';
import type { Words } from '../messages/slip/it.ts';

/** A Monday. */
const FIRST = Date.UTC(2026, 10, 23);
const DAY_MS = 86_400_000;

/** `['lunedì e mercoledì 11:30–13:00', 'martedì 16:00–17:30']`, in the order of the week; no line breaks in a time. */
export function hoursInWords(hours: Office['walkInHours'], { locale, range }: Words): string[] {
  const named = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const nameOf = (weekday: number) => named.format(FIRST + (weekday - 1) * DAY_MS);
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });

  const daysByTimes = new Map<string, number[]>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const windows = hours.filter((h) => h.weekday === weekday).sort((a, b) => (a.from < b.from ? -1 : 1));
    if (windows.length === 0) continue;
    const times = and.format(windows.map(({ from, to }) => range(timeInWords(from), timeInWords(to))));
    daysByTimes.set(times, [...(daysByTimes.get(times) ?? []), weekday]);
  }
  return Array.from(daysByTimes, ([times, days]) => {
    const said = inARow(days).flatMap(({ first, last }) =>
      last - first > 1
        ? range(nameOf(first), nameOf(last))
        : first === last
          ? nameOf(first)
          : [first, last].map(nameOf),
    );
    return `${and.format(said)} ${times.replaceAll(' ', '\u00a0')}`;
  });
}

/** `09:05` -> `9:05` */
export function timeInWords(time: string): string {
  return time.replace(/^0/, '');
}

function inARow(days: readonly number[]): { first: number; last: number }[] {
  const rows: { first: number; last: number }[] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row?.last === day - 1) row.last = day;
    else rows.push({ first: day, last: day });
  }
  return rows;
}

// SPDX-License-Identifier: EUPL-1.2
/** Whose turn it is among those who wait. Every list of tickets here is in the order of issue, oldest first. */
import type { Ticket } from './ticket.ts';

/**
 * Those with an appointment, then those with priority, then the oldest; but once `aheadInARow` in a row went ahead of
 * the oldest, the oldest: so nobody starves, and the rule can be told to a citizen in one sentence.
 */
export function inTurn(waiting: readonly Ticket[], aheadInARow: number): Ticket | undefined {
  const oldest = waiting[0];
  if (!oldest || oldest.passed >= aheadInARow) return oldest;
  return waiting.find((t) => t.first) ?? waiting.find((t) => t.priority) ?? oldest;
}

/** Those who wait once `called` was called from among them: whoever is older was passed over once more. */
export function afterCall(waiting: readonly Ticket[], called: Ticket): Ticket[] {
  const place = waiting.indexOf(called);
  const passed = (t: Ticket, i: number) => (place === 0 ? 0 : i < place ? t.passed + 1 : t.passed);
  return waiting
    .map((t, i) => (passed(t, i) === t.passed ? t : { ...t, passed: passed(t, i) }))
    .filter((_, i) => i !== place);
}

/** How many are called before somebody who joins now, if nothing else happens. */
export function peopleAhead(
  waiting: readonly Ticket[],
  newcomer: Pick<Ticket, 'first' | 'priority'>,
  aheadInARow: number,
): number {
  if (!newcomer.first && !newcomer.priority) return waiting.length;
  const joining = { ...newcomer, passed: 0 } as Ticket;
  let line = [...waiting, joining];
  for (let ahead = 0; ; ahead += 1) {
    const next = inTurn(line, aheadInARow);
    if (next === joining || !next) return ahead;
    line = afterCall(line, next);
  }
}

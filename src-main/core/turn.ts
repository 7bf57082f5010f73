// SPDX-License-Identifier: EUPL-1.2
/** Whose turn it is among those who wait. Every list of tickets here is in the order of issue, oldest first. */
import type { Queue } from './state.ts';
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

/** Those who are passed over, and so change, when `called` is called from among those who wait. */
export function passedOver(waiting: readonly Ticket[], called: Ticket): Ticket[] {
  const place = waiting.indexOf(called);
  if (place === 0) return waiting.filter((t, i) => i > 0 && t.passed > 0).map((t) => ({ ...t, passed: 0 }));
  return waiting.slice(0, Math.max(0, place)).map((t) => ({ ...t, passed: t.passed + 1 }));
}

/** How many are called before somebody who joins now, if nothing else happens. */
export function peopleAhead(
  { waiting, tickets }: Queue,
  newcomer: Pick<Ticket, 'first' | 'priority'>,
  aheadInARow: number,
): number {
  if (!newcomer.first && !newcomer.priority) return waiting.length;
  const joining = { ...newcomer, passed: 0 };
  const line = [...waiting.map((id) => tickets.get(id)!), joining];
  const favoured = [...line.filter((t) => t.first), ...line.filter((t) => t.priority && !t.first)];
  const called = new Set<unknown>();
  let [passed, old, fav] = [line[0]!.passed, 0, 0];
  while (true) {
    while (called.has(line[old])) old += 1;
    while (called.has(favoured[fav])) fav += 1;
    const next = passed >= aheadInARow ? line[old]! : favoured[fav]!;
    if (next === joining) return called.size;
    called.add(next);
    passed = next === line[old] ? 0 : passed + 1;
  }
}

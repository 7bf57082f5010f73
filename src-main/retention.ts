// SPDX-License-Identifier: EUPL-1.2
/** Days whose journal has been kept long enough: their summary, which holds no ticket, takes its place. */
import { evolve } from './core/queue.ts';
import { emptyQueue } from './core/state.ts';
import { summaryOf, type Summary } from './core/summary.ts';
import type { Journal } from './office.ts';

/** What outlasts a day: nothing of a citizen, and nothing of an operator either. */
export type Figures = Omit<Summary, 'byOperator'>;

const DAY_MS = 24 * 3600 * 1000;

/**
 * @param today `2026-11-23`
 * @param keep makes a day's summary durable; only then is its journal removed
 */
export async function retire(
  journal: Journal,
  today: string,
  keepDays: number,
  keep: (day: string, figures: Figures) => Promise<void>,
): Promise<void> {
  for (const day of await journal.days()) {
    if (Date.parse(today) - Date.parse(day) <= keepDays * DAY_MS) continue;
    const events = await journal.read(day);
    const { byOperator: _, ...figures } = summaryOf(events.reduce(evolve, emptyQueue(day)));
    await keep(day, figures);
    await journal.remove(day);
  }
}

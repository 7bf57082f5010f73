// SPDX-License-Identifier: EUPL-1.2
/** A finished day in figures, without any ticket in them. */
import type { Queue } from './state.ts';
import type { Language, Ticket } from './ticket.ts';

/** In minutes, to a tenth. */
export interface Minutes {
  mean: number;
  median: number;
  longest: number;
}

/**
 * Of each ticket its last word counts: the service that it was transferred to, the state in which the day left it.
 * A count that would be 0 is left out of the groups.
 */
export interface Summary {
  day: string;
  issued: number;
  served: number;
  noShow: number;
  cancelled: number;
  /** All others: a day that ended without being closed is over for them too. */
  unserved: number;
  /** How long those who were served spent in `waiting`, every time they did; left out when nobody was served. */
  wait?: Minutes;
  /** How long they spent in `serving`; where the start was not recorded, since they were called. */
  service?: Minutes;
  /** Tickets issued. */
  byService: Record<string, number>;
  byLanguage: Partial<Record<Language, number>>;
  /** Tickets issued in the half hour that begins at `09:00`, in the office's time. */
  arrivals: Record<string, number>;
  /** Visits: by their main category, and by each further one. */
  byCategory: Record<string, { main: number; also: number }>;
  referrals: Record<string, number>;
  /** By who recorded the end of the visit, or the absence. */
  byOperator: Record<string, { served: number; noShow: number }>;
}

export function summaryOf(queue: Queue): Summary {
  const tickets = [...queue.tickets.values()];
  const inState = (state: Ticket['state']) => tickets.filter((t) => t.state === state);
  const [served, noShow, cancelled] = [inState('served'), inState('no-show'), inState('cancelled')];
  const recorded = (by: string, among: Ticket[]) => among.filter((t) => t.lastStep?.by === by).length;
  const main = tally(served.map((t) => t.category));
  const also = tally(served.flatMap((t) => t.also ?? []));
  const operators = Object.keys(tally([...served, ...noShow].map((t) => t.lastStep?.by)));

  return {
    day: queue.day,
    issued: tickets.length,
    served: served.length,
    noShow: noShow.length,
    cancelled: cancelled.length,
    unserved: tickets.length - served.length - noShow.length - cancelled.length,
    ...(served.length > 0 && {
      wait: minutes(served.map((t) => t.waitedMs)),
      service: minutes(served.map((t) => t.servedMs)),
    }),
    byService: tally(tickets.map((t) => t.service)),
    byLanguage: tally(tickets.map((t) => t.language)),
    arrivals: tally(tickets.map((t) => halfHour(t.issuedAt))),
    byCategory: each(Object.keys({ ...main, ...also }), (c) => ({ main: main[c] ?? 0, also: also[c] ?? 0 })),
    referrals: tally(served.map((t) => t.referredTo)),
    byOperator: each(operators, (by) => ({ served: recorded(by, served), noShow: recorded(by, noShow) })),
  };
}

/** How often each occurs, in the order of the words. */
function tally(words: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words.filter((w) => w !== undefined).sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function each<T>(keys: readonly string[], valueOf: (key: string) => T): Record<string, T> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)]));
}

function minutes(milliseconds: readonly number[]): Minutes {
  const inOrder = [...milliseconds].sort((a, b) => a - b);
  const sum = inOrder.reduce((total, ms) => total + ms, 0);
  const half = (inOrder.length - 1) / 2;
  const median = (inOrder[Math.floor(half)]! + inOrder[Math.ceil(half)]!) / 2;
  const toTenth = (ms: number) => Math.round(ms / 6000) / 10;
  return { mean: toTenth(sum / inOrder.length), median: toTenth(median), longest: toTenth(inOrder.at(-1)!) };
}

/** @param at ISO 8601 with the office's offset */
function halfHour(at: string): string {
  return `${at.slice(11, 14)}${at.slice(14, 16) < '30' ? '00' : '30'}`;
}

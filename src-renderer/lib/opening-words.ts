// SPDX-License-Identifier: EUPL-1.2
/** What is said while no numbers are given: that it is so, why, and when that changes. */
import type { Opening } from '#contract';
import type { Messages } from '#messages/pages/it.ts';
import { dayAndTimeInWords, minutesUntil, timeOfDay } from './office-time.ts';

const COUNTDOWN_MINUTES = 60;

export interface OpeningWords {
  title: string;
  /** A holiday's name or a closure's reason, as the settings say it. */
  reason?: string | undefined;
  /** The moment to come back, `Riapriamo` and `lunedì 30 novembre`, `alle 9:00`: lines break between the words. */
  when?: { label: string; words: string[] } | undefined;
  /** One more sentence about that moment. */
  detail?: string | undefined;
  advice?: string | undefined;
}

/** @param now the office's time, ISO 8601 with its offset */
export function openingWords(opening: Opening, now: string, m: Messages): OpeningWords {
  const { opensAt, issuesAt } = opening;
  // While today's numbers are given or gone, the doors may still open today, for those who have one.
  const next = opensAt && issuesAt && opensAt < issuesAt ? issuesAt : opensAt;
  const back = (label: string) => (next ? { label, words: dayAndTimeInWords(next, now, m) } : undefined);
  const detail = issuesAt && issuesAt !== next ? m.numbersFrom(timeOfDay(issuesAt)) : undefined;

  switch (opening.state) {
    case 'open':
      return { title: m.welcome };
    case 'paused':
      return { title: m.paused, advice: `${m.pausedAdvice} ${m.stillCalled}` };
    case 'full':
      return { title: m.full, when: back(m.nextTime), detail, advice: m.stillCalled };
    case 'not-yet-open': {
      const first = issuesAt ?? opensAt;
      const minutes = first ? minutesUntil(first, now) : Infinity;
      if (minutes > COUNTDOWN_MINUTES) return { title: m.opensLater, when: back(m.opens), detail };
      return {
        title: m.opensSoon,
        when: { label: m.numbersIn, words: [m.minutes(Math.max(minutes, 1))] },
        detail: opensAt && m.doorsOpen(timeOfDay(opensAt)),
      };
    }
    case 'closed': {
      const titles = { hours: m.closed, holiday: m.closedToday, closure: m.closedToday, 'day-closed': m.dayClosed };
      const { reason = 'hours', reasonName } = opening;
      return { title: titles[reason], reason: reasonName, when: back(m.opensAgain), detail };
    }
  }
}

/** When the doors open, if numbers are given already but the doors are still closed. */
export function doorsStillClosed(opening: Opening, now: string): string | undefined {
  const { state, opensAt, closesAt } = opening;
  const ahead = state === 'open' && opensAt && closesAt && opensAt < closesAt && minutesUntil(opensAt, now) > 0;
  return ahead ? opensAt : undefined;
}

// SPDX-License-Identifier: EUPL-1.2
/** Is it open, when does that change, and what is said meanwhile. */

/** A span of local time within one day, `09:00` to `11:00`. */
export interface Window {
  from: string;
  to: string;
}

export interface OpeningHours {
  /** IANA name, `Europe/Rome`. */
  zone: string;
  /** `weekday` 1 is Monday, 7 Sunday (ISO 8601). */
  weekly: readonly ({ weekday: number } & Window)[];
  /** Closed from the first to the last day, both included (`2026-12-24`). */
  closures: readonly { from: string; to: string; reason: string }[];
  /** Open on that day at these hours, whatever else is said of it. */
  openings: readonly ({ date: string } & Window)[];
  /** How long before the doors open tickets are issued. */
  issuingMinutesBefore: number;
  /** The name of the holiday on a day (`2026-12-08`), if it is one. */
  holiday: (date: string) => string | undefined;
}

/** All times are ISO 8601 with the office's offset, to the second. */
export interface Hours {
  state: 'open' | 'not-yet-open' | 'closed';
  /** Why it is not open: outside the hours, a holiday, an extraordinary closure, or the day was closed by hand. */
  reason?: 'hours' | 'holiday' | 'closure' | 'day-closed';
  /** The holiday's name or the closure's reason, as the settings say it. */
  reasonName?: string;
  /** When tickets are issued again, some minutes before the doors open. */
  issuesAt?: string;
  /** When the doors open next. */
  opensAt?: string;
  closesAt?: string;
  /** The first moment at which this answer may no longer hold. */
  until: string;
}

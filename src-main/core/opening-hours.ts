// SPDX-License-Identifier: EUPL-1.2
/** Is it open, when does that change, and what is said meanwhile. */
import { Temporal } from 'temporal-polyfill';

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

/** From the first moment to the last, which is no longer in it; milliseconds since 1970, so that no zone can slip in. */
interface Period {
  from: number;
  to: number;
}

const DAYS_AHEAD = 400;

/**
 * The hours of the office at a moment. Tickets are issued (`open`) from some minutes before each window to its end; the
 * next moments are searched for 400 days ahead.
 * @param now ISO 8601 with an offset, any offset
 */
export function hoursAt(hours: OpeningHours, now: string): Hours {
  const moment = Temporal.Instant.from(now).toZonedDateTimeISO(hours.zone);
  const today = moment.toPlainDate();
  const at = moment.epochMilliseconds;
  const iso = (milliseconds: number) =>
    Temporal.Instant.fromEpochMilliseconds(milliseconds)
      .toZonedDateTimeISO(hours.zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'second' });

  const { doors, issuing } = periodsOn(hours, today);
  const current = issuing.find((p) => p.from <= at && at < p.to);
  const later = issuing.some((p) => p.from > at);
  const { reason, reasonName } = planOf(hours, today);
  const why = { reason, ...(reasonName !== undefined && { reasonName }) };
  const { issuesAt, opensAt } = nextTimes(hours, today, at);
  const changes = [...doors, ...issuing].flatMap((p) => [p.from, p.to]).filter((change) => change > at);

  return {
    state: current ? 'open' : later ? 'not-yet-open' : 'closed',
    ...(!current && why),
    ...(issuesAt !== undefined && { issuesAt: iso(issuesAt) }),
    ...(opensAt !== undefined && { opensAt: iso(opensAt) }),
    ...(current && { closesAt: iso(current.to) }),
    until: iso(Math.min(...changes, midnight(today.add({ days: 1 }), hours.zone))),
  };
}

/**
 * The windows of a day, and why there are none. A day that has no weekly window is closed for the hours even when it is
 * a holiday: to name the holiday would say that it is open on other such days.
 */
function planOf(
  hours: OpeningHours,
  date: Temporal.PlainDate,
): Pick<Hours, 'reason' | 'reasonName'> & { windows: readonly Window[] } {
  const day = date.toString();
  const extraordinary = hours.openings.filter((o) => o.date === day);
  if (extraordinary.length > 0) return { windows: extraordinary, reason: 'hours' };
  const windows = hours.weekly.filter((w) => w.weekday === date.dayOfWeek);
  if (windows.length === 0) return { windows, reason: 'hours' };
  const closure = hours.closures.find((c) => c.from <= day && day <= c.to);
  if (closure) return { windows: [], reason: 'closure', reasonName: closure.reason };
  const holiday = hours.holiday(day);
  if (holiday !== undefined) return { windows: [], reason: 'holiday', reasonName: holiday };
  return { windows, reason: 'hours' };
}

/** When the doors are open and when tickets are issued on a day, each in order and without overlaps. */
function periodsOn(hours: OpeningHours, date: Temporal.PlainDate): { doors: Period[]; issuing: Period[] } {
  const { windows } = planOf(hours, date);
  if (windows.length === 0) return { doors: [], issuing: [] };
  const doors = merged(
    windows.map((w) => ({ from: reached(date, w.from, hours.zone), to: reached(date, w.to, hours.zone) })),
  );
  // Before midnight a ticket would get a number of the day before.
  const earliest = midnight(date, hours.zone);
  const lead = hours.issuingMinutesBefore * 60_000;
  return { doors, issuing: merged(doors.map(({ from, to }) => ({ from: Math.max(from - lead, earliest), to }))) };
}

/** The next moments at which tickets are issued again and at which the doors open. */
function nextTimes(
  hours: OpeningHours,
  today: Temporal.PlainDate,
  at: number,
): { issuesAt?: number; opensAt?: number } {
  let issuesAt: number | undefined;
  let opensAt: number | undefined;
  for (let days = 0; days <= DAYS_AHEAD && (issuesAt === undefined || opensAt === undefined); days += 1) {
    const { doors, issuing } = periodsOn(hours, today.add({ days }));
    issuesAt ??= issuing.find((p) => p.from > at)?.from;
    opensAt ??= doors.find((p) => p.from > at)?.from;
  }
  return { ...(issuesAt !== undefined && { issuesAt }), ...(opensAt !== undefined && { opensAt }) };
}

function merged(periods: readonly Period[]): Period[] {
  const inOrder = periods.filter((p) => p.from < p.to).sort((a, b) => a.from - b.from);
  const result: Period[] = [];
  for (const period of inOrder) {
    const last = result.at(-1);
    if (last && period.from <= last.to) last.to = Math.max(last.to, period.to);
    else result.push({ ...period });
  }
  return result;
}

/**
 * The first moment of a day at which its clocks have reached a time: the moment of the change for a time that spring
 * skips, the earlier of the two for one that autumn repeats.
 */
function reached(date: Temporal.PlainDate, time: string, zone: string): number {
  const wanted = date.toPlainDateTime(time);
  const earlier = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const skipped = !earlier.toPlainDateTime().equals(wanted);
  return (skipped ? earlier.getTimeZoneTransition('next')! : earlier).epochMilliseconds;
}

function midnight(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}

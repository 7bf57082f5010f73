// SPDX-License-Identifier: EUPL-1.2
/** The office's clock: the machine's, or a simulated one for demonstrations and tests. */
import { Temporal } from 'temporal-polyfill';
import type { Clock } from './office.ts';

export function realClock(zone: string): Clock {
  return { kind: 'real', now: () => isoAt(Date.now(), zone) };
}

/**
 * A clock that starts at a local time of the zone and runs on from there.
 * @param start `2026-11-23T09:00`
 * @param speed office seconds a real second; 0 stands still
 */
export function simulatedClock(zone: string, start: string, speed: number): Clock {
  const origin = Temporal.PlainDateTime.from(start).toZonedDateTime(zone).epochMilliseconds;
  const began = performance.now();
  return { kind: 'simulated', now: () => isoAt(Math.round(origin + (performance.now() - began) * speed), zone) };
}

function isoAt(milliseconds: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'millisecond' });
}

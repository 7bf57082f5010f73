// SPDX-License-Identifier: EUPL-1.2
/** How long somebody who takes a ticket now will wait to be called: always a range, and nothing rather than a guess. */
import type { Hours } from './opening-hours.ts';
import type { Law } from './law.ts';
import type { Pace, Queue } from './state.ts';
import type { WaitMinutes } from './ticket.ts';

interface Circumstances {
  now: string;
  hours: Hours;
  law: Law;
}

type Receives = (place: { services?: readonly string[] | undefined }) => boolean;

/** From the end of a visit to the next call, until the day shows it: the operator notes it down, looks up, calls. */
const GAP_MINUTES = 1;
const ENOUGH_VISITS = 5;
/** What is known beforehand goes on counting as two visits: five alone may all have been short. */
const LASTING_WEIGHT = 2;
/** Until so many visits are over, counters may still open. */
const STARTING_VISITS = 3;
/** A visit that was never ended in the console must not frighten those who come. */
const LONGEST_IN_MEDIANS = 4;
/** One that is already longer than most will last so much longer than it has. */
const OVERLONG = 1.3;

/*
 * How far a true wait lies from turns x minutes a turn, found on simulated Mondays (test/core/mondays.ts) for 83 in
 * 100 to fall inside. Waits are longer more often than shorter: others go ahead, operators pause. The first few turns
 * scatter most to the low side. Where the number of counters is itself a range, that range is most of the doubt.
 */
const LOW = 1.05;
const LOW_FIRST_TURNS = 0.85;
const HIGH = 1.7;
const IN_DOUBT = 1.4;
const SLOW_CALL_MINUTES = 2;
/** Operators begin within this time after the doors open. */
const SLOW_START_MINUTES = 8;

/**
 * From now until the call of somebody who joins for a service with so many people ahead. Before the doors open it counts
 * from their opening, with at least half of the counters; afterwards it is nothing while nobody receives.
 * @param ahead how many who wait are called before
 */
export function expectedWait(
  queue: Queue,
  service: string,
  ahead: number,
  { now, hours, law }: Circumstances,
): WaitMinutes | undefined {
  const receives: Receives = ({ services }) => !services || services.includes(service);
  const open = Object.values(queue.counters).filter((c) => c.operator && receives(c));
  const doors = minutesUntilDoors(queue, now, hours);
  const all = Math.max(open.length, law.counters.filter(receives).length);
  const fewest = doors === undefined ? open.length : Math.max(open.length, Math.ceil(all / 2));
  if (fewest === 0) return undefined;
  const isStarting = doors !== undefined || queue.pace.visits.length < STARTING_VISITS;
  const most = isStarting ? all : open.length;

  const visitsUnderWay = open.flatMap((c) =>
    c.ticket ? [minutesBetween(queue.tickets.get(c.ticket)!.calledAt!, now)] : [],
  );
  const turn = turnMinutes(queue.pace, law.visitMinutes, visitsUnderWay);
  const competing = ahead * shareCompeting(queue, receives, law);
  /** How many visits must end before it is called, if so many counters receive. */
  const turnsWith = (counters: number) => Math.max(0, competing + 1 - (counters - visitsUnderWay.length));
  const minutesWith = (counters: number) => (turnsWith(counters) * turn) / counters;

  const [low, high] = fewest === most ? [LOW, HIGH] : [IN_DOUBT, IN_DOUBT];
  const firstTurns = Math.exp(-LOW_FIRST_TURNS / Math.sqrt(Math.max(1, turnsWith(most))));
  const shortest = (doors ?? 0) + minutesWith(most) * low * firstTurns;
  const slow = doors === undefined ? SLOW_CALL_MINUTES : SLOW_START_MINUTES;
  const longest = (doors ?? 0) + minutesWith(fewest) * high + slow;
  return [kindly(shortest, Math.floor), kindly(longest, Math.ceil)];
}

/** Nothing once they are open. Tickets are issued until `closesAt`, so doors that open sooner are those of this time. */
function minutesUntilDoors(queue: Queue, now: string, { state, opensAt, closesAt }: Hours): number | undefined {
  if (state !== 'open' || !opensAt || !closesAt || minutesBetween(opensAt, closesAt) <= 0) return undefined;
  if (Object.values(queue.counters).some((c) => c.ticket)) return undefined;
  const minutes = minutesBetween(now, opensAt);
  return minutes > 0 ? minutes : undefined;
}

/** From one call to the next at a counter where somebody waits. */
function turnMinutes({ visits, gaps }: Pace, usual: number, underWay: readonly number[]): number {
  const ended = usualMinutes(visits, usual);
  const overlong = underWay
    .filter((minutes) => minutes > ended.mean)
    .map((minutes) => Math.min(minutes * OVERLONG, ended.longest));
  const visit = (ended.mean * ended.weight + sum(overlong)) / (ended.weight + overlong.length);
  return visit + usualMinutes(gaps, GAP_MINUTES).mean;
}

/** The mean, where what is known beforehand stands in for what is missing to five, and nothing counts beyond `longest`. */
function usualMinutes(observed: readonly number[], usual: number) {
  const minutes = observed.map((milliseconds) => milliseconds / 60_000);
  const inOrder = [...minutes, usual].sort((a, b) => a - b);
  const longest = LONGEST_IN_MEDIANS * Math.max(inOrder[Math.floor(inOrder.length / 2)]!, usual / 2);
  const known = Math.max(ENOUGH_VISITS - minutes.length, LASTING_WEIGHT);
  const weight = minutes.length + known;
  return { mean: (sum(minutes.map((m) => Math.min(m, longest))) + known * usual) / weight, weight, longest };
}

/** How much of those who wait will be received where this one may be: all, unless counters differ in their services. */
function shareCompeting(queue: Queue, receives: Receives, law: Law): number {
  const opened = Object.values(queue.counters).filter((c) => c.operator);
  const counters = opened.length > 0 ? opened : law.counters;
  if (queue.waiting.length === 0 || counters.every((c) => !c.services)) return 1;
  const shares = Object.entries(queue.waitingBy).map(([id, waiting]) => {
    const theirs = counters.filter(({ services }) => !services || services.includes(id));
    return (waiting * theirs.filter(receives).length) / Math.max(1, theirs.length);
  });
  return sum(shares) / queue.waiting.length;
}

function kindly(minutes: number, round: (x: number) => number): number {
  return minutes > 10 ? round(minutes / 5) * 5 : round(minutes);
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

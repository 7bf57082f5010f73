// SPDX-License-Identifier: EUPL-1.2
/** How true the told waits were on simulated Mondays, and how much narrower somebody could be who knows too much. */
import type { WaitMinutes } from '../../src-main/core/ticket.ts';
import type { Monday } from './mondays.ts';

export interface Told {
  monday: Monday;
  waitMinutes: WaitMinutes;
  waited: number;
  ahead: number;
  /** Minutes since midnight. */
  issuedAt: number;
}

export interface Figures {
  told: number;
  /** How many true waits in 100 fall inside. */
  inside: number;
  below: number;
  above: number;
  /** Mean width in minutes. */
  width: number;
  /** Mean width over mean wait. */
  relative: number;
}

const DOORS = 9 * 60;
/** Walking to the counter, noting the visit down. */
const MINUTES_BETWEEN = 1.75;

/** Everybody who was called and had been told something, and how many were told nothing. */
export function whatWasTold(mondays: readonly Monday[]): { told: Told[]; untold: number } {
  const called = mondays.flatMap((monday) => monday.called.map(({ ticket, waited }) => ({ monday, ticket, waited })));
  const told = called.flatMap(({ monday, ticket, waited }) => {
    const { waitMinutes, issuedAt, ahead } = ticket;
    return waitMinutes ? [{ monday, waitMinutes, waited, ahead, issuedAt: minuteOf(issuedAt) }] : [];
  });
  return { told, untold: called.length - told.length };
}

export function figuresOf(told: readonly Pick<Told, 'waitMinutes' | 'waited'>[]): Figures {
  const share = (is: (t: Pick<Told, 'waitMinutes' | 'waited'>) => boolean) =>
    (100 * told.filter(is).length) / told.length;
  const mean = (of: (t: Pick<Told, 'waitMinutes' | 'waited'>) => number) =>
    told.reduce((sum, t) => sum + of(t), 0) / told.length;
  const below = share(({ waitMinutes: [low], waited }) => waited < low);
  const above = share(({ waitMinutes: [, high], waited }) => waited > high);
  const width = mean(({ waitMinutes: [low, high] }) => high - low);
  return {
    told: told.length,
    inside: 100 - below - above,
    below,
    above,
    width,
    relative: width / mean((t) => t.waited),
  };
}

function minuteOf(moment: string): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}

const ALIKE = 100;

/**
 * How wide the ranges would be of somebody who knows how long the visits of the day will last and how many operators
 * come, and in hindsight how the waits of the hundred most alike scattered; for as many true waits inside.
 */
export function hindsightWidth(told: readonly Told[], inside: number): number {
  const expected = ({ monday, issuedAt, ahead }: Told) =>
    Math.max(0, DOORS - issuedAt) + ((ahead + 1) * (monday.visitMinutes + MINUTES_BETWEEN)) / monday.staff;
  const inOrder = [...told].sort((a, b) => expected(a) - expected(b));
  let sum = 0;
  for (let from = 0; from < inOrder.length; from += ALIKE) {
    const waits = inOrder.slice(from, from + ALIKE).map(({ waited }) => waited);
    sum += narrowest(waits, inside) * waits.length;
  }
  return sum / told.length;
}

/** Width of the narrowest range that holds so many of them in 100. */
function narrowest(waits: readonly number[], inside: number): number {
  const sorted = [...waits].sort((a, b) => a - b);
  const needed = Math.ceil((sorted.length * inside) / 100);
  return Math.min(...sorted.slice(needed - 1).map((high, i) => high - sorted[i]!));
}

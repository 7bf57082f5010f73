// SPDX-License-Identifier: EUPL-1.2
/** How true the told waits are over 200 simulated Mondays, and how wide, against who knows the day beforehand. */
import { figuresOf, hindsightWidth, whatWasTold, type Told } from '../core/estimate-figures.ts';
import { mondays } from '../core/mondays.ts';

const MONDAYS = 200;
/** Not one of those by which the estimate was tuned. */
const SEED = 2026;

export function benchEstimate(): Record<string, string>[] {
  const { told, untold } = whatWasTold(mondays(MONDAYS, SEED));
  const issued = (from: number, to: number) => (t: Told) => t.issuedAt >= from * 60 && t.issuedAt < to * 60;
  const people = (from: number, to: number) => (t: Told) => t.monday.people >= from && t.monday.people <= to;
  const atMost = (from: number, to: number) => (t: Told) => t.waitMinutes[1] > from && t.waitMinutes[1] <= to;
  const groups: [string, (t: Told) => boolean][] = [
    [`all of ${MONDAYS} Mondays (${untold} were told nothing)`, () => true],
    ['issued before the doors open', issued(0, 9)],
    ['issued 9:00-9:30', issued(9, 9.5)],
    ['issued 9:30-10:00', issued(9.5, 10)],
    ['issued 10:00-11:00', issued(10, 11)],
    ['8-20 people', people(8, 20)],
    ['21-40 people', people(21, 40)],
    ['41-60 people', people(41, 60)],
    ...[1, 2, 3, 4].map((staff): [string, (t: Told) => boolean] => [
      `${staff} operator${staff > 1 ? 's' : ''}`,
      (t) => t.monday.staff === staff,
    ]),
    ['told at most 20 minutes', atMost(0, 20)],
    ['told at most 25-60 minutes', atMost(20, 60)],
    ['told at most 65 minutes or more', atMost(60, Infinity)],
  ];
  return groups.map(([what, belongs]) => {
    const those = told.filter(belongs);
    const { inside, below, above, width, relative } = figuresOf(those);
    const hindsight = hindsightWidth(those, inside);
    return {
      'told waits': what,
      tickets: String(those.length),
      'inside, %': inside.toFixed(1),
      'sooner, %': below.toFixed(1),
      'later, %': above.toFixed(1),
      'width, min': width.toFixed(1),
      'width / wait': relative.toFixed(2),
      'width in hindsight, min': hindsight.toFixed(1),
    };
  });
}

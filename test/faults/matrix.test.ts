// SPDX-License-Identifier: EUPL-1.2
/** Whatever the printer does, no number is lost, none is printed twice unnoticed, and everyone knows where they stand. */
import { describe, expect, test } from 'vitest';
import { CASES, failingsOf, run } from './matrix.ts';

const named = CASES.map((one) => ({ ...one, fault: one.trial.fault, when: one.trial.when }));

describe.concurrent('the printer', () => {
  test.each(named)('by $way: $fault $when of the $position ticket', async ({ trial, way, position }) => {
    const result = await run(trial, way, position);
    expect(failingsOf(trial, result)).toEqual([]);
  });
});

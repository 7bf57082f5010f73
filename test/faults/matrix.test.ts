// SPDX-License-Identifier: EUPL-1.2
/** Whatever the printer does, no number is lost, none is printed twice unnoticed, and everyone knows where they stand. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { CASES, failingsOf, nameOf, run } from './matrix.ts';
import { closeBrowser } from './pages.ts';

const named = CASES.map((one) => ({ ...one, name: nameOf(one.trial) }));

// most of the time they wait, each for its own printer
vi.setConfig({ maxConcurrency: 8 });
afterAll(closeBrowser);

describe.concurrent('the printer', () => {
  test.each(named)(
    'by $way: $name of the $position ticket',
    async ({ trial, way, position }) => {
      // pages draw what the office knows, whatever the way to its printer: here every fault is read there once
      const result = await run(trial, way, position, way === 'tcp' && position === 'first');
      expect(failingsOf(trial, way, result)).toEqual([]);
    },
    120_000,
  );
});

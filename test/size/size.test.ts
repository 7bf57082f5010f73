// SPDX-License-Identifier: EUPL-1.2
/** A page comes quickly also over a slow network and on a small machine. */
import { expect, test } from 'vitest';
import { sizes } from './size.ts';

test.each(sizes())('the $page loads no more JavaScript than its budget of $budget KB', ({ kilobytes, budget }) => {
  expect(kilobytes).toBeGreaterThan(10);
  expect(kilobytes).toBeLessThanOrEqual(budget);
});

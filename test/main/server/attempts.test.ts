// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { createAttempts } from '../../../src-main/server/attempts.ts';

test('after five wrong tries in a row the sixth has to wait, and longer each time', () => {
  let now = 0;
  const attempts = createAttempts(() => now);
  for (let i = 0; i < 4; i += 1) attempts.failed('anna');
  expect(attempts.wait('anna')).toBe(0);
  attempts.failed('anna');
  expect(attempts.wait('anna')).toBe(30);
  expect(attempts.wait('bruno')).toBe(0);
  now = 30;
  expect(attempts.wait('anna')).toBe(0);
  attempts.failed('anna');
  expect(attempts.wait('anna')).toBe(60);
});

test('a right secret makes the wrong tries forgotten', () => {
  const attempts = createAttempts(() => 0);
  for (let i = 0; i < 4; i += 1) attempts.failed('anna');
  attempts.succeeded('anna');
  attempts.failed('anna');
  expect(attempts.wait('anna')).toBe(0);
});

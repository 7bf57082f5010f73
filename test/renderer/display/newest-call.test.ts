// SPDX-License-Identifier: EUPL-1.2
/** Which call may move on the wall: only one that came while the wall was watching. */
import { expect, test } from 'vitest';
import type { DisplayView } from '../../../src-main/contract.ts';
import { NewestCall } from '../../../src-renderer/display/newest-call.svelte.ts';

/** What a wall shows as fresh after it saw these newest calls; `lost` is the office out of reach. */
function freshAfter(...seen: (number | 'none' | 'lost')[]): number | undefined {
  const newest = new NewestCall();
  for (const sequence of seen) {
    const calls = sequence === 'none' ? [] : [{ sequence }];
    newest.watch(sequence === 'lost' ? undefined : ({ calls } as DisplayView));
  }
  return newest.fresh;
}

test('what is on the wall when it starts does not move', () => {
  expect(freshAfter(5)).toBeUndefined();
  expect(freshAfter('lost', 5)).toBeUndefined();
});

test('a new call moves, and so does the first of the day and a number called again', () => {
  expect(freshAfter(5, 6)).toBe(6);
  expect(freshAfter('none', 1)).toBe(1);
  expect(freshAfter(5, 5, 6, 6)).toBe(6);
});

test('what was called while the office was out of reach does not move', () => {
  expect(freshAfter(5, 'lost', 8)).toBeUndefined();
  expect(freshAfter(5, 'lost', 8, 9)).toBe(9);
});

test('the first call of the next day moves though its sequence starts anew', () => {
  expect(freshAfter(41, 'none', 1)).toBe(1);
});

// SPDX-License-Identifier: EUPL-1.2
/** Which calls move and sound on the wall: those that come while it is watching, and what it has just missed. */
import { expect, test } from 'vitest';
import { NewCalls, type Call } from '../../../src-renderer/display/new-calls.svelte.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();

/** Call number `sequence`, `seconds` after noon. */
function call(sequence: number, seconds = 0, number = `${sequence}`): Call {
  return { number, counter: '1', sequence, calledAt: at(seconds), language: 'it' };
}

/** The sequences that a wall sounds at the last of these views; `lost` is the office out of reach. */
function soundedAfter(...views: ({ calls: Call[]; now: string } | 'lost')[]): number[] {
  const wall = new NewCalls();
  const sounded = views.map((view) => wall.watch(view === 'lost' ? undefined : view));
  return sounded.at(-1)!.map(({ sequence }) => sequence);
}

const view = (now: number, ...calls: Call[]) => ({ calls, now: at(now) });

test('what is on the wall when it starts is not sounded and does not move', () => {
  expect(soundedAfter(view(1, call(5)))).toEqual([]);
  expect(soundedAfter('lost', view(1, call(5)))).toEqual([]);
});

test('calls that come together are sounded in their order, each once', () => {
  expect(soundedAfter(view(0), view(1, call(1)))).toEqual([1]);
  expect(soundedAfter(view(0, call(5)), view(1, call(8), call(7), call(6), call(5)))).toEqual([6, 7, 8]);
  expect(soundedAfter(view(0, call(5)), view(1, call(6), call(5)), view(2, call(6), call(5)))).toEqual([]);
});

test('a number that is called again is sounded again, and known as such', () => {
  const wall = new NewCalls();
  wall.watch(view(0, call(6, 0, '12'), call(5, 0, '11')));
  expect(wall.fresh).toBeUndefined();
  expect(wall.watch(view(9, call(7, 9, '11'), call(6, 0, '12')))).toMatchObject([{ number: '11' }]);
  expect(wall.fresh).toEqual({ sequence: 7, again: true });
  wall.watch(view(20, call(8, 20, '13'), call(7, 9, '11')));
  expect(wall.fresh).toEqual({ sequence: 8, again: false });
});

test('after a lost connection the calls of the last minute are still sounded, older ones only shown', () => {
  const known = view(0, call(5));
  expect(soundedAfter(known, 'lost', view(100, call(8, 95), call(7, 45), call(6, 20), call(5)))).toEqual([7, 8]);
  expect(soundedAfter(known, 'lost', view(3600, call(8, 95), call(5)))).toEqual([]);
  expect(soundedAfter(known, 'lost', view(3600, call(6, 95)), view(3601, call(7, 3601), call(6, 95)))).toEqual([7]);
});

test('the first call of the next day is sounded though its sequence starts anew', () => {
  const day = 24 * 3600;
  expect(soundedAfter(view(0, call(41)), view(day), view(day + 5, call(1, day + 5)))).toEqual([1]);
  expect(soundedAfter(view(0, call(41)), view(day + 5, call(1, day + 5)))).toEqual([1]);
});

test('a clock that jumps back to a day does not sound that day’s calls again', () => {
  const day = 24 * 3600;
  expect(soundedAfter(view(day, call(2, day)), view(900, call(41, 100), call(40, 50)))).toEqual([]);
});

// SPDX-License-Identifier: EUPL-1.2
/** The time after which a page of the kiosk closes by itself. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Countdown } from '../../../src-renderer/kiosk/countdown.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

function running(seconds: number) {
  const onEnd = vi.fn();
  const countdown = new Countdown(onEnd);
  countdown.restart(seconds);
  countdown.run();
  return { countdown, onEnd };
}

test('a page shows the seconds it has left and closes once when they are over', () => {
  const { countdown, onEnd } = running(20);
  expect([countdown.seconds, countdown.share]).toEqual([20, 1]);
  pass(15);
  expect([countdown.seconds, countdown.share]).toEqual([5, 0.25]);
  expect(onEnd).not.toHaveBeenCalled();
  pass(100);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('more time is more time, and is kept when what is on the page changes', () => {
  const { countdown, onEnd } = running(20);
  pass(10);
  countdown.extend(30);
  expect(countdown.seconds).toBe(40);
  countdown.restart(20);
  expect(countdown.seconds).toBe(50);
  pass(49);
  expect(onEnd).not.toHaveBeenCalled();
});

test('a page that the citizen closed does not close again', () => {
  const onEnd = vi.fn();
  const countdown = new Countdown(onEnd);
  countdown.restart(20);
  const stop = countdown.run();
  stop();
  pass(100);
  expect(onEnd).not.toHaveBeenCalled();
});

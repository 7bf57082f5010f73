// SPDX-License-Identifier: EUPL-1.2
/** How a program of the office ends when it is told to: in order at the first signal, at once at the second. */
import { constants } from 'node:os';

/** What is under way is over long before; a disk that hangs is not waited for for ever. */
const PATIENCE_MS = 10_000;
/** npm passes on the Ctrl+C that the terminal has given to all: that is still the first. */
const SAME_MS = 250;

/** @param close lets what is under way end */
export function endOnSignals(close: () => Promise<unknown>): void {
  let told: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (told !== undefined && performance.now() - told < SAME_MS) return;
      if (told !== undefined) process.exit(128 + constants.signals[signal]);
      told = performance.now();
      setTimeout(() => fail('What was under way did not end in ten seconds.'), PATIENCE_MS).unref();
      close().then(() => process.exit(0), fail);
    });
  }
}

function fail(why: unknown): void {
  console.error(why);
  process.exit(1);
}

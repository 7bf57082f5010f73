// SPDX-License-Identifier: EUPL-1.2
/** The time after which a page of the kiosk closes by itself, and which the citizen can always lengthen. */

import { openUntil } from './attention.ts';

const TICK_MS = 200;

export class Countdown {
  #left = $state(0);
  #whole = $state(1);
  #end = 0;
  #extra = 0;
  readonly #onEnd: () => void;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  get seconds(): number {
    return Math.ceil(this.#left);
  }

  /** From 1, all the time is left, down to 0. */
  get share(): number {
    return this.#left / this.#whole;
  }

  /** Starts anew; what the citizen asked for on top is kept. */
  restart(seconds: number): void {
    this.#last(seconds + this.#extra);
  }

  extend(seconds: number): void {
    this.#extra += seconds;
    this.#last(this.#end - now() + seconds);
  }

  /** Lets the time pass; returns what stops it. */
  run(): () => void {
    const timer = setInterval(() => {
      this.#end = Math.max(this.#end, openUntil());
      this.#left = Math.max(0, this.#end - now());
      this.#whole = Math.max(this.#whole, this.#left);
      if (this.#left > 0) return;
      clearInterval(timer);
      this.#onEnd();
    }, TICK_MS);
    return () => clearInterval(timer);
  }

  #last(seconds: number): void {
    this.#end = now() + seconds;
    this.#left = seconds;
    this.#whole = seconds;
  }
}

function now(): number {
  return performance.now() / 1000;
}

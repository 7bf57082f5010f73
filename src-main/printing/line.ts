// SPDX-License-Identifier: EUPL-1.2
/** A line to a printer that answers: says something and waits for the answer, always listening. */
import type { Duplex } from 'node:stream';

export interface Line {
  /** True once the other side has hung up or the line broke. */
  broken(): boolean;
  /**
   * Says the words and waits until `find` finds the answer among all that was heard since; undefined if the line breaks
   * or `ms` go by before.
   */
  ask<T>(words: Uint8Array, find: (heard: Buffer) => T | undefined, ms: number): Promise<T | undefined>;
  /** Says the words; resolves when they are handed over to the system, the line breaks or `ms` go by. */
  say(words: Uint8Array, ms: number): Promise<void>;
}

/** An answer is a few bytes; a device that never stops talking must not fill the memory. */
const MOST_HEARD = 4096;

/** Reads all that ever comes: what is left unread when a socket closes would make it a reset, and cut the slip short. */
export function lineOn(stream: Duplex): Line {
  let heard = Buffer.alloc(0);
  let broken = stream.destroyed;
  let notice = () => {};

  stream.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk]).subarray(-MOST_HEARD);
    notice();
  });
  for (const end of ['end', 'error', 'close']) {
    stream.on(end, () => {
      broken = true;
      notice();
    });
  }

  function until(settled: () => boolean, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(limit);
        notice = () => {};
        resolve();
      };
      const limit = setTimeout(done, ms);
      notice = () => (settled() || broken) && done();
      notice();
    });
  }

  return {
    broken: () => broken,
    async ask(words, find, ms) {
      heard = Buffer.alloc(0);
      if (!broken) stream.write(words);
      await until(() => find(heard) !== undefined, ms);
      return find(heard);
    },
    async say(words, ms) {
      let handedOver = false;
      if (!broken) {
        stream.write(words, () => {
          handedOver = true;
          notice();
        });
      }
      await until(() => handedOver, ms);
    },
  };
}

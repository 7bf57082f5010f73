// SPDX-License-Identifier: EUPL-1.2
/** A line to a printer: says something, asks and waits for the answer, always listening. */
import type { Duplex } from 'node:stream';
import { createEars, statusRequest, type Ears } from './status.ts';

export interface Line {
  /** All that was heard since the line was opened. */
  readonly ears: Ears;
  /** True once the other side has hung up or the line broke. */
  broken(): boolean;
  /** Hands the words over. */
  say(words: Uint8Array): void;
  /** True once the system has taken all that was said, which does not yet make it heard. */
  taken(): boolean;
  /** Waits until `settled` holds, looking whenever something is heard; false if the line breaks or `ms` go by before. */
  until(settled: () => boolean, ms: number): Promise<boolean>;
  /**
   * The answer to DLE EOT n, after all that are still owed; undefined if the line breaks, `ms` go by or `enough` holds
   * before.
   */
  ask(n: number, ms: number, enough?: () => boolean): Promise<number | undefined>;
  /** An answer to DLE EOT has not come yet. */
  owed(): boolean;
  /** When something was heard last, in milliseconds of `performance.now()`. */
  heardAt(): number;
  /**
   * Closes in order, so that what is still under way arrives: what was said, and an answer that is owed, which on a
   * device the next line would take for its own. By force if the other side does not close in time. Answers whether it
   * was in order.
   */
  close(ms: number): Promise<boolean>;
  /** Breaks the line at once: what has not been taken is thrown away. */
  cut(): void;
}

/** More than this at once no printer has to say: one that never stops must not keep the office from its work. */
const TALKATIVE = 4096;
const SILENCED_MS = 50;

/** Reads all that ever comes: what is left unread when a socket closes would make it a reset, and cut the slip short. */
export function lineOn(stream: Duplex): Line {
  const ears = createEars();
  const waiting = new Set<() => void>();
  let broken = stream.destroyed;
  let closed = stream.closed;
  let inOrder = !broken;
  let unsaid = 0;
  let expectedAnswers = 0;
  let heardAt = performance.now();

  const notice = () => {
    for (const look of waiting) look();
  };
  stream.on('data', (chunk: Buffer) => {
    heardAt = performance.now();
    ears.take(chunk);
    if (chunk.length > TALKATIVE) {
      stream.pause();
      setTimeout(() => stream.resume(), SILENCED_MS);
    }
    notice();
  });
  stream.on('close', () => (closed = true));
  stream.on('error', () => (inOrder = false));
  for (const end of ['end', 'error', 'close']) {
    stream.on(end, () => {
      broken = true;
      notice();
    });
  }

  function until(settled: () => boolean, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(limit);
        waiting.delete(look);
        resolve(settled());
      };
      const look = () => (settled() || broken) && done();
      const limit = setTimeout(done, ms);
      waiting.add(look);
      look();
    });
  }

  function say(words: Uint8Array): void {
    if (broken) return;
    unsaid += 1;
    stream.write(words, (error) => {
      if (error) return;
      unsaid -= 1;
      notice();
    });
  }

  function owed(): boolean {
    return ears.answers < expectedAnswers;
  }

  function cut(): void {
    inOrder = false;
    broken = true;
    stream.destroy();
    notice();
  }

  return {
    ears,
    broken: () => broken,
    say,
    taken: () => unsaid === 0,
    until,
    async ask(n, ms, enough = () => false) {
      expectedAnswers = Math.max(expectedAnswers, ears.answers) + 1;
      const expected = expectedAnswers;
      say(statusRequest(n));
      const answered = () => ears.answers >= expected;
      await until(() => answered() || enough(), ms);
      return answered() ? ears.lastAnswer : undefined;
    },
    owed,
    heardAt: () => heardAt,
    async close(ms) {
      await until(() => !owed(), ms);
      if (closed) return inOrder;
      stream.end();
      await new Promise<void>((resolve) => {
        const limit = setTimeout(cut, ms);
        stream.once('close', () => {
          clearTimeout(limit);
          resolve();
        });
      });
      return inOrder;
    },
    cut,
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** A code that is shown in one place and typed in another, once. */
import { randomInt } from 'node:crypto';
import { createAttempts, waitSentence } from './attempts.ts';
import type { Unknown } from './identify.ts';

export interface OneTimeCode<T> {
  /** Six digits for this, which are the only ones that count from now on. */
  make(what: T): string;
  /** Uses the code up if this is it, and says what it was for. */
  take(typed: string): { what: T } | Unknown;
}

/**
 * Wrong tries are slowed down all together, whoever makes them: of a million codes nobody tries many.
 *
 * @param lasts seconds
 */
export function createOneTimeCode<T>(lasts: number): OneTimeCode<T> {
  const seconds = () => performance.now() / 1000;
  const attempts = createAttempts(seconds);
  let made: { code: string; what: T; until: number } | undefined;
  return {
    make(what) {
      made = { code: String(randomInt(1e6)).padStart(6, '0'), what, until: seconds() + lasts };
      return made.code;
    },
    take(typed) {
      const wait = attempts.wait('');
      if (wait > 0) return { code: 429, message: waitSentence(wait) };
      if (made && made.until > seconds() && typed.replace(/\s/g, '') === made.code) {
        const { what } = made;
        made = undefined;
        attempts.succeeded('');
        return { what };
      }
      attempts.failed('');
      return { code: 401, message: 'Il codice non è giusto, o non vale più.' };
    },
  };
}

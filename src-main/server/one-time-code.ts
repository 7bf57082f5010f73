// SPDX-License-Identifier: EUPL-1.2
/** A code that is shown in one place and typed in another, once. */
import { randomInt } from 'node:crypto';
import { createAttempts } from './attempts.ts';

export interface OneTimeCode {
  /** Six digits, which are the only ones that count from now on. */
  make(): string;
  /** Uses the code up if this is it; otherwise says why not, with the HTTP status for it. */
  take(typed: string): { code: 401 | 429; message: string } | undefined;
}

/**
 * Wrong tries are slowed down all together, whoever makes them: of a million codes nobody tries many.
 *
 * @param lasts seconds
 * @param seconds a clock that only moves on, in seconds
 */
export function createOneTimeCode(lasts: number, seconds: () => number): OneTimeCode {
  const attempts = createAttempts(seconds);
  let made: { code: string; until: number } | undefined;
  return {
    make() {
      made = { code: String(randomInt(1e6)).padStart(6, '0'), until: seconds() + lasts };
      return made.code;
    },
    take(typed) {
      const wait = attempts.wait('');
      if (wait > 0) return { code: 429, message: `Troppi tentativi: riprovi tra ${wait} secondi.` };
      if (made && made.until > seconds() && typed.replace(/\s/g, '') === made.code) {
        made = undefined;
        attempts.succeeded('');
        return undefined;
      }
      attempts.failed('');
      return { code: 401, message: 'Il codice non è giusto, o non vale più.' };
    },
  };
}

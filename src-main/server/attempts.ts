// SPDX-License-Identifier: EUPL-1.2
/** Wrong sign-ins are slowed down and, after some, locked out for a while, per address and name. */

export interface Attempts {
  /** Seconds until another try is taken, 0 for now. */
  wait(key: string): number;
  failed(key: string): void;
  succeeded(key: string): void;
}

/** What whoever has to wait is told. */
export function waitSentence(seconds: number): string {
  return `Troppi tentativi: riprovi tra ${seconds} secondi.`;
}

const FREE_TRIES = 5;
const FIRST_LOCK_SECONDS = 30;
const LONGEST_LOCK_SECONDS = 900;
const KEYS_KEPT = 1000;

/** @param seconds a clock that only moves on, in seconds */
export function createAttempts(seconds: () => number): Attempts {
  const tries = new Map<string, { count: number; until: number }>();
  return {
    wait(key) {
      return Math.max(0, Math.ceil((tries.get(key)?.until ?? 0) - seconds()));
    },
    failed(key) {
      const count = (tries.get(key)?.count ?? 0) + 1;
      const lock =
        count < FREE_TRIES ? 0 : Math.min(LONGEST_LOCK_SECONDS, FIRST_LOCK_SECONDS * 2 ** (count - FREE_TRIES));
      tries.delete(key);
      tries.set(key, { count, until: seconds() + lock });
      const oldest = tries.keys().next().value;
      if (tries.size > KEYS_KEPT && oldest !== undefined) tries.delete(oldest);
    },
    succeeded(key) {
      tries.delete(key);
    },
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** Who is signed in. Sessions outlive a restart, so that a console comes back whole; only token hashes are kept. */
import { z } from 'zod';
import type { Session } from '../contract.ts';
import type { Store } from './operators.ts';
import { hashOf, newToken } from './token.ts';

/** What the file of sessions holds, by token hash; `lastSeen` is ms since 1970 by the machine's clock. */
export const sessionsSchema = z.record(
  z.string(),
  z.strictObject({ operator: z.string(), coordinator: z.boolean(), lastSeen: z.number() }),
);

export type StoredSession = z.infer<typeof sessionsSchema>[string];

export interface Sessions {
  /** Resolves to the token for the cookie. */
  begin(session: Session): Promise<string>;
  /** The session of a token that is not idle for too long; looking is not yet being active. */
  find(token: string | undefined): Session | undefined;
  /** The operator has done something. */
  touch(token: string): void;
  end(token: string | undefined): Promise<void>;
}

const WRITE_AFTER_MS = 60_000;

export function createSessions(store: Store<Record<string, StoredSession>>, idleMinutes: number): Sessions {
  const idleMs = idleMinutes * 60_000;
  const sessions = new Map(Object.entries(store.read()));
  let written = Date.now();

  const isIdle = ({ lastSeen }: StoredSession) => Date.now() - lastSeen > idleMs;

  async function write(): Promise<void> {
    for (const [key, session] of sessions) if (isIdle(session)) sessions.delete(key);
    written = Date.now();
    await store.write(Object.fromEntries(sessions));
  }

  return {
    async begin({ operator, coordinator }) {
      const token = newToken();
      sessions.set(hashOf(token), { operator, coordinator, lastSeen: Date.now() });
      await write();
      return token;
    },
    find(token) {
      const session = token === undefined ? undefined : sessions.get(hashOf(token));
      if (!session || isIdle(session)) return undefined;
      const { operator, coordinator } = session;
      return { operator, coordinator };
    },
    touch(token) {
      const session = sessions.get(hashOf(token));
      if (!session) return;
      session.lastSeen = Date.now();
      // A lost write only makes the idle time after a restart begin a minute earlier.
      if (Date.now() - written > WRITE_AFTER_MS) write().catch(() => undefined);
    },
    async end(token) {
      if (token !== undefined && sessions.delete(hashOf(token))) await write();
    },
  };
}

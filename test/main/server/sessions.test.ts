// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSessions, type StoredSession } from '../../../src-main/server/sessions.ts';

function memory() {
  let kept: Record<string, StoredSession> = {};
  return {
    read: () => structuredClone(kept),
    write: (next: typeof kept) => {
      kept = structuredClone(next);
      return Promise.resolve();
    },
  };
}

const anna = { operator: 'anna', coordinator: false };

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00Z') }));
afterEach(() => void vi.useRealTimers());

test('a session lasts while the operator does something, and ends after the idle time', async () => {
  const sessions = createSessions(memory(), 30);
  const token = await sessions.begin(anna);
  vi.advanceTimersByTime(29 * 60_000);
  sessions.touch(token);
  vi.advanceTimersByTime(29 * 60_000);
  expect(sessions.find(token)).toEqual(anna);
  vi.advanceTimersByTime(2 * 60_000);
  expect(sessions.find(token)).toBeUndefined();
});

test('looking at the queue is not doing something', async () => {
  const sessions = createSessions(memory(), 30);
  const token = await sessions.begin(anna);
  vi.advanceTimersByTime(29 * 60_000);
  sessions.find(token);
  vi.advanceTimersByTime(2 * 60_000);
  expect(sessions.find(token)).toBeUndefined();
});

test('a session outlives a restart, and what is kept cannot be used to sign in', async () => {
  const store = memory();
  const token = await createSessions(store, 30).begin(anna);
  expect(createSessions(store, 30).find(token)).toEqual(anna);
  expect(JSON.stringify(store.read())).not.toContain(token);
});

test('signing out ends the session, also after a restart', async () => {
  const store = memory();
  const sessions = createSessions(store, 30);
  const token = await sessions.begin(anna);
  await sessions.end(token);
  expect(sessions.find(token)).toBeUndefined();
  expect(createSessions(store, 30).find(token)).toBeUndefined();
});

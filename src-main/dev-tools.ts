// SPDX-License-Identifier: EUPL-1.2
/** Speaks to a Chromium over a pipe that no other program can reach (Chrome DevTools Protocol). */
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface Told {
  method: string;
  params: Record<string, unknown>;
  sessionId?: string;
}

export interface DevTools {
  /** Rejects with Chromium's own words when it cannot do it, and never answers once it has ended. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
}

/** @param child started with --remote-debugging-pipe, its 3 and 4 being pipes */
export function devToolsOf(child: ChildProcess, onTold: (told: Told) => void): DevTools {
  const [, , , orders, answers] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>();
  let last = 0;
  let rest = '';

  answers.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop()!;
    for (const message of messages) take(JSON.parse(message));
  });
  // its end is heard from the process
  for (const pipe of [orders, answers]) pipe.on('error', () => undefined);

  function take(message: { id?: number; result?: Record<string, unknown>; error?: { message: string } } & Told): void {
    if (message.id === undefined) return onTold(message);
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) answer?.reject(new Error(message.error.message));
    else answer?.resolve(message.result ?? {});
  }

  return {
    send(method, params = {}, sessionId) {
      last += 1;
      const id = last;
      orders.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
  };
}

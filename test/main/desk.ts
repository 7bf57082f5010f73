// SPDX-License-Identifier: EUPL-1.2
/** A desk for tests: an office of its own on a folder of its own, and pages that are connected to it. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Act } from '../../src-main/core/queue.ts';
import type { Reply, Views } from '../../src-main/contract.ts';
import type { Options } from '../../src-main/options.ts';
import { start, type Running } from '../../src-main/start.ts';

export const PAGES = new URL('../../dist/pages', import.meta.url).pathname;
export const MONDAY_AT_NINE = { start: '2026-11-23T09:00', speed: 1 };

/** An office on a Monday at nine with the operators anna and bruno, closed when the test ends. */
export async function openDesk(options: Partial<Options> = {}): Promise<Running> {
  const running = await start(
    {
      ...{ port: 0, host: '127.0.0.1', printer: undefined, clock: MONDAY_AT_NINE, demo: true, arrivals: 0 },
      data: undefined,
      ...options,
    },
    PAGES,
  );
  onTestFinished(() => running.close());
  return running;
}

export interface Page<P extends keyof Views> {
  socket: Socket;
  /** The last view that came, or the next that satisfies the condition. */
  view(condition?: (view: Views[P]) => boolean): Promise<Views[P]>;
  send(act: Act | object, id?: string): Promise<Reply>;
}

export async function connectPage<P extends keyof Views>(url: string, page: P, cookie?: string): Promise<Page<P>> {
  const socket = io(`${url}/${page}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 200,
    ...(cookie && { extraHeaders: { cookie } }),
  });
  let last: Views[P] | undefined;
  socket.on('view', (view: Views[P]) => (last = view));
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((resolve, reject) => {
    socket.once('view', () => resolve());
    socket.once('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
  });
  return {
    socket,
    view(condition = () => true) {
      if (last && condition(last)) return Promise.resolve(last);
      return new Promise((resolve) => {
        socket.on('view', function look(view: Views[P]) {
          if (!condition(view)) return;
          socket.off('view', look);
          resolve(view);
        });
      });
    },
    send: (act, id = randomUUID()) => socket.emitWithAck('command', { id, ...act }) as Promise<Reply>,
  };
}

/** Signs in and answers with the cookie to connect a console with. */
export async function signIn(url: string, operator: string, secret = 'demo'): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operator, secret }),
  });
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

export async function connectConsole(url: string, operator: string, counter?: string): Promise<Page<'console'>> {
  const page = await connectPage(url, 'console', await signIn(url, operator));
  if (counter) await page.send({ type: 'OpenCounter', counter });
  return page;
}

export const walkIn = { type: 'IssueTicket', service: 'walk-in', language: 'it' } as const;

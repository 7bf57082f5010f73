// SPDX-License-Identifier: EUPL-1.2
/** A page without a screen: what a kiosk, a display or a console says to the office and hears from it. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Reply, Views } from '../src-main/contract.ts';

export interface Page<P extends keyof Views> {
  socket: Socket;
  /** The last view that came, or the next that satisfies the condition. */
  view(condition?: (view: Views[P]) => boolean): Promise<Views[P]>;
  send(act: object, id?: string): Promise<Reply>;
  leave(): void;
}

export const walkIn = { type: 'IssueTicket', service: 'walk-in', language: 'it' } as const;

/** Resolves with the first view; rejects when the office does not let it in. */
export async function openPage<P extends keyof Views>(url: string, page: P, cookie?: string): Promise<Page<P>> {
  const socket = io(`${url}/${page}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 200,
    ...(cookie && { extraHeaders: { cookie } }),
  });
  let last: Views[P] | undefined;
  socket.on('view', (view: Views[P]) => (last = view));
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
    leave: () => void socket.disconnect(),
  };
}

/** Signs in and answers with the cookie to open a console with. */
export async function signIn(url: string, operator: string, secret = 'demo'): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operator, secret }),
  });
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

export async function openConsole(url: string, operator: string, counter?: string): Promise<Page<'console'>> {
  const page = await openPage(url, 'console', await signIn(url, operator));
  if (counter) await page.send({ type: 'OpenCounter', counter });
  return page;
}

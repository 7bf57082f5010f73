// SPDX-License-Identifier: EUPL-1.2
/** Signing in and out of a console over HTTP: a cookie that no script can read and no other site can send. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Identify } from './identify.ts';
import type { Sessions } from './sessions.ts';

export const COOKIE = 'sportello';

/** @param request what came over HTTPS gets a cookie that is never sent over anything else */
export function cookieOptions({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}

/** @param isFirstAwaited whether there is still nobody who could sign in */
export function signInRoutes(
  app: FastifyInstance,
  sessions: Sessions,
  identify: Identify,
  isFirstAwaited: () => Promise<boolean> = () => Promise.resolve(false),
): void {
  app.get('/api/session', async (request, reply) => {
    const session = sessions.find(request.cookies[COOKIE]);
    if (session) return session;
    return reply.code(401).send({ message: 'Nessuno ha effettuato l’accesso.', first: await isFirstAwaited() });
  });

  app.post('/api/session', async (request, reply) => {
    const found = await identify(request);
    if ('code' in found) return refuse(reply, found.code, found.message);
    const session = { operator: found.name, coordinator: found.coordinator };
    void reply.setCookie(COOKIE, await sessions.begin(session), cookieOptions(request));
    return session;
  });

  app.delete('/api/session', async (request, reply) => {
    await sessions.end(request.cookies[COOKIE]);
    return reply.clearCookie(COOKIE, cookieOptions(request)).code(204).send();
  });
}

function refuse(reply: FastifyReply, code: number, message: string) {
  return reply.code(code).send({ message });
}

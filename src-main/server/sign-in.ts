// SPDX-License-Identifier: EUPL-1.2
/** Signing in and out of a console over HTTP: a cookie that no script can read and no other site can send. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Identify } from './identify.ts';
import type { Sessions } from './sessions.ts';

export const COOKIE = 'sportello';

const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

export function signInRoutes(app: FastifyInstance, sessions: Sessions, identify: Identify): void {
  app.get('/api/session', (request, reply) => {
    const session = sessions.find(request.cookies[COOKIE]);
    return session ?? refuse(reply, 401, 'Nessuno ha effettuato l’accesso.');
  });

  app.post('/api/session', async (request, reply) => {
    const found = await identify(request);
    if ('code' in found) return refuse(reply, found.code, found.message);
    const session = { operator: found.name, coordinator: found.coordinator };
    void reply.setCookie(COOKIE, await sessions.begin(session), cookieOptions);
    return session;
  });

  app.delete('/api/session', async (request, reply) => {
    await sessions.end(request.cookies[COOKIE]);
    return reply.clearCookie(COOKIE, cookieOptions).code(204).send();
  });
}

function refuse(reply: FastifyReply, code: number, message: string) {
  return reply.code(code).send({ message });
}

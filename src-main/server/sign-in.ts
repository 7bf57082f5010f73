// SPDX-License-Identifier: EUPL-1.2
/** Signing in and out of a console over HTTP: a cookie that no script can read and no other site can send. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { createAttempts } from './attempts.ts';
import { findOperator, type Operator } from './operators.ts';
import type { Sessions } from './sessions.ts';

export const COOKIE = 'sportello';

const credentials = z.strictObject({ operator: z.string().min(1).max(40), secret: z.string().min(1).max(200) });
const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

export function signInRoutes(
  app: FastifyInstance,
  sessions: Sessions,
  operators: () => Promise<readonly Operator[]>,
): void {
  const attempts = createAttempts(() => performance.now() / 1000);

  app.get('/api/session', (request, reply) => {
    const session = sessions.find(request.cookies[COOKIE]);
    return session ?? refuse(reply, 401, 'Nessuno ha effettuato l’accesso.');
  });

  app.post('/api/session', async (request, reply) => {
    const parsed = credentials.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 400, 'Servono nome e parola segreta.');
    const { operator, secret } = parsed.data;
    const key = `${request.ip} ${operator.trim().toLowerCase()}`;
    const wait = attempts.wait(key);
    if (wait > 0) return refuse(reply, 429, `Troppi tentativi: riprovi tra ${wait} secondi.`);
    // Counted before the secret is looked at, so that tries sent all at once are slowed down too.
    attempts.failed(key);
    const found = await findOperator(await operators(), operator, secret);
    if (!found) {
      // without the name, in whose place a secret is sometimes typed
      request.log.warn({ from: request.ip }, 'a sign-in was refused');
      return refuse(reply, 401, 'Nome o parola segreta non corretti.');
    }
    attempts.succeeded(key);
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

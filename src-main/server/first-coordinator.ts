// SPDX-License-Identifier: EUPL-1.2
/** The first coordinator of an office that has no operators: whoever reads the code on its own machine. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isFromHere } from './here.ts';
import type { OneTimeCode } from './one-time-code.ts';
import { newOperator, type Operator } from './operators.ts';
import type { Sessions } from './sessions.ts';
import { COOKIE, cookieOptions } from './sign-in.ts';

export interface FirstCoordinator {
  /** Six digits. */
  code: string;
  takeCode: OneTimeCode<void>['take'];
  /** Whether there is still nobody who could sign in. */
  isAwaited(): Promise<boolean>;
  add(operator: Operator): Promise<void>;
}

const asked = z.strictObject({ operator: z.string().max(40), secret: z.string().max(200), code: z.string().max(20) });

/** @param addresses under which other machines find the office, best first */
export function firstCoordinatorRoutes(
  app: FastifyInstance,
  { code, takeCode, isAwaited, add }: FirstCoordinator,
  sessions: Sessions,
  addresses: () => readonly string[],
): void {
  app.get('/api/first-coordinator', async (request, reply) => {
    if (!isFromHere(request.ip, request.headers)) return reply.code(403).send();
    if (!(await isAwaited())) return reply.code(204).send();
    return { code, addresses: addresses() };
  });

  app.post('/api/first-coordinator', async (request, reply) => {
    const refuse = (status: number, message: string) => reply.code(status).send({ message });
    const { data } = asked.safeParse(request.body);
    if (!data) return refuse(400, 'Servono nome, parola segreta e codice.');
    if (!(await isAwaited())) return refuse(409, 'C’è già chi può entrare: chieda a chi coordina lo sportello.');
    let operator: Operator;
    try {
      operator = await newOperator(data.operator, data.secret, true);
    } catch {
      return refuse(400, 'Il nome comincia con una lettera; la parola segreta ha almeno 4 caratteri.');
    }
    const taken = takeCode(data.code);
    if ('code' in taken) return refuse(taken.code, taken.message);
    await add(operator);
    request.log.info('the first coordinator was made');
    const session = { operator: operator.name, coordinator: true };
    void reply.setCookie(COOKIE, await sessions.begin(session), cookieOptions(request));
    return session;
  });
}

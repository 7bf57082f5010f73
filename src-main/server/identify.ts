// SPDX-License-Identifier: EUPL-1.2
/** Who somebody is, by name and secret; whoever tries too often has to wait, wherever it is asked. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { createAttempts, waitSentence } from './attempts.ts';
import { findOperator, type Operator } from './operators.ts';

export interface Unknown {
  /** The HTTP status that says so. */
  code: 400 | 401 | 429;
  message: string;
}

/** Looks at the body of a request, `{operator, secret}`. */
export type Identify = (request: FastifyRequest) => Promise<Operator | Unknown>;

const credentials = z.strictObject({ operator: z.string().min(1).max(40), secret: z.string().min(1).max(200) });

export function createIdentify(operators: () => Promise<readonly Operator[]>): Identify {
  const attempts = createAttempts(() => performance.now() / 1000);
  return async (request) => {
    const parsed = credentials.safeParse(request.body);
    if (!parsed.success) return { code: 400, message: 'Servono nome e parola segreta.' };
    const { operator, secret } = parsed.data;
    const key = `${request.ip} ${operator.trim().toLowerCase()}`;
    const wait = attempts.wait(key);
    if (wait > 0) return { code: 429, message: waitSentence(wait) };
    // Counted before the secret is looked at, so that tries sent all at once are slowed down too.
    attempts.failed(key);
    const found = await findOperator(await operators(), operator, secret);
    if (!found) {
      // without the name, in whose place a secret is sometimes typed
      request.log.warn({ from: request.ip }, 'a sign-in was refused');
      return { code: 401, message: 'Nome o parola segreta non corretti.' };
    }
    attempts.succeeded(key);
    return found;
  };
}

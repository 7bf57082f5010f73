// SPDX-License-Identifier: EUPL-1.2
/** The paper of a virtual printer over HTTP, and the hand that makes the printer fail and mends it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

const fault = z.enum([
  'refuse',
  'reset',
  'stop-reading',
  'paper-end',
  'near-end',
  'cover-open',
  'cutter-stuck',
  'power-cycle',
  'no-confirmation',
  'endless-status',
]);

/** `after` so many rows of the next slip, or bytes of the next job; at once if left out. */
const order = z.discriminatedUnion('present', [
  z.strictObject({ fault, present: z.literal(true), after: z.int().min(1).max(1_000_000).optional() }),
  z.strictObject({ fault, present: z.literal(false) }),
]);

type Fault = z.infer<typeof fault>;

/** What a virtual printer has printed, pictures drawn from the bytes that were sent to it; and how it fails. */
export interface Roll {
  slips(): readonly { id: number; at: string; half?: number }[];
  png(id: number): Buffer | undefined;
  faults(): readonly Fault[];
  /** Those that will come in the middle of a slip. */
  expected(): readonly Fault[];
  fail(fault: Fault, after?: number): void;
  mend(fault: Fault): void;
}

export function paperRoutes(app: FastifyInstance, roll: Roll): void {
  app.get('/paper/slips', () => roll.slips());
  app.get<{ Params: { id: string } }>('/paper/slips/:id.png', (request, reply) => {
    const png = roll.png(Number(request.params.id));
    return png ? reply.type('image/png').send(png) : reply.callNotFound();
  });

  app.get('/paper/faults', () => ({ present: roll.faults(), expected: roll.expected() }));
  app.post('/paper/faults', (request, reply) => {
    if (!isFromItself(request)) return reply.code(403).send({ message: 'Si comanda solo dalla sua pagina.' });
    const parsed = order.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ message: z.prettifyError(parsed.error) });
    if (parsed.data.present) roll.fail(parsed.data.fault, parsed.data.after);
    else roll.mend(parsed.data.fault);
    return { present: roll.faults(), expected: roll.expected() };
  });
}

/** Not a page of somebody else, which a browser would send here in the name of whoever looks at it. */
function isFromItself({ headers: { origin, host } }: FastifyRequest): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

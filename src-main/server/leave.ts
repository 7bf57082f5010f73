// SPDX-License-Identifier: EUPL-1.2
/** Leaving the kiosk: a coordinator who stands before it ends the program with name and secret. */
import type { FastifyInstance } from 'fastify';
import { isFromHere } from './here.ts';
import type { Identify } from './identify.ts';

/** @param leave ends the program; called once the answer is sent */
export function leaveRoute(app: FastifyInstance, identify: Identify, leave: () => void): void {
  app.post('/api/leave', async (request, reply) => {
    const refuse = (code: number, message: string) => reply.code(code).send({ message });
    if (!isFromHere(request.ip, request.headers)) return refuse(403, 'Si può uscire solo dal chiosco.');
    const who = await identify(request);
    if ('code' in who) return refuse(who.code, who.message);
    if (!who.coordinator) return refuse(403, 'Può uscire solo chi coordina lo sportello.');
    request.log.warn('a coordinator has left the kiosk');
    reply.raw.once('finish', leave);
    return reply.code(204).send();
  });
}

// SPDX-License-Identifier: EUPL-1.2
/** Pairing: a coordinator's console shows a code, and the kiosk or display on which it is typed is let in from then on. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Device, Pairing } from '../contract.ts';
import type { Devices } from './devices.ts';
import { createOneTimeCode } from './one-time-code.ts';
import type { Sessions } from './sessions.ts';
import { COOKIE, cookieOptions } from './sign-in.ts';

export const KEY_COOKIE = 'sportello-device';

const CODE_SECONDS = 600;
/** Browsers keep a cookie for 400 days at most; it is given again whenever the device comes back. */
const KEY_SECONDS = 400 * 24 * 3600;

const wanted = z.strictObject({ kind: z.enum(['kiosk', 'display']), name: z.string().trim().min(1).max(40) });
const typed = z.strictObject({ code: z.string().max(20) });
const removal = z.object({ id: z.uuid() });

/**
 * @param addresses under which other machines find the office, best first
 * @param onRemoved called when a device was removed
 */
export function pairingRoutes(
  app: FastifyInstance,
  devices: Devices,
  sessions: Sessions,
  addresses: () => readonly string[],
  onRemoved: () => void,
): void {
  const code = createOneTimeCode<Pick<Device, 'kind' | 'name'>>(CODE_SECONDS);
  const giveKey = (request: FastifyRequest, reply: FastifyReply, key: string) =>
    reply.setCookie(KEY_COOKIE, key, { ...cookieOptions(request), maxAge: KEY_SECONDS });

  app.get('/api/device', (request, reply) => {
    const key = request.cookies[KEY_COOKIE];
    const device = devices.find(key);
    if (!key || !device) return reply.code(401).send({ message: 'Questo apparecchio non è collegato.' });
    void giveKey(request, reply, key);
    return { kind: device.kind };
  });

  app.post('/api/device', async (request, reply) => {
    const { data } = typed.safeParse(request.body);
    if (!data) return reply.code(400).send({ message: 'Serve il codice.' });
    const taken = code.take(data.code);
    if ('code' in taken) {
      request.log.warn({ from: request.ip }, 'a pairing was refused');
      return reply.code(taken.code).send({ message: taken.message });
    }
    const { kind } = taken.what;
    void giveKey(request, reply, await devices.pair(taken.what));
    request.log.info({ kind, from: request.ip }, 'a device was paired');
    return { kind };
  });

  void app.register((coordinators, _options, done) => {
    coordinators.addHook('onRequest', (request, reply, next) => {
      if (sessions.find(request.cookies[COOKIE])?.coordinator) return next();
      void reply.code(403).send({ message: 'Può farlo solo chi coordina lo sportello.' });
    });
    coordinators.post('/api/pairing', (request, reply) => {
      const { data } = wanted.safeParse(request.body);
      if (!data) return reply.code(400).send({ message: 'Scriva dove si trova, in poche parole.' });
      return { code: code.make(data), minutes: CODE_SECONDS / 60, addresses: [...addresses()] } satisfies Pairing;
    });
    coordinators.get('/api/devices', () => devices.list());
    coordinators.delete('/api/devices/:id', async (request, reply) => {
      const { data } = removal.safeParse(request.params);
      if (!data || !(await devices.remove(data.id))) return reply.code(404).send({ message: 'Non c’è più.' });
      request.log.info('a device was removed');
      onRemoved();
      return reply.code(204).send();
    });
    done();
  });
}

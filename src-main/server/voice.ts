// SPDX-License-Identifier: EUPL-1.2
/** The office's voice over HTTP: the sentences of a call for every display, and texts read aloud for the kiosk. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Language } from '../contract.ts';
import type { IsKiosk } from './here.ts';

interface Sound {
  /** A media type. */
  type: string;
  bytes: Uint8Array;
}

/** What answers undefined has no sound, or none in time. */
export interface Voice {
  number(language: Language, number: string): Promise<Sound | undefined>;
  counter(language: Language, counter: string): Promise<Sound | undefined>;
  text(language: Language, text: string): Promise<Sound | undefined>;
  /** Whether there is any hope of hearing it. */
  readonly works: boolean;
}

const language = z.enum(['it', 'en', 'ar', 'es', 'ro', 'fr', 'uk', 'zh'] satisfies Language[]);
const numberAsked = z.strictObject({ language, number: z.string().regex(/^[A-Z]?[1-9]\d{0,3}$/) });
/** As the settings name one: it becomes part of a file's name. */
const counterAsked = z.strictObject({ language, counter: z.string().regex(/^[a-z0-9-]{1,40}$/) });
const textAsked = z.strictObject({ language, say: z.string().trim().min(1).max(300) });

const CACHED_SECONDS = 600;
const TEXTS_AT_ONCE = 6;

/** @param voice without one there is no sound at all */
export function voiceRoutes(app: FastifyInstance, voice: Voice | undefined, isKiosk: IsKiosk): void {
  app.get('/voice', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ speaks: voice?.works ?? false }),
  );
  app.get('/voice/:language/number/:number', (request, reply) => {
    const { data } = numberAsked.safeParse(request.params);
    return answer(reply, data && voice?.number(data.language, data.number));
  });
  app.get('/voice/:language/counter/:counter', (request, reply) => {
    const { data } = counterAsked.safeParse(request.params);
    return answer(reply, data && voice?.counter(data.language, data.counter));
  });

  let texts = 0;
  app.get('/voice/:language/text', async (request, reply) => {
    if (!isKiosk(request.ip, request.headers)) return reply.code(403).send();
    const { data } = textAsked.safeParse(Object.assign({}, request.query, request.params));
    if (texts >= TEXTS_AT_ONCE) return reply.code(503).send();
    texts++;
    try {
      return await answer(reply, data && voice?.text(data.language, data.say));
    } finally {
      texts--;
    }
  });
}

async function answer(reply: FastifyReply, asked: Promise<Sound | undefined> | undefined): Promise<FastifyReply> {
  const sound = await asked;
  if (!sound) return reply.code(404).header('cache-control', 'no-store').send();
  const { type, bytes } = sound;
  return reply.type(type).header('cache-control', `private, max-age=${CACHED_SECONDS}`).send(Buffer.from(bytes));
}

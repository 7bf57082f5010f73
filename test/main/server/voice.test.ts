// SPDX-License-Identifier: EUPL-1.2
/** The voice over HTTP: what it may be asked, and by whom. */
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { isFromHere } from '../../../src-main/server/here.ts';
import { voiceRoutes, type Voice } from '../../../src-main/server/voice.ts';

function open(changes: Partial<Voice> = {}) {
  const asked: string[] = [];
  const answer = (...what: string[]) => {
    asked.push(what.join(' '));
    return Promise.resolve({ type: 'audio/wav', bytes: Buffer.from('sound') });
  };
  const app = fastify();
  voiceRoutes(app, { number: answer, counter: answer, text: answer, works: true, ...changes }, isFromHere);
  onTestFinished(() => app.close());
  return { asked, ask: async (url: string, host = '127.0.0.1:4710') => await app.inject({ url, headers: { host } }) };
}

test('a number and a counter are heard in each language', async () => {
  const { asked, ask } = open();
  const sound = await ask('/voice/ar/number/P3');
  expect([sound.statusCode, sound.headers['content-type'], sound.body]).toEqual([200, 'audio/wav', 'sound']);
  expect(sound.headers['cache-control']).toBe('private, max-age=600');
  expect((await ask('/voice/it/counter/front-2', 'sportello.example:4710')).statusCode).toBe(200);
  expect((await ask('/voice/it/text?say=alle%209:00')).statusCode).toBe(200);
  expect(asked).toEqual(['ar P3', 'it front-2', 'it alle 9:00']);
});

test.each([
  '/voice/de/number/1',
  '/voice/it/number/0',
  '/voice/it/number/12345',
  '/voice/it/number/p3',
  '/voice/it/number/AB3',
  '/voice/it/number/1%20',
  '/voice/it/number/..%2F1',
  '/voice/it/counter/..%2F..%2Fetc',
  '/voice/it/counter/A',
  '/voice/it/text',
  '/voice/it/text?say=',
  '/voice/it/text?say=a&say=b',
  '/voice/it/text?say=a&loud=yes',
  `/voice/it/text?say=${'a'.repeat(301)}`,
  '/voice/__proto__/text?say=a',
])('%s asks for nothing', async (url) => {
  const { asked, ask } = open();
  const { statusCode, headers, body } = await ask(url);
  expect([statusCode, headers['cache-control'], body, asked]).toEqual([404, 'no-store', '', []]);
});

test('what has no sound, and an office without a voice, answer nothing', async () => {
  const { ask } = open({ number: () => Promise.resolve(undefined) });
  expect((await ask('/voice')).json()).toEqual({ speaks: true });
  expect((await ask('/voice/it/number/1')).statusCode).toBe(404);
  const app = fastify();
  voiceRoutes(app, undefined, isFromHere);
  expect((await app.inject('/voice/it/number/1')).statusCode).toBe(404);
  expect((await app.inject('/voice')).json()).toEqual({ speaks: false });
});

test('texts are read aloud only on the office’s own machine, a few at a time', async () => {
  const waiting: (() => void)[] = [];
  const { ask } = open({ text: () => new Promise((resolve) => waiting.push(() => resolve(undefined))) });
  expect((await ask('/voice/it/text?say=a', 'evil.example')).statusCode).toBe(403);
  const asked = Array.from({ length: 7 }, () => ask('/voice/it/text?say=a'));
  expect((await asked[6])!.statusCode).toBe(503);
  await expect.poll(() => waiting.length).toBe(6);
  for (const answer of waiting) answer();
  expect((await Promise.all(asked)).map(({ statusCode }) => statusCode).toSorted()).toEqual([
    ...Array<number>(6).fill(404),
    503,
  ]);
  const late = ask('/voice/it/text?say=a');
  await expect.poll(() => waiting.length).toBe(7);
  waiting[6]!();
  expect((await late).statusCode).toBe(404);
});

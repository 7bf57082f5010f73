// SPDX-License-Identifier: EUPL-1.2
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { get, request, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import fastify from 'fastify';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { DisplayView } from '../../../src-main/contract.ts';
import { readCertificate } from '../../../src-main/server/certificate.ts';
import { openDoors } from '../../../src-main/server/doors.ts';
import { connectPage, openDesk } from '../desk.ts';
import { walkIn } from '../../page.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const file = (name: string) => new URL(`certificates/${name}`, import.meta.url).pathname;
const files = { certificate: file('certificate.pem'), key: file('key.pem') };
const NAME = 'sportello.example';
const trusting = { ca: (await readFile(files.certificate)).toString() };

const secureDesk = () => openDesk({ host: '0.0.0.0', certificate: files });

function signInOver(options: RequestOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    request({ ...options, method: 'POST', path: '/api/session', headers }, (answer) => {
      resolve(answer.resume().headers['set-cookie']![0]!);
    })
      .on('error', reject)
      .end(JSON.stringify({ operator: 'anna', secret: 'demo' }));
  });
}

test('with a certificate others find the office by the name in it, over HTTPS, and this machine as ever', async () => {
  const desk = await secureDesk();
  expect(desk.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(desk.network[0]).toBe(`https://${NAME}:${desk.port}`);
  expect((await fetch(`${desk.url}/health`)).status).toBe(200);
  const secure = await new Promise((resolve, reject) =>
    get({ host: '127.0.0.1', port: desk.port, path: '/health', ...trusting }, (answer) =>
      resolve(answer.resume().statusCode),
    ).on('error', reject),
  );
  expect(secure).toBe(200);
});

test('a number that this machine’s kiosk gives is seen by a display that came over HTTPS', async () => {
  const desk = await secureDesk();
  const display = io(`https://127.0.0.1:${desk.port}/display`, { transports: ['websocket'], ...trusting });
  onTestFinished(() => void display.disconnect());
  const oneWaits = new Promise((resolve) => {
    display.on('view', (view: DisplayView) => view.waiting === 1 && resolve(true));
  });
  const kiosk = await connectPage(desk.url, 'kiosk');
  await kiosk.send(walkIn);
  expect(await oneWaits).toBe(true);
});

test('the cookie of whoever signs in over HTTPS is never sent over anything else', async () => {
  const desk = await secureDesk();
  expect(await signInOver({ host: '127.0.0.1', port: desk.port, ...trusting })).toMatch(/; Secure/);
  const answer = await fetch(`${desk.url}/api/session`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ operator: 'anna', secret: 'demo' }),
  });
  expect(answer.headers.getSetCookie()[0]).not.toMatch(/Secure/);
});

test('an office that stops lets go of whoever came over HTTPS', async () => {
  const desk = await secureDesk();
  const display = io(`https://127.0.0.1:${desk.port}/display`, {
    ...{ transports: ['websocket'], reconnection: false, ...trusting },
  });
  await new Promise((resolve) => display.once('view', resolve));
  const isGone = new Promise((resolve) => display.once('disconnect', resolve));
  await desk.close();
  await isGone;
  await (await openDesk({ port: desk.port })).close();
});

test.each([
  [{ ...files, key: '/nowhere/key.pem' }, 'The key /nowhere/key.pem cannot be read (ENOENT).'],
  [{ ...files, certificate: '/nowhere/a.pem' }, 'The certificate /nowhere/a.pem cannot be read (ENOENT).'],
  [{ ...files, certificate: files.key }, `The file ${files.key} is not a certificate; what is accepted is one in PEM.`],
  [
    { ...files, key: file('renewed-key.pem') },
    `The file ${file('renewed-key.pem')} is not the key of the certificate ${files.certificate}, or has a passphrase.`,
  ],
])('%j stops the start with a sentence', async (certificate, sentence) => {
  await expect(openDesk({ certificate })).rejects.toThrow(sentence);
});

test('a renewed certificate is shown without a restart, and one that is broken leaves the old one', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = await temporaryFolder();
  const own = { certificate: join(folder, 'a.pem'), key: join(folder, 'a.key') };
  const put = async (name: string) => {
    await copyFile(file(`${name}certificate.pem`), own.certificate);
    await copyFile(file(`${name}key.pem`), own.key);
  };
  await put('');
  const { port, close } = await openDoors(fastify(), '127.0.0.1', [0], undefined, () => readCertificate(own));
  onTestFinished(close);
  const shown = () =>
    new Promise<string>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, servername: NAME, rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().fingerprint256);
        socket.destroy();
      }).on('error', reject);
    });
  const first = await shown();
  await put('renewed-');
  vi.advanceTimersByTime(3600_000);
  await vi.waitFor(async () => expect(await shown()).not.toBe(first), { timeout: 5000, interval: 50 });
  const second = await shown();
  await writeFile(own.certificate, 'torn');
  vi.advanceTimersByTime(3600_000);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await shown()).toBe(second);
});

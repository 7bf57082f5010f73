// SPDX-License-Identifier: EUPL-1.2
import { request } from 'node:http';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Device, Pairing, Reply } from '../../../src-main/contract.ts';
import { signIn, walkIn } from '../../page.ts';
import { openDesk } from '../desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

interface Answer {
  status: number;
  body: Partial<Device & Pairing> & { message?: string };
  cookie: string | undefined;
  location: string | undefined;
}

/** As from another machine, which calls the office by its name. */
function elsewhere(url: string, cookie = '') {
  const host = `sportello.local:${new URL(url).port}`;
  const ask = (method: string, path: string, what?: object) =>
    new Promise<Answer>((resolve, reject) => {
      const headers = { host, cookie, ...(what && { 'content-type': 'application/json' }) };
      request(new URL(path, url), { method, headers }, (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode!,
            body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {},
            cookie: answer.headers['set-cookie']?.[0],
            location: answer.headers.location,
          }),
        );
      })
        .on('error', reject)
        .end(what && JSON.stringify(what));
    });
  const openKiosk = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = io(`${url}/kiosk`, {
        ...{ transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { host, cookie } },
      });
      onTestFinished(() => void socket.disconnect());
      socket.once('view', () => resolve(socket)).once('connect_error', reject);
    });
  return { ask, openKiosk };
}

async function coordinator(url: string) {
  const headers = { cookie: await signIn(url, 'anna'), 'content-type': 'application/json' };
  return {
    async makeCode(kind: Device['kind'], name: string): Promise<string> {
      const body = JSON.stringify({ kind, name });
      const answer = await fetch(`${url}/api/pairing`, { method: 'POST', headers, body });
      return ((await answer.json()) as Pairing).code;
    },
    list: async () => (await (await fetch(`${url}/api/devices`, { headers })).json()) as Device[],
    remove: (id: string) =>
      fetch(`${url}/api/devices/${id}`, { method: 'DELETE', headers: { cookie: headers.cookie } }),
  };
}

async function pair(url: string, code: string): Promise<string> {
  const { cookie } = await elsewhere(url).ask('POST', '/api/device', { code });
  return cookie!.split(';')[0]!;
}

const take = (socket: Socket) =>
  socket.emitWithAck('command', { id: crypto.randomUUID(), ...walkIn }) as Promise<Reply>;

test('a second kiosk gives numbers once the code on the console was typed on it, and after a restart', async () => {
  const data = await temporaryFolder();
  const desk = await openDesk({ data });
  await expect(elsewhere(desk.url).openKiosk()).rejects.toThrow(
    'Questo chiosco non è collegato: apra la pagina /pair.',
  );
  const anna = await coordinator(desk.url);
  const key = await pair(desk.url, await anna.makeCode('kiosk', 'Ingresso'));
  expect(await take(await elsewhere(desk.url, key).openKiosk())).toMatchObject({ ok: true, ticket: { number: '1' } });
  expect(await anna.list()).toMatchObject([{ kind: 'kiosk', name: 'Ingresso' }]);
  await desk.close();
  const again = await openDesk({ data });
  expect(await take(await elsewhere(again.url, key).openKiosk())).toMatchObject({ ok: true, ticket: { number: '2' } });
  expect(await readFile(join(data, 'devices.json'), 'utf8')).not.toContain(key.split('=')[1]);
});

test('a page that is not a kiosk’s leads to where it becomes one, and from there to what it is', async () => {
  const desk = await openDesk();
  const anna = await coordinator(desk.url);
  expect(await elsewhere(desk.url).ask('GET', '/kiosk')).toMatchObject({ status: 302, location: '/pair' });
  expect(await elsewhere(desk.url).ask('GET', '/api/device')).toMatchObject({ status: 401 });
  const key = await pair(desk.url, await anna.makeCode('display', 'Sala'));
  expect((await elsewhere(desk.url, key).ask('GET', '/api/device')).body).toEqual({ kind: 'display' });
  await expect(elsewhere(desk.url, key).openKiosk()).rejects.toThrow('non è collegato');
});

test('a code is good for one device, and only the last one', async () => {
  const desk = await openDesk();
  const anna = await coordinator(desk.url);
  const first = await anna.makeCode('kiosk', 'A');
  const second = await anna.makeCode('kiosk', 'B');
  const { ask } = elsewhere(desk.url);
  if (first !== second) expect((await ask('POST', '/api/device', { code: first })).status).toBe(401);
  expect((await ask('POST', '/api/device', { code: second })).status).toBe(200);
  const used = await ask('POST', '/api/device', { code: second });
  expect(used).toMatchObject({ status: 401, body: { message: 'Il codice non è giusto, o non vale più.' } });
});

test('whoever guesses codes has to wait, and so has everybody', async () => {
  const desk = await openDesk();
  const { ask } = elsewhere(desk.url);
  for (let i = 0; i < 5; i += 1) expect((await ask('POST', '/api/device', { code: `00000${i}` })).status).toBe(401);
  const code = await (await coordinator(desk.url)).makeCode('kiosk', 'A');
  expect((await ask('POST', '/api/device', { code })).body.message).toMatch(/^Troppi tentativi: riprovi tra \d+ sec/);
});

test('a kiosk that was removed gives no more numbers, from that moment', async () => {
  const desk = await openDesk();
  const anna = await coordinator(desk.url);
  const key = await pair(desk.url, await anna.makeCode('kiosk', 'Ingresso'));
  const kiosk = await elsewhere(desk.url, key).openKiosk();
  const [device] = await anna.list();
  expect((await anna.remove(device!.id)).status).toBe(204);
  await vi.waitFor(() => expect(kiosk.connected).toBe(false));
  await expect(elsewhere(desk.url, key).openKiosk()).rejects.toThrow('non è collegato');
  expect((await anna.remove(device!.id)).status).toBe(404);
});

test('only a coordinator makes codes, sees the devices and removes them', async () => {
  const desk = await openDesk();
  const bruno = { cookie: await signIn(desk.url, 'bruno') };
  for (const headers of [bruno, {}]) {
    expect((await fetch(`${desk.url}/api/pairing`, { method: 'POST', headers })).status).toBe(403);
    expect((await fetch(`${desk.url}/api/devices`, { headers })).status).toBe(403);
  }
});

test('a kiosk elsewhere cannot be left from its page, and hears its guided speech', async () => {
  const desk = await openDesk();
  const anna = await coordinator(desk.url);
  const key = await pair(desk.url, await anna.makeCode('kiosk', 'Ingresso'));
  const speech = '/voice/it/text?say=ciao';
  expect((await elsewhere(desk.url).ask('GET', speech)).status).toBe(403);
  expect((await elsewhere(desk.url, key).ask('GET', speech)).status).not.toBe(403);
});

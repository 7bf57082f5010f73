// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { signIn, walkIn } from '../page.ts';
import { connectConsole, connectPage, openDesk } from './desk.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('each page gets its whole view at once and after every change', async () => {
  const desk = await openDesk();
  const kiosk = await connectPage(desk.url, 'kiosk');
  const display = await connectPage(desk.url, 'display');
  const anna = await connectConsole(desk.url, 'anna', '1');
  expect((await kiosk.view()).opening).toMatchObject({ state: 'open', closesAt: '2026-11-23T11:00:00+01:00' });
  await kiosk.send(walkIn);
  expect(await display.view((view) => view.waiting === 1)).toMatchObject({ calls: [] });
  await anna.send({ type: 'CallNext', counter: '1' });
  const { calls } = await display.view((view) => view.calls.length > 0);
  expect(calls).toMatchObject([{ number: '1', counter: '1', sequence: 1 }]);
  expect((await anna.view((view) => view.queue[0]?.state === 'called')).counters[0]).toMatchObject({
    ...{ id: '1', operator: 'anna', ticket: '2026-11-23-1' },
  });
});

test.each([
  ['an unknown command', { type: 'Explode' }, 'invalid'],
  ['a missing field', { type: 'IssueTicket', language: 'it' }, 'invalid'],
  ['an over-long string', { ...walkIn, service: 'x'.repeat(5000) }, 'invalid'],
  ['a wrong type', { ...walkIn, service: { id: 'walk-in' } }, 'invalid'],
  ['an unknown service', { ...walkIn, service: 'tax' }, 'not-found'],
  ['a command that is the console’s', { type: 'CallNext', counter: '1' }, 'forbidden'],
])('a kiosk that sends %s is refused with a sentence, and nothing changes', async (_, act, refusal) => {
  const desk = await openDesk();
  const kiosk = await connectPage(desk.url, 'kiosk');
  const before = desk.office.revision;
  const reply = await kiosk.send(act);
  expect(reply).toMatchObject({ ok: false, refusal });
  expect(reply.ok ? '' : reply.message).toMatch(/^\S.+\.$/);
  expect(desk.office.revision).toBe(before);
});

test.each([
  ['an unknown counter', { type: 'OpenCounter', counter: '9' }, 'not-found'],
  ['an unknown ticket', { type: 'Recall', ticket: 'nobody' }, 'not-found'],
  ['an unknown category', { type: 'FinishServing', ticket: '2026-11-23-1', category: 'gossip' }, 'not-found'],
  ['a notice without end', { type: 'PostNotice', text: 'x'.repeat(201) }, 'invalid'],
])('a console that sends %s is refused with a sentence, and nothing changes', async (_, act, refusal) => {
  const desk = await openDesk();
  const anna = await connectConsole(desk.url, 'anna', '1');
  await anna.send(walkIn);
  await anna.send({ type: 'CallNext', counter: '1' });
  const before = desk.office.revision;
  expect(await anna.send(act)).toMatchObject({ ok: false, refusal });
  expect(desk.office.revision).toBe(before);
});

test.each([
  ['JSON that is not an object', [1, 2]],
  ['nothing', null],
  ['a number', 7],
])('a page that sends %s is refused, and the office goes on', async (_, raw) => {
  const desk = await openDesk();
  const kiosk = await connectPage(desk.url, 'kiosk');
  expect(await kiosk.socket.emitWithAck('command', raw)).toMatchObject({ ok: false, refusal: 'invalid' });
  kiosk.socket.emit('command', raw);
  expect(await kiosk.send(walkIn)).toMatchObject({ ok: true });
});

test('a console without sign-in is not let in', async () => {
  const desk = await openDesk();
  await expect(connectPage(desk.url, 'console')).rejects.toThrow('Occorre effettuare l’accesso.');
  await expect(connectPage(desk.url, 'console', 'sportello=forged')).rejects.toThrow('Occorre effettuare l’accesso.');
});

test('a display cannot send anything', async () => {
  const desk = await openDesk();
  const display = await connectPage(desk.url, 'display');
  await expect(display.socket.timeout(300).emitWithAck('command', { id: 'x', ...walkIn })).rejects.toThrow();
  expect(desk.office.revision).toBe(0);
});

test('a console knows how many screens hang on the wall, and how many of them may not sound', async () => {
  const desk = await openDesk();
  const anna = await connectConsole(desk.url, 'anna');
  expect((await anna.view()).displays).toEqual({ connected: 0, mute: 0 });
  const [left, right] = [await connectPage(desk.url, 'display'), await connectPage(desk.url, 'display')];
  const sees = (connected: number, mute: number) =>
    anna.view(({ displays }) => displays.connected === connected && displays.mute === mute);
  await sees(2, 0);
  left.socket.emit('sound', false);
  await sees(2, 1);
  left.socket.emit('sound', 'loud');
  right.socket.emit('sound', true);
  left.socket.emit('sound', true);
  await sees(2, 0);
  right.socket.emit('sound', false);
  await sees(2, 1);
  right.leave();
  await sees(1, 0);
  expect(desk.office.revision).toBe(0);
});

test('a page of another site is not let in, not even on this machine', async () => {
  const desk = await openDesk();
  const answer = await fetch(`${desk.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: 'http://evil.example' },
  });
  expect(answer.status).toBe(403);
});

test('whoever signs out is signed out on the spot, and the session is over', async () => {
  const desk = await openDesk();
  const cookie = await signIn(desk.url, 'anna');
  const session = () => fetch(`${desk.url}/api/session`, { headers: { cookie } });
  expect(await (await session()).json()).toEqual({ operator: 'anna', coordinator: true });
  await fetch(`${desk.url}/api/session`, { method: 'DELETE', headers: { cookie } });
  expect((await session()).status).toBe(401);
});

test('a wrong secret is refused kindly, and after five tries there is a wait', async () => {
  const desk = await openDesk();
  const attempt = (secret: string) =>
    fetch(`${desk.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operator: 'anna', secret }),
    });
  for (let i = 0; i < 5; i += 1) expect((await attempt('wrong')).status).toBe(401);
  const locked = await attempt('demo');
  expect(locked.status).toBe(429);
  expect(await locked.json()).toMatchObject({
    message: expect.stringMatching(/^Troppi tentativi: riprovi tra \d+ secondi\.$/),
  });
});

test('pages may load nothing from elsewhere, and the cookie is out of reach of scripts and other sites', async () => {
  const desk = await openDesk();
  const page = await fetch(`${desk.url}/kiosk`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const answer = await fetch(`${desk.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operator: 'anna', secret: 'demo' }),
  });
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
});

test('health answers 200 with the day and its revision', async () => {
  const desk = await openDesk();
  const answer = await fetch(`${desk.url}/health`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ ok: true, day: '2026-11-23', revision: 0 });
});

test('a second office on the same folder is refused in words', async () => {
  const data = await temporaryFolder();
  await openDesk({ data });
  await expect(openDesk({ data })).rejects.toThrow(data);
});

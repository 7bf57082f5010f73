// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { First } from '../../../src-main/contract.ts';
import type { Running } from '../../../src-main/start.ts';
import { openPage, signIn } from '../../page.ts';
import { openDesk } from '../desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const newDesk = async () => openDesk({ demo: false, data: await temporaryFolder() });

const post = (desk: Running, what: object) =>
  fetch(`${desk.url}/api/first-coordinator`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify(what),
  });

async function shown(desk: Running): Promise<string> {
  const answer = await fetch(`${desk.url}/api/first-coordinator`);
  return ((await answer.json()) as First).code;
}

const CHIARA = { operator: 'Chiara', secret: 'sette nani' };

test('whoever types the code that this machine shows is the first coordinator, signed in, and the last of this kind', async () => {
  const desk = await newDesk();
  expect(await (await fetch(`${desk.url}/api/session`)).json()).toMatchObject({ first: true });
  const code = await shown(desk);
  expect(desk.first).toContain(code);
  const answer = await post(desk, { ...CHIARA, code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect(await answer.json()).toEqual({ operator: 'Chiara', coordinator: true });
  const console = await openPage(desk.url, 'console', answer.headers.getSetCookie()[0]!.split(';')[0]);
  console.leave();
  await signIn(desk.url, 'Chiara', CHIARA.secret);
  expect((await fetch(`${desk.url}/api/first-coordinator`)).status).toBe(204);
  expect((await post(desk, { ...CHIARA, operator: 'Dario', code })).status).toBe(409);
  expect(await (await fetch(`${desk.url}/api/session`)).json()).toMatchObject({ first: false });
});

test('a wrong code makes nobody, and after five there is a wait', async () => {
  const desk = await newDesk();
  const code = await shown(desk);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let i = 0; i < 5; i += 1) expect((await post(desk, { ...CHIARA, code: wrong })).status).toBe(401);
  expect((await post(desk, { ...CHIARA, code })).status).toBe(429);
  await expect(signIn(desk.url, 'Chiara', CHIARA.secret)).rejects.toThrow('401');
});

test.each([
  [{ ...CHIARA, secret: 'abc' }, 'la parola segreta ha almeno 4 caratteri'],
  [{ ...CHIARA, operator: '7' }, 'Il nome comincia con una lettera'],
  [{ ...CHIARA, operator: 'kiosk' }, 'Il nome'],
])('%j is refused in words, and the code stays good', async (who, sentence) => {
  const desk = await newDesk();
  const code = await shown(desk);
  const refused = await post(desk, { ...who, code });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain(sentence);
  expect((await post(desk, { ...CHIARA, code })).status).toBe(200);
});

test('an office that has operators, and a demonstration, have no such code', async () => {
  const data = await temporaryFolder();
  const desk = await openDesk({ demo: false, data });
  await post(desk, { ...CHIARA, code: await shown(desk) });
  await desk.close();
  const again = await openDesk({ demo: false, data });
  expect(again.first).toBeUndefined();
  expect((await fetch(`${again.url}/api/first-coordinator`)).status).toBe(404);
  expect((await openDesk()).first).toBeUndefined();
});

// SPDX-License-Identifier: EUPL-1.2
/** How long one will wait, on its way to the kiosk. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { walkIn } from '../page.ts';
import { connectConsole, connectPage, openDesk } from './desk.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the kiosk and the reply say how long one will wait; sent again after a restart, what was said first', async () => {
  const data = await temporaryFolder();
  const id = randomUUID();
  const desk = await openDesk({ data });
  await connectConsole(desk.url, 'anna', '1');
  const kiosk = await connectPage(desk.url, 'kiosk');
  const { services } = await kiosk.view(({ services }) => services[0]!.waitMinutes !== undefined);
  const reply = await kiosk.send(walkIn, id);
  expect(reply).toMatchObject({ ok: true, ticket: { waitMinutes: services[0]!.waitMinutes } });
  await kiosk.send(walkIn);
  await desk.close();

  const again = await openDesk({ data });
  expect(await (await connectPage(again.url, 'kiosk')).send(walkIn, id)).toEqual(reply);
});

test('the kiosk says nothing of it while no ticket is issued or nobody receives', async () => {
  const beforeNine = await openDesk({ clock: { start: '2026-11-23T08:30', speed: 1 } });
  const closed = await (await connectPage(beforeNine.url, 'kiosk')).view();
  const desk = await openDesk();
  const nobody = await (await connectPage(desk.url, 'kiosk')).view();
  for (const { services } of [closed, nobody]) expect(services[0]).not.toHaveProperty('waitMinutes');
});

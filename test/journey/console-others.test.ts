// SPDX-License-Identifier: EUPL-1.2
/** The console beside others: colleagues, citizens who come, displays, and an office that is out of reach. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openConsole, openPage, walkIn } from '../page.ts';
import { isAccessible, press, says } from './console-page.ts';
import { open, reads, serve, signIn } from './pages.ts';

/** Lets what the office says to this page wait. */
async function holding(page: Page): Promise<{ hold(): void; release(): void }> {
  let held: (() => void)[] | undefined;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const office = socket.connectToServer();
    socket.onMessage((message) => office.send(message));
    office.onMessage((message) => {
      if (held) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    hold: () => void (held = []),
    release() {
      for (const send of held ?? []) send();
      held = undefined;
    },
  };
}

test('a colleague who was quicker is named in a sentence, whatever one was about to do', async () => {
  const { url } = await serve();
  const kiosk = await openPage(url, 'kiosk');
  const bruno = await openConsole(url, 'bruno', '1');
  const anna = await open(url, 'console');
  onTestFinished(() => [kiosk, bruno].forEach((page) => page.leave()));
  const line = await holding(anna);
  await anna.reload();
  await signIn(anna, 'anna', 'Sportello 2');
  await anna.getByRole('heading', { name: 'Nessuno in attesa' }).waitFor();

  for (let i = 0; i < 4; i++) await kiosk.send(walkIn);
  await says(anna, '4 nuovi numeri. In attesa: 4.');
  const brunoCalls = async () => {
    const reply = await bruno.send({ type: 'CallNext', counter: '1' });
    return reply.ok ? reply.ticket!.id : '';
  };

  const first = await brunoCalls();
  await says(anna, 'Bruno ha già chiamato il numero 1 allo Sportello 1. Ora tocca al 2.');
  await anna.getByRole('button', { name: 'Chiama il prossimo: 2' }).waitFor();
  await bruno.send({ type: 'MarkNoShow', ticket: first });

  line.hold();
  const second = await brunoCalls();
  await anna.keyboard.press('Enter');
  await bruno.view(({ counters }) => counters[1]?.ticket !== undefined);
  line.release();
  await says(anna, 'Bruno ha già chiamato il numero 2 allo Sportello 1. Chiamato il numero 3 allo Sportello 2.');
  await reads(anna.getByTestId('current-number'), '3');
  await press(anna, '1', 'Concluso il numero 3: Informazione e orientamento.');
  await bruno.send({ type: 'MarkNoShow', ticket: second });

  await anna.getByTestId('queue').getByRole('button', { name: 'Numero 4' }).click();
  await anna.getByRole('button', { name: 'Chiama allo Sportello 2' }).waitFor();
  line.hold();
  const fourth = await brunoCalls();
  await anna.keyboard.press('Enter');
  line.release();
  await says(anna, 'Bruno ha già chiamato il numero 4 allo Sportello 1.');
  await anna.getByRole('dialog').waitFor({ state: 'hidden' });

  await bruno.send({ type: 'Transfer', ticket: fourth, counter: '2' });
  await says(anna, 'Bruno le manda il numero 4.');
});

test('out of reach nothing is pressed in vain, and once it is back everything is as it is now', async () => {
  const office = await serve();
  const kiosk = await openPage(office.url, 'kiosk');
  onTestFinished(() => kiosk.leave());
  await kiosk.send(walkIn);
  const anna = await open(office.url, 'console');
  await signIn(anna, 'anna', 'Sportello 1');
  await anna.getByTestId('next').waitFor();

  office.process.kill('SIGSTOP');
  await anna.getByText('Collegamento con l’ufficio perso').waitFor();
  await isAccessible(anna);
  await anna.keyboard.press('Enter');
  office.process.kill('SIGCONT');
  await says(anna, 'Di nuovo in collegamento: tutto è aggiornato.');
  expect(await anna.getByTestId('current-number').count()).toBe(0);
  await press(anna, 'Enter', 'Chiamato il numero 1 allo Sportello 1.');
});

test('a display that nobody hears, or none, is seen at once with what to do, and so is its return', async () => {
  const { url } = await serve('--printer', 'virtual:');
  const wall = await openPage(url, 'display');
  const anna = await open(url, 'console', { timed: true });
  await signIn(anna, 'anna', 'Sportello 1');
  await reads(anna.getByTestId('displays'), '1 schermo');

  wall.socket.emit('sound', false);
  await anna.getByText('Lo schermo è senza suono').waitFor();
  await anna.getByText('Tocchi lo schermo della sala').waitFor();
  await reads(anna.getByTestId('displays'), '1 schermo senza suono');
  await isAccessible(anna);
  wall.socket.emit('sound', true);
  await anna.getByText('Lo schermo è senza suono').waitFor({ state: 'detached' });

  wall.leave();
  await reads(anna.getByTestId('displays'), 'Nessuno schermo');
  await anna.clock.fastForward(6000);
  await anna.getByText('Accenda lo schermo').waitFor();
  await isAccessible(anna);
  const again = await openPage(url, 'display');
  await anna.getByText('Accenda lo schermo').waitFor({ state: 'detached' });
  again.leave();
});

// SPDX-License-Identifier: EUPL-1.2
/** A citizen's whole way on a Monday: from the touch at the kiosk, over paper and wall, to the category of the visit. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Event } from '../../src-main/core/event.ts';
import { layout } from '../../src-main/printing/layout.ts';
import { parseSettings } from '../../src-main/settings.ts';
import { pictureOf } from '../main/printing/slips.ts';
import { startTcpPrinter } from '../main/printing/tcp-printer.ts';
import { temporaryFolder } from '../main/temporary-folder.ts';
import type { OfficeProcess } from '../office-process.ts';
import { open, reads, serve, signIn } from './pages.ts';

async function gone({ process }: OfficeProcess): Promise<void> {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
}

test('a ticket is taken, printed, called, shown on the wall, served with a category, and still there after a restart', async () => {
  const data = await temporaryFolder();
  const printer = await startTcpPrinter();
  onTestFinished(() => printer.switchOff());
  const before = await serve('--data', data, '--printer', printer.url);
  const kiosk = await open(before.url, 'kiosk');
  const display = await open(before.url, 'display');
  const anna = await open(before.url, 'console');
  await signIn(anna, 'anna', 'Sportello 2');

  await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
  await reads(kiosk.getByTestId('number'), '1');
  await kiosk.getByText('Ritiri il biglietto').waitFor();
  await reads(display.getByTestId('waiting'), '1');

  const journal = async () => {
    const lines = (await readFile(join(data, 'days/2026-11-23.jsonl'), 'utf8')).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Event);
  };
  const issued = (await journal()).find((event) => event.type === 'TicketIssued')!;
  const settings = parseSettings({});
  const slip = {
    ...{ ticket: '', number: '1', language: 'it' as const, serviceId: 'walk-in', service: settings.services[0]!.label },
    ...{ issuedAt: issued.at, ahead: 0, waitMinutes: issued.waitMinutes, reprint: false },
    office: { ...settings.office, walkInHours: settings.weekly },
  };
  expect(printer.papers).toEqual([pictureOf(layout(slip, 576))]);

  await anna.keyboard.press('Enter');
  await reads(display.getByTestId('call-number'), '1');
  await reads(display.getByTestId('call-counter'), 'Sportello 2');
  await reads(anna.getByTestId('current-number'), '1');
  await anna.keyboard.press('Space');
  await anna.getByText('Allo sportello', { exact: true }).waitFor();
  await anna.keyboard.press('2');
  await reads(anna.getByRole('definition').nth(1), '1');

  await before.stop();
  await anna.getByText('Collegamento con l’ufficio perso').waitFor();
  const { port } = new URL(before.url);
  const after = await serve('--data', data, '--printer', printer.url, '--port', port);
  expect(after.url).toBe(before.url);

  await anna.getByText('Collegamento con l’ufficio perso').waitFor({ state: 'detached' });
  await reads(display.getByTestId('call-number'), '1');
  await reads(display.getByTestId('waiting'), '0');
  expect((await journal()).map((event) => event.type)).toEqual([
    ...[
      'CounterOpened',
      'TicketIssued',
      'PaperRecorded',
      'PaperRecorded',
      'TicketCalled',
      'ServingStarted',
      'TicketServed',
    ],
  ]);
  expect((await journal()).at(-1)).toMatchObject({ ticket: '2026-11-23-1', category: 'listening', by: 'anna' });

  await kiosk.getByRole('button', { name: 'Ho finito' }).click();
  await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
  await reads(kiosk.getByTestId('number'), '2');
  await kiosk.getByText('Ritiri il biglietto').waitFor();
  expect(printer.papers).toHaveLength(2);
});

test('a double touch gives one ticket', async () => {
  const office = await serve();
  const kiosk = await open(office.url, 'kiosk');
  await kiosk.getByRole('button', { name: 'Prenda il numero' }).dblclick();
  await reads(kiosk.getByTestId('number'), '1');
  const display = await open(office.url, 'display');
  await reads(display.getByTestId('waiting'), '1');
});

test.each([
  ['is killed', 'SIGKILL'],
  ['hangs', 'SIGSTOP'],
] as const)(
  'when the office %s each page says so within two seconds, and comes back whole by itself',
  async (_, signal) => {
    const data = await temporaryFolder();
    const office = await serve('--data', data);
    const kiosk = await open(office.url, 'kiosk');
    const display = await open(office.url, 'display');
    const anna = await open(office.url, 'console');
    await signIn(anna, 'anna', 'Sportello 1');
    await kiosk.getByRole('button', { name: 'Prenda il numero' }).waitFor();
    await display.getByTestId('waiting').waitFor();
    await anna.getByTestId('queue').or(anna.getByText('Nessuno in attesa')).first().waitFor();

    office.process.kill(signal);
    const limit = { timeout: 2000 };
    await Promise.all([
      kiosk.getByText('Il servizio torna subito').waitFor(limit),
      display.getByText('questi numeri non sono aggiornati').waitFor(limit),
      anna.getByText('Collegamento con l’ufficio perso').waitFor(limit),
    ]);

    if (signal === 'SIGSTOP') {
      office.process.kill('SIGCONT');
    } else {
      await gone(office);
      await serve('--data', data, '--port', new URL(office.url).port);
    }
    await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
    await reads(kiosk.getByTestId('number'), '1');
    await reads(display.getByTestId('waiting'), '1');
    await anna.getByTestId('next').waitFor();
    await anna.keyboard.press('Enter');
    await reads(display.getByTestId('call-number'), '1');
    await reads(display.getByTestId('call-counter'), 'Sportello 1');
  },
);

test('outside the hours the kiosk says when to come back and how to book', async () => {
  const office = await serve('--clock', '2026-11-24T16:00');
  const kiosk = await open(office.url, 'kiosk');
  await kiosk.getByText('lunedì 30 novembre').first().waitFor();
  await kiosk.getByText('lunedì dalle 9:00 alle 11:00').waitFor();
  await kiosk.getByText('331 2331322').waitFor();
  await kiosk.getByText('martedì e giovedì dalle 16:00 alle 17:30').waitFor();
  await kiosk.getByText('via Dante Alighieri 11').waitFor();
  expect(await kiosk.getByRole('button', { name: 'Prenda il numero' }).count()).toBe(0);
});

test('a citizen who reads Arabic gets every word in Arabic, from right to left', async () => {
  const office = await serve();
  const kiosk = await open(office.url, 'kiosk');
  await kiosk.getByRole('button', { name: 'العربية' }).click();
  expect(await kiosk.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'ar',
    'rtl',
  ]);
  const words = await kiosk.locator('main').innerText();
  const foreign = words.split('\n').filter((line) => /[a-z]{3}/i.test(line));
  expect(foreign.filter((line) => !/Segretariato|Corsico|Italiano|English|Español|Română|Français/.test(line))).toEqual(
    [],
  );
});

test('what an operator records cannot be seen at the kiosk or on the wall', async () => {
  const office = await serve();
  const kiosk = await open(office.url, 'kiosk');
  const display = await open(office.url, 'display');
  const frames: string[] = [];
  for (const page of [kiosk, display]) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
    await page.reload();
  }
  const anna = await open(office.url, 'console');
  await signIn(anna, 'anna', 'Sportello 1');
  await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
  await anna.getByTestId('next').waitFor();
  await anna.keyboard.press('Enter');
  await reads(display.getByTestId('call-number'), '1');
  await reads(anna.getByTestId('current-number'), '1');
  await anna.keyboard.press('1');
  await anna.getByTestId('current-number').waitFor({ state: 'detached' });
  expect(frames.length).toBeGreaterThan(3);
  expect(frames.join()).not.toMatch(/information|listening|"anna"/);
});

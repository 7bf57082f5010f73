// SPDX-License-Identifier: EUPL-1.2
/** What citizens and operators see when a slip does not come out as it should. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Event } from '../../src-main/core/event.ts';
import { layout } from '../../src-main/printing/layout.ts';
import { parseSettings } from '../../src-main/settings.ts';
import { pictureOf, slip } from '../main/printing/slips.ts';
import { startTcpPrinter, type TcpPrinter } from '../main/printing/tcp-printer.ts';
import { temporaryFolder } from '../main/temporary-folder.ts';
import { open, reads, serve, signIn } from './pages.ts';

const MINUTE = 61_000;

async function officeWithPrinter(prepare: (printer: TcpPrinter) => void = () => {}) {
  const printer = await startTcpPrinter();
  onTestFinished(() => printer.switchOff());
  prepare(printer);
  const data = await temporaryFolder();
  const { url } = await serve('--data', data, '--printer', printer.url);
  return { printer, url, data };
}

async function eventsIn(data: string): Promise<Event[]> {
  const lines = (await readFile(join(data, 'days/2026-11-23.jsonl'), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Event);
}

test('without paper the kiosk says so before, and keeps a number until it was read or somebody else stands there', async () => {
  const { url } = await officeWithPrinter((printer) => printer.ail('paper-end'));
  const kiosk = await open(url, 'kiosk', { timed: true });
  const number = kiosk.getByTestId('number');
  const take = kiosk.getByRole('button', { name: 'Prenda il numero' });
  await kiosk.getByText('Adesso il numero appare solo su questo schermo').waitFor();

  await take.click();
  await reads(number, '1');
  await kiosk.getByText('Vale anche senza biglietto di carta.').waitFor();
  await kiosk.clock.fastForward(MINUTE);
  await kiosk.getByText('È suo questo numero?').waitFor();
  await kiosk.clock.fastForward(10 * MINUTE);
  await reads(number, '1');
  await kiosk.getByRole('button', { name: 'Sì, è il mio' }).click();
  await kiosk.getByRole('button', { name: 'Ho letto il numero' }).click();

  await take.click();
  await reads(number, '2');
  await kiosk.clock.fastForward(MINUTE);
  await kiosk.getByRole('button', { name: 'No, prendo il mio' }).click();
  await take.waitFor();
});

test('once there is paper again the alert goes by itself, and the slips come out in order to whoever still stands there', async () => {
  const { url, data, printer } = await officeWithPrinter();
  const kiosk = await open(url, 'kiosk');
  const anna = await open(url, 'console');
  await signIn(anna, 'anna', 'Sportello 1');
  await reads(anna.getByTestId('printer'), 'Stampante pronta');

  printer.ail('near-end');
  await anna.getByText('Tenga pronto un rotolo nuovo.').waitFor();
  printer.ail('paper-end');
  await anna.getByText('Metta un rotolo nuovo: i biglietti riprendono da soli.').waitFor();
  await reads(anna.getByTestId('printer'), 'Manca la carta');
  await kiosk.getByText('Adesso il numero appare solo su questo schermo').waitFor();
  for (const number of ['1', '2']) {
    await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
    await reads(kiosk.getByTestId('number'), number);
    if (number === '1') await kiosk.getByRole('button', { name: 'Ho letto il numero' }).click();
  }
  await reads(anna.getByTestId('queue'), /da stampare[^]*da stampare/);
  expect(printer.papers).toEqual([]);

  printer.mend();
  await kiosk.getByText('Ritiri il biglietto').waitFor();
  await reads(anna.getByTestId('printer'), 'Stampante pronta');
  await anna.getByText('Manca la carta').waitFor({ state: 'detached' });
  await anna.getByText('da stampare').waitFor({ state: 'detached' });
  expect(printer.papers).toHaveLength(2);
  const printed = (await eventsIn(data)).filter((event) => event.type === 'PaperRecorded' && event.paper === 'printed');
  expect(printed).toMatchObject([{ ticket: '2026-11-23-1' }, { ticket: '2026-11-23-2' }]);
});

test('a slip in doubt leaves its number valid, is marked for the operator, and comes out again as RISTAMPA', async () => {
  const { url, data, printer } = await officeWithPrinter((printer) => (printer.behaviour = 'resets'));
  const kiosk = await open(url, 'kiosk');
  const anna = await open(url, 'console');
  await signIn(anna, 'anna', 'Sportello 1');

  await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
  await kiosk.getByText('Se esce un biglietto, lo prenda.').waitFor();
  await reads(kiosk.getByTestId('number'), '1');
  const queue = anna.getByTestId('queue');
  await queue.getByText('stampa incerta').waitFor();
  expect(printer.papers).toEqual([]);

  printer.behaviour = 'prints';
  await queue.getByRole('button', { name: 'Ristampa' }).click();
  await anna.getByText('Il biglietto del numero 1 va di nuovo in stampa.').waitFor();
  await queue.getByText('stampa incerta').waitFor({ state: 'detached' });
  await kiosk.getByText('Ritiri il biglietto').waitFor();

  const events = await eventsIn(data);
  const issued = events.find((event) => event.type === 'TicketIssued')!;
  const { office, weekly, services } = parseSettings({});
  const reprint = slip({
    ...issued,
    ...{ issuedAt: issued.at, service: services[0]!.label, reprint: true },
    office: { ...office, walkInHours: weekly },
  });
  // what had begun is cut off first, so that nobody gets it together with the whole one
  expect(printer.papers.at(-1)).toEqual(pictureOf(layout(reprint, 576)));
  expect(printer.papers).toHaveLength(2);
  expect(events.flatMap((event) => (event.type === 'PaperRecorded' ? event.paper : []))).toEqual([
    ...['printing', 'unknown', 'printing', 'printed'],
  ]);
});

test('with a printer that cannot be used the console tells the technician why, and numbers are given all the same', async () => {
  const { url } = await serve('--printer', 'usb:lp0');
  const anna = await open(url, 'console');
  await signIn(anna, 'anna', 'Sportello 1');
  await anna.getByText('Chiami il tecnico: la stampante impostata non si può usare.').waitFor();
  await anna.getByText('"usb:lp0" is not a printer').waitFor();

  const kiosk = await open(url, 'kiosk');
  await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
  await reads(kiosk.getByTestId('number'), '1');
  await kiosk.getByText('Vale anche senza biglietto di carta.').waitFor();
  await kiosk.getByRole('button', { name: 'Ho letto il numero' }).waitFor();
});

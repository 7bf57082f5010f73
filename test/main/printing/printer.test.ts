// SPDX-License-Identifier: EUPL-1.2
/** The office's printer: from a ticket to its slip. */
import { expect, test, vi } from 'vitest';
import type { Paper, Ticket } from '../../../src-main/core/ticket.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { openPrinter } from '../../../src-main/printing/printer.ts';
import { pictureOf, slip, withOneDotMore } from './slips.ts';
import { startTcpPrinter } from './tcp-printer.ts';

const parts = {
  place: slip().office,
  labels: { services: { 'walk-in': 'senza appuntamento' } },
  now: () => '2026-11-23T09:05:12.000+01:00',
  onFailure: (error: unknown) => {
    throw error;
  },
};

const { ticket: id, number, language, issuedAt, ahead } = slip();
const ticket = { id, number, language, service: 'walk-in', issuedAt, ahead, reprint: false } as Ticket;

test('a ticket becomes the slip that says so, in the words of the settings', async () => {
  const device = await startTcpPrinter();
  const printer = openPrinter(device.url, parts);
  const told: Paper[] = [];
  printer.print(ticket, async (paper) => void told.push(paper));
  await vi.waitFor(() => expect(told).toEqual(['printing', 'printed']), { timeout: 10_000 });
  expect(device.papers).toEqual([pictureOf(layout(slip(), 576))]);
  expect(printer.roll).toBeUndefined();
  await printer.close();
  await device.switchOff();
});

test('a ticket is printed in its citizen’s language, with its wait and, if the office has one, its address', async () => {
  const device = await startTcpPrinter();
  const printer = openPrinter(device.url, { ...parts, publicAddress: 'https://numeri.example.it/' });
  const told: Paper[] = [];
  printer.print({ ...ticket, language: 'ar', waitMinutes: [20, 35] }, async (paper) => void told.push(paper));
  await vi.waitFor(() => expect(told).toEqual(['printing', 'printed']), { timeout: 10_000 });
  const address = 'https://numeri.example.it/2026-11-23-12';
  const arabic = slip({ language: 'ar', waitMinutes: [20, 35], address, service: 'senza appuntamento' });
  expect(device.papers).toEqual([withOneDotMore(layout(arabic, 576))]);
  await printer.close();
  await device.switchOff();
});

test('a virtual printer has paper to show', async () => {
  const printer = openPrinter('virtual:', parts);
  printer.print(ticket, async () => {});
  await vi.waitFor(() => expect(printer.roll?.slips()).toEqual([{ id: 1, at: parts.now() }]));
  await printer.close();
});

test('an office without a printer opens and says that it has none', async () => {
  const printer = openPrinter(undefined, parts);
  expect(printer.status()).toEqual({ state: 'absent', nearEnd: false, since: parts.now() });
  await printer.close();
});

test.each([
  ['lpt1', '"lpt1" is not a printer'],
  ['tcp://host?width=80', 'width 80 is neither 576 nor 384'],
])(
  'with the printer %s, which cannot be understood, the office has none, and it is said why',
  async (url, sentence) => {
    const failures: unknown[] = [];
    const printer = openPrinter(url, { ...parts, onFailure: (error) => failures.push(error) });
    expect(printer.status()).toMatchObject({ state: 'absent', problem: expect.stringContaining(sentence) });
    expect(String(failures)).toContain(sentence);
    const told: Paper[] = [];
    printer.print(ticket, async (paper) => void told.push(paper));
    await vi.waitFor(() => expect(told).toEqual(['not-sent']));
    await printer.close();
  },
);

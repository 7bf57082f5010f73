// SPDX-License-Identifier: EUPL-1.2
/** What the spooler reports of each slip, and when. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Paper } from '../../../src-main/core/ticket.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { createSpooler, type Spooler, type SpoolerParts } from '../../../src-main/printing/spooler.ts';
import { tcpTransport } from '../../../src-main/printing/tcp.ts';
import { parsePrinter, type TcpAddress } from '../../../src-main/printing/transport.ts';
import { pictureOf, slip } from './slips.ts';
import { startTcpPrinter, type TcpPrinter } from './tcp-printer.ts';

let printer: TcpPrinter;
let spooler: Spooler;
let now: string;
let told: string[];
let failures: unknown[];

beforeEach(async () => {
  printer = await startTcpPrinter();
  now = '2026-11-23T09:00:00.000+01:00';
  told = [];
  failures = [];
  spooler = createSpooler(parts());
});

afterEach(async () => {
  await printer.switchOff();
  await spooler.close();
  expect(printer.complaints).toEqual([]);
});

function parts(changes: Partial<SpoolerParts> = {}): SpoolerParts {
  return {
    transport: tcpTransport(parsePrinter(printer.url) as TcpAddress),
    width: 576,
    now: () => now,
    onFailure: (error) => failures.push(error),
    ...changes,
  };
}

function print(number: string): void {
  spooler.print(slip({ number }), async (paper: Paper) => void told.push(`${number} ${paper}`));
}

function untilTold(what: string): Promise<void> {
  return vi.waitFor(() => expect(told).toContain(what), { timeout: 10_000 });
}

test('slips come out in order, one at a time, each reported as it is printed', async () => {
  for (const number of ['1', '2', '3']) print(number);
  await untilTold('3 printed');
  expect(told).toEqual(['1 printing', '1 printed', '2 printing', '2 printed', '3 printing', '3 printed']);
  expect(printer.papers).toEqual(['1', '2', '3'].map((number) => pictureOf(layout(slip({ number }), 576))));
});

test('no byte leaves before it is durable that the slip is being printed', async () => {
  let makeDurable = () => {};
  const durable = new Promise<void>((resolve) => (makeDurable = resolve));
  printer.onJob = () => void told.push('first byte');
  spooler.print(slip(), async (paper) => {
    told.push(`${paper} reported`);
    if (paper === 'printing') await durable;
    told.push(`${paper} durable`);
  });
  await untilTold('printing reported');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(printer.connections).toBe(0);

  makeDurable();
  await untilTold('printed durable');
  expect(told).toEqual(['printing reported', 'printing durable', 'first byte', 'printed reported', 'printed durable']);
});

test('a slip whose printing cannot be made durable is not printed, and those behind it are', async () => {
  spooler.print(slip({ number: '1' }), () => Promise.reject(new Error('disk full')));
  print('2');
  await untilTold('2 printed');
  expect(printer.papers).toEqual([pictureOf(layout(slip({ number: '2' }), 576))]);
  expect(failures).toEqual([new Error('disk full')]);
});

test('a printer that hangs holds up its own slips and nothing else', async () => {
  printer.behaviour = 'hangs';
  for (const number of ['1', '2', '3']) print(number);
  await untilTold('1 printing');
  expect(told).toEqual(['1 printing']);
  expect(spooler.status().state).toBe('ready');

  await printer.switchOff();
  await untilTold('3 not-sent');
  expect(told).toEqual(['1 printing', '1 not-sent', '2 printing', '2 not-sent', '3 printing', '3 not-sent']);
});

test('a printer is offline from the first slip that could not be sent until one that is printed', async () => {
  const states: string[] = [];
  spooler.onStatus(() => states.push(spooler.status().state));
  expect(spooler.status()).toEqual({ state: 'ready', nearEnd: false, since: '2026-11-23T09:00:00.000+01:00' });

  await printer.switchOff();
  now = '2026-11-23T09:01:00.000+01:00';
  print('1');
  await untilTold('1 not-sent');
  now = '2026-11-23T09:02:00.000+01:00';
  print('2');
  await untilTold('2 not-sent');
  expect(spooler.status()).toEqual({ state: 'offline', nearEnd: false, since: '2026-11-23T09:01:00.000+01:00' });

  await printer.switchOn();
  now = '2026-11-23T09:03:00.000+01:00';
  print('3');
  await untilTold('3 printed');
  expect(spooler.status()).toEqual({ state: 'ready', nearEnd: false, since: '2026-11-23T09:03:00.000+01:00' });
  expect(states).toEqual(['offline', 'ready']);
});

test('a slip that may be on paper is never printed again by itself', async () => {
  printer.behaviour = 'resets';
  print('1');
  await untilTold('1 unknown');
  printer.behaviour = 'prints';
  print('2');
  await untilTold('2 printed');
  expect(printer.connections).toBe(2);
  expect(printer.papers).toEqual([pictureOf(layout(slip({ number: '2' }), 576))]);
});

test('where no printer is set every slip is not sent, and the printer is absent', async () => {
  spooler = createSpooler(parts({ transport: undefined }));
  print('1');
  print('2');
  await untilTold('2 not-sent');
  expect(told).toEqual(['1 not-sent', '2 not-sent']);
  expect(spooler.status()).toEqual({ state: 'absent', nearEnd: false, since: now });
});

test('closing waits for the slip under way and leaves those behind it untouched', async () => {
  print('1');
  print('2');
  await untilTold('1 printing');
  await spooler.close();
  expect(told).toEqual(['1 printing', '1 printed']);
});

test('whatever goes wrong in sending, the caller hears of it only by the report', async () => {
  const transport = { send: () => Promise.reject(new Error('a fault of ours')) };
  spooler = createSpooler(parts({ transport }));
  print('1');
  await untilTold('1 unknown');
  expect(failures).toEqual([new Error('a fault of ours')]);
});

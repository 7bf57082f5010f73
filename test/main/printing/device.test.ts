// SPDX-License-Identifier: EUPL-1.2
/** Printers that are devices of this machine, as files and as serial ports. */
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unusable } from '../../../src-main/printing/device.ts';
import { bytesOf, missingRows } from '../../../src-main/printing/bytes.ts';
import { fileTransport } from '../../../src-main/printing/file.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { serialTransport } from '../../../src-main/printing/serial.ts';
import { createSpooler, type Spooler } from '../../../src-main/printing/spooler.ts';
import type { Transport } from '../../../src-main/printing/transport.ts';
import { pictureOf, slip } from './slips.ts';
import { startTerminalPrinter, type TerminalPrinter } from './terminal-printer.ts';

let spooler: Spooler;
let told: string[];
let failures: unknown[];

function open(transport: Transport, status = 5000): void {
  told = [];
  failures = [];
  spooler = createSpooler({
    transport,
    width: 576,
    now: () => '2026-11-23T09:00:00.000+01:00',
    onFailure: (error) => failures.push(error),
    limits: { watch: 50, status, ask: 50, close: 100, farewell: 200 },
  });
}

function print(number: string): void {
  spooler.print(slip({ ticket: number, number }), async (paper) => void told.push(`${number} ${paper}`));
}

function untilTold(what: string): Promise<void> {
  return vi.waitFor(() => expect(told).toContain(what), { timeout: 10_000 });
}

function untilIs(state: string): Promise<void> {
  return vi.waitFor(() => expect(spooler.status().state).toBe(state), { timeout: 10_000 });
}

describe.each<[string, (path: string) => Transport]>([
  ['a file', (path) => fileTransport({ path, confirm: 'process-id' })],
  ['a file that answers GS r', (path) => fileTransport({ path, confirm: 'gs-r' })],
  ['a serial port', (path) => serialTransport({ path, baud: 115200, confirm: 'process-id' })],
])('a device that is %s', (_, transportTo) => {
  let printer: TerminalPrinter;

  beforeEach(async () => {
    printer = await startTerminalPrinter();
    open(transportTo(printer.path));
  });

  afterEach(async () => {
    await spooler.close();
    await printer.unplug();
  });

  test('is asked, prints, and says that it has', async () => {
    for (const number of ['1', '2', '3']) print(number);
    await untilTold('3 printed');
    expect(told.filter((what) => what.endsWith('printed'))).toEqual(['1 printed', '2 printed', '3 printed']);
    expect(printer.papers).toEqual(['1', '2', '3'].map((number) => pictureOf(layout(slip({ number }), 576))));
  });

  test('is offline when it is unplugged, and the technician is told why', async () => {
    print('1');
    await untilTold('1 printed');
    await printer.unplug();
    await untilIs('offline');
    await vi.waitFor(() => expect(spooler.status().problem).toContain(printer.path), { timeout: 10_000 });
    expect(spooler.status().problem).toContain('it is not there');
  });
});

describe('a plain file', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-printer-'));
  });

  afterEach(async () => {
    await spooler.close();
    await rm(folder, { recursive: true });
  });

  test('takes slip after slip, which answers nothing', async () => {
    const path = join(folder, 'paper');
    await writeFile(path, '');
    open(fileTransport({ path, confirm: 'none' }));
    print('1');
    print('2');
    await untilTold('2 unknown');
    const jobs = ['1', '2'].map((number) => bytesOf(layout(slip({ number }), 576)));
    expect((await readFile(path)).equals(Buffer.concat([missingRows(576), ...jobs]))).toBe(true);
  });

  test('is offline where an answer is expected, and is not sent to', async () => {
    const path = join(folder, 'paper');
    await writeFile(path, '');
    open(fileTransport({ path, confirm: 'process-id' }), 100);
    print('1');
    await untilIs('offline');
    expect((await readFile(path)).includes(Buffer.from([0x1b, 0x40]))).toBe(false);
  });

  test('that is not there is not made', async () => {
    const path = join(folder, 'lp0');
    open(fileTransport({ path, confirm: 'none' }));
    print('1');
    await untilTold('1 not-sent');
    expect(spooler.status()).toMatchObject({
      state: 'offline',
      problem: `The printer at ${path} cannot be used: it is not there.`,
    });
    await expect(access(path)).rejects.toThrow('ENOENT');
    await writeFile(path, '');
    await untilTold('1 unknown');
  });
});

test('a serial port that is not there is offline', async () => {
  open(serialTransport({ path: '/dev/no-such-port', baud: 9600, confirm: 'process-id' }));
  await untilIs('offline');
  expect(spooler.status().problem).toBe('The printer at /dev/no-such-port cannot be used: it is not there.');
  await spooler.close();
});

test.each([
  ['No such file or directory', 'it is not there'],
  ['Permission denied', 'this user may not use it'],
  ['Device or resource busy', 'another program uses it'],
])('a port of which is said only in words “%s” is told of as any other', (words, why) => {
  const error = new Error(`Error: ${words}, cannot open /dev/ttyS9`);
  expect(unusable('/dev/ttyS9', error).message).toBe(`The printer at /dev/ttyS9 cannot be used: ${why}.`);
});

// SPDX-License-Identifier: EUPL-1.2
/** What is known of a printer that has nothing to print. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSpooler, LIMITS, type Spooler } from '../../../src-main/printing/spooler.ts';
import { tcpTransport } from '../../../src-main/printing/tcp.ts';
import type { Confirm } from '../../../src-main/printing/transport.ts';
import { slip } from './slips.ts';
import { startTcpPrinter, type Ailment, type TcpPrinter } from './tcp-printer.ts';

let printer: TcpPrinter;
let spooler: Spooler;
let minute: number;
let seen: string[];

beforeEach(async () => {
  printer = await startTcpPrinter();
  minute = 0;
  seen = [];
});

afterEach(async () => {
  await spooler.close();
  await printer.switchOff();
  expect(printer.complaints).toEqual([]);
});

function now(): string {
  return `2026-11-23T09:0${minute}:00.000+01:00`;
}

function watch(confirm: Confirm = 'process-id', status = 5000): void {
  spooler = createSpooler({
    transport: tcpTransport({ host: '127.0.0.1', port: printer.port, confirm }),
    width: 576,
    now,
    onFailure: (error) => seen.push(String(error)),
    limits: { watch: 50, status, ask: 50, close: 100 },
  });
  spooler.onStatus(() => {
    const { state, nearEnd } = spooler.status();
    seen.push(nearEnd ? `${state}, near end` : state);
  });
}

function untilSeen(...states: string[]): Promise<void> {
  return vi.waitFor(() => expect(seen).toEqual(states), { timeout: 10_000 });
}

async function aFewLooks(): Promise<void> {
  const before = printer.connections;
  await vi.waitFor(() => expect(printer.connections).toBeGreaterThan(before + 2), { timeout: 10_000 });
}

test.each<[Ailment, string]>([
  ['near-end', 'ready, near end'],
  ['paper-end', 'paper-end, near end'],
  ['cover-open', 'cover-open'],
  ['cutter', 'cutter'],
  ['error', 'error'],
  ['offline', 'offline'],
])('that it says "%s" is seen, told once, and over when it is', async (ailment, state) => {
  watch();
  await aFewLooks();
  expect(seen).toEqual([]);
  minute = 1;
  printer.ail(ailment);
  await untilSeen(state);
  minute = 2;
  await aFewLooks();
  expect(spooler.status().since).toBe('2026-11-23T09:01:00.000+01:00');
  printer.mend();
  await untilSeen(state, 'ready');
  expect(spooler.status()).toEqual({ state: 'ready', nearEnd: false, since: '2026-11-23T09:02:00.000+01:00' });
  expect(printer.jobs).toBe(0);
});

test('what ails it is seen within three seconds', () => {
  expect(LIMITS.watch + Math.max(LIMITS.connect, LIMITS.status)).toBeLessThan(3000);
});

test('a printer that is switched off is offline, and ready when it is on again', async () => {
  watch();
  await aFewLooks();
  await printer.switchOff();
  await untilSeen('offline');
  await printer.switchOn();
  await untilSeen('offline', 'ready');
});

test('a printer that takes the connection and answers nothing is offline', async () => {
  printer.behaviour = 'silent';
  watch('process-id', 200);
  await untilSeen('offline');
});

test('a printer that answers nothing on purpose is not asked, and counts as ready', async () => {
  printer.behaviour = 'silent';
  watch('none');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(seen).toEqual([]);
  expect(spooler.status().state).toBe('ready');
  expect(printer.connections).toBe(0);
});

test('a printer that answers nothing on purpose and could not be sent to is tried until it can', async () => {
  printer.behaviour = 'silent';
  watch('none');
  await printer.switchOff();
  const told: string[] = [];
  spooler.print(slip(), async (paper) => void told.push(paper));
  await untilSeen('offline');
  await printer.switchOn();
  await vi.waitFor(() => expect(told).toEqual(['printing', 'not-sent', 'printing', 'unknown']), { timeout: 10_000 });
  expect(seen).toEqual(['offline', 'ready']);
  expect(printer.papers).toHaveLength(1);
});

test('it is not looked at while it has a job', async () => {
  printer.bandsLeft = 2;
  watch();
  const told: string[] = [];
  spooler.print(slip(), async (paper) => void told.push(paper));
  await vi.waitFor(() => expect(spooler.status().state).toBe('paper-end'), { timeout: 10_000 });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(printer.connectionsAtOnce).toBe(1);
  printer.mend();
  await vi.waitFor(() => expect(told).toEqual(['printing', 'printed']), { timeout: 10_000 });
});

test('a printer that never stops talking hurts nobody', async () => {
  printer.behaviour = 'babbles';
  watch('process-id', 200);
  const told: string[] = [];
  spooler.print(slip(), async (paper) => void told.push(paper));
  await aFewLooks();
  printer.behaviour = 'prints';
  await vi.waitFor(() => expect(told.at(-1)).toBe('printed'), { timeout: 10_000 });
});

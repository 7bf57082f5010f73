// SPDX-License-Identifier: EUPL-1.2
/** What the spooler reports of each slip, and when. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Paper } from '../../../src-main/core/ticket.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { createSpooler, type Spooler, type SpoolerParts } from '../../../src-main/printing/spooler.ts';
import { tcpTransport } from '../../../src-main/printing/tcp.ts';
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
    transport: tcpTransport({ host: '127.0.0.1', port: printer.port, confirm: 'process-id' }),
    width: 576,
    now: () => now,
    onFailure: (error) => failures.push(error),
    limits: { watch: 50, status: 5000, ask: 50, close: 100 },
    ...changes,
  };
}

async function replace(changes: Partial<SpoolerParts>): Promise<void> {
  await spooler.close();
  spooler = createSpooler(parts(changes));
}

/** @param wanted looked at whenever the spooler asks */
function print(number: string, wanted = { still: true }): void {
  const report = async (paper: Paper) => void told.push(`${number} ${paper}`);
  spooler.print(slip({ ticket: `2026-11-23-${number}`, number }), report, () => wanted.still);
}

function untilTold(what: string): Promise<void> {
  return vi.waitFor(() => expect(told).toContain(what), { timeout: 10_000 });
}

function untilIs(state: string): Promise<void> {
  return vi.waitFor(() => expect(spooler.status().state).toBe(state), { timeout: 10_000 });
}

function pictures(...numbers: string[]) {
  return numbers.map((number) => pictureOf(layout(slip({ number }), 576)));
}

test('slips come out in order, one at a time, each reported as it is printed', async () => {
  for (const number of ['1', '2', '3']) print(number);
  await untilTold('3 printed');
  expect(told).toEqual(['1 printing', '1 printed', '2 printing', '2 printed', '3 printing', '3 printed']);
  expect(printer.papers).toEqual(pictures('1', '2', '3'));
  expect(printer.connectionsAtOnce).toBe(1);
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
  expect(printer.jobs).toBe(0);

  makeDurable();
  await untilTold('printed durable');
  expect(told).toEqual(['printing reported', 'printing durable', 'first byte', 'printed reported', 'printed durable']);
});

test('a slip whose printing cannot be made durable waits until it can, and those behind it with it', async () => {
  let full = true;
  spooler.print(slip({ number: '1' }), async (paper) => {
    if (full) throw new Error('disk full');
    told.push(`1 ${paper}`);
  });
  print('2');
  await vi.waitFor(() => expect(failures).toEqual([new Error('disk full')]));
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(printer.jobs).toBe(0);
  expect(failures).toHaveLength(1);

  full = false;
  await untilTold('2 printed');
  expect(told).toEqual(['1 printing', '1 printed', '2 printing', '2 printed']);
  expect(printer.papers).toEqual(pictures('1', '2'));
});

test('a slip that is printed is never printed again because that could not be made durable at once', async () => {
  let failing = 2;
  spooler.print(slip({ number: '1' }), async (paper) => {
    if (paper === 'printed' && failing-- > 0) throw new Error('disk full');
    told.push(`1 ${paper}`);
  });
  await untilTold('1 printed');
  expect(told).toEqual(['1 printing', '1 printed']);
  expect(printer.jobs).toBe(1);
});

test('a printer that hangs holds up its own slips and nothing else', async () => {
  await replace({ limits: { watch: 50, status: 200, close: 100 } });
  printer.behaviour = 'hangs';
  for (const number of ['1', '2', '3']) print(number);
  await untilIs('offline');
  printer.behaviour = 'prints';
  await untilTold('3 printed');
  expect(printer.papers).toEqual(pictures('1', '2', '3'));
});

test('a slip that was not sent is printed first when the printer is ready again, and those behind it follow', async () => {
  const real = parts().transport!;
  let lines = 0;
  const open = (ms: number) => {
    // the first is a look, which finds all well
    if ((lines += 1) === 2) printer.ail('paper-end');
    return real.open(ms);
  };
  await replace({ transport: { ...real, open } });
  print('1');
  print('2');
  await untilTold('1 not-sent');
  expect(spooler.status().state).toBe('paper-end');
  print('3');
  printer.mend();
  await untilTold('3 printed');
  expect(told).toEqual([
    ...['1 printing', '1 not-sent', '1 printing', '1 printed'],
    ...['2 printing', '2 printed', '3 printing', '3 printed'],
  ]);
  expect(printer.papers).toEqual(pictures('1', '2', '3'));
});

test('a printer that is ready and hangs up before each job is not asked without a pause', async () => {
  printer.behaviour = 'hangs-up';
  print('1');
  await untilIs('offline');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(printer.connections).toBeLessThan(10);
  expect(told.length).toBeLessThan(4);
});

test('a slip that nobody wants any more is not printed', async () => {
  printer.ail('cover-open');
  await untilIs('cover-open');
  const first = { still: true };
  print('1', first);
  print('2');
  first.still = false;
  await untilTold('1 not-sent');
  printer.mend();
  await untilTold('2 printed');
  expect(told).toEqual(['1 not-sent', '2 printing', '2 printed']);
  expect(printer.papers).toEqual(pictures('2'));
});

test('a reprint of a slip that still waits takes its place, so that one is printed and not two', async () => {
  printer.ail('cover-open');
  await untilIs('cover-open');
  print('1');
  print('2');
  spooler.print(slip({ ticket: '2026-11-23-1', number: '1', reprint: true }), async (paper) => {
    told.push(`1 again ${paper}`);
  });
  printer.mend();
  await untilTold('2 printed');
  expect(told).toEqual(['1 again printing', '1 again printed', '2 printing', '2 printed']);
  const reprint = pictureOf(layout(slip({ number: '1', reprint: true }), 576));
  expect(printer.papers).toEqual([reprint, ...pictures('2')]);
});

test('while a slip waits in the printer for paper this is known, and those behind it wait', async () => {
  printer.bandsLeft = 2;
  print('1');
  print('2');
  await untilIs('paper-end');
  expect(told).toEqual(['1 printing']);
  printer.mend();
  await untilTold('2 printed');
  expect(told).toEqual(['1 printing', '1 printed', '2 printing', '2 printed']);
  expect(printer.papers).toEqual(pictures('1', '2'));
});

test('a slip that may be on paper is never printed again by itself, and does not hang on the next one', async () => {
  printer.behaviour = 'resets';
  print('1');
  await untilTold('1 unknown');
  printer.behaviour = 'prints';
  print('2');
  await untilTold('2 printed');
  expect(printer.jobs).toBe(2);
  const whatWasBegun: string[] = [];
  expect(printer.papers).toEqual([whatWasBegun, ...pictures('2')]);
});

test('where no printer is set every slip is not sent, and the printer is absent', async () => {
  await replace({ transport: undefined });
  print('1');
  print('2');
  await untilTold('2 not-sent');
  expect(told).toEqual(['1 not-sent', '2 not-sent']);
  expect(spooler.status()).toEqual({ state: 'absent', nearEnd: false, since: now });
});

test('closing waits for the slip under way and leaves those behind it untouched', async () => {
  // however long a busy machine takes for it
  await replace({ limits: { watch: 50, status: 5000, ask: 50, close: 100, farewell: 30_000 } });
  let closing: Promise<void> | undefined;
  printer.onJob = () => void (closing ??= spooler.close());
  print('1');
  print('2');
  await vi.waitFor(() => expect(closing).toBeDefined(), { timeout: 10_000 });
  await closing;
  expect(told).toEqual(['1 printing', '1 printed']);
});

test('with a printer that hangs it is closed soon, and the slip under way is in doubt', async () => {
  printer.behaviour = 'never-confirms';
  await replace({ limits: { farewell: 100 } });
  print('1');
  await untilTold('1 printing');
  await vi.waitFor(() => expect(printer.jobs).toBe(1), { timeout: 10_000 });
  await spooler.close();
  expect(told).toEqual(['1 printing', '1 unknown']);
});

test('it is closed soon even if what it reports is never answered', async () => {
  await replace({ limits: { farewell: 100 } });
  spooler.print(slip(), () => {
    told.push('asked');
    return new Promise(() => {});
  });
  await untilTold('asked');
  await spooler.close();
});

test('a slip that cannot be set is a fault of ours: it is not sent, and those behind it are printed', async () => {
  const report = async (paper: Paper) => void told.push(`1 ${paper}`);
  spooler.print(slip({ ticket: '1', issuedAt: 'this morning' }), report);
  print('2');
  await untilTold('2 printed');
  expect(told).toEqual(['1 not-sent', '2 printing', '2 printed']);
  expect(failures).toHaveLength(1);
});

test('after a fault of ours while a slip is sent it is in doubt, never printed again, and those behind it are', async () => {
  let faulty = true;
  const transport = {
    ...parts().transport!,
    get bytesPerSecond(): undefined {
      if (faulty) throw new Error('a fault of ours');
      return undefined;
    },
  };
  await replace({ transport });
  print('1');
  await untilTold('1 unknown');
  expect(failures).toEqual([new Error('a fault of ours')]);
  faulty = false;
  print('2');
  await untilTold('2 printed');
  expect(told).toEqual(['1 printing', '1 unknown', '2 printing', '2 printed']);
});

test('of a device that is not there the technician is told once, in a sentence, and it may come', async () => {
  const real = parts().transport!;
  let there = false;
  const open = async (ms: number) => {
    if (!there) throw new Error('There is no printer.');
    return real.open(ms);
  };
  await replace({ transport: { ...real, open } });
  print('1');
  await untilIs('offline');
  expect(spooler.status().problem).toBe('There is no printer.');
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(failures).toEqual([new Error('There is no printer.')]);
  there = true;
  await untilTold('1 printed');
  expect(spooler.status()).toEqual({ state: 'ready', nearEnd: false, since: now });
});

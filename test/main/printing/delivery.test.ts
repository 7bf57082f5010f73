// SPDX-License-Identifier: EUPL-1.2
/** What is known of a job once a printer on the network has had it, or has not. */
import { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bytesOf } from '../../../src-main/printing/bytes.ts';
import { deliver, type Outcome } from '../../../src-main/printing/delivery.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { lineOn } from '../../../src-main/printing/line.ts';
import { LIMITS, type Limits } from '../../../src-main/printing/spooler.ts';
import { tcpTransport } from '../../../src-main/printing/tcp.ts';
import type { Confirm } from '../../../src-main/printing/transport.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../../../src-main/printing/virtual.ts';
import { pictureOf, slip } from './slips.ts';
import { startTcpPrinter, type Ailment, type Behaviour, type TcpPrinter } from './tcp-printer.ts';

const job = bytesOf(layout(slip(), 576));

let printer: TcpPrinter;
let told: string[];

beforeEach(async () => {
  printer = await startTcpPrinter();
  told = [];
});

afterEach(async () => {
  await printer.switchOff();
  expect(printer.complaints).toEqual([]);
});

/** Hands the job over on a connection of its own. */
async function send(changes: Partial<Limits> = {}, confirm: Confirm = 'process-id'): Promise<Outcome> {
  const limits = { ...LIMITS, ...changes };
  const transport = tcpTransport({ host: '127.0.0.1', port: printer.port, confirm });
  const stream = await transport.open(limits.connect);
  if (!stream) return 'not-sent';
  const line = lineOn(stream);
  const outcome = await deliver(line, job, transport, limits, ({ state }) => told.push(state));
  await line.close(limits.close);
  return outcome;
}

async function untilTold(state: string): Promise<void> {
  await vi.waitFor(() => expect(told).toContain(state), { timeout: 10_000 });
}

describe.each<Confirm>(['process-id', 'gs-r'])('with confirm=%s', (confirm) => {
  test('a job is printed once the printer says that it is on paper', async () => {
    expect(await send({}, confirm)).toBe('printed');
    expect(printer.papers).toEqual([pictureOf(layout(slip(), 576))]);
  });

  test.each<Ailment>(['offline', 'cover-open', 'paper-end', 'cutter', 'error'])(
    'of a printer that says "%s" this is known, and not one byte of the job is sent',
    async (ailment) => {
      printer.ail(ailment);
      expect(await send({}, confirm)).toBe('not-sent');
      expect(told).toEqual([ailment]);
      expect(printer.jobs).toBe(0);
      expect(printer.bytes().includes(Buffer.from([0x1b, 0x40]))).toBe(false);
    },
  );

  test.each<[Behaviour, object]>([
    ['hangs-up', {}],
    ['silent', { status: 100 }],
    ['hangs', { status: 100, close: 50 }],
  ])('to a printer that does "%s" not one byte of the job is sent', async (behaviour, limits) => {
    printer.behaviour = behaviour;
    expect(await send(limits, confirm)).toBe('not-sent');
    expect(told).toEqual(['offline']);
    expect(printer.bytes().includes(Buffer.from([0x1b, 0x40]))).toBe(false);
  });

  test.each<[Behaviour, object]>([
    ['never-confirms', { print: 150 }],
    ['stops-reading', { print: 150, status: 50, close: 50 }],
    ['resets', {}],
  ])('once a printer that "%s" has the first byte, nobody knows whether it is on paper', async (behaviour, limits) => {
    printer.behaviour = behaviour;
    expect(await send(limits, confirm)).toBe('unknown');
  });

  test('a roll that will soon be at its end still prints', async () => {
    printer.ail('near-end');
    expect(await send({}, confirm)).toBe('printed');
  });

  test('a job in whose middle the paper ends waits for the reload, and is printed once', async () => {
    printer.bandsLeft = 2;
    const outcome = send({ ask: 20, print: 1_000 }, confirm);
    await untilTold('paper-end');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    printer.mend();
    expect(await outcome).toBe('printed');
    expect(told.at(-1)).toBe('ready');
    expect(printer.jobs).toBe(1);
    expect(printer.papers).toEqual([pictureOf(layout(slip(), 576))]);
  });

  test('a job in whose middle the printer is switched off and on is in doubt, and nothing is sent again', async () => {
    printer.bandsLeft = 2;
    const outcome = send({ ask: 20 }, confirm);
    await untilTold('paper-end');
    await printer.switchOff();
    await printer.switchOn();
    expect(await outcome).toBe('unknown');
    expect(printer.jobs).toBe(1);
    expect(printer.papers).toEqual([]);
  });
});

test.each([
  ['paper-end', 'paper-end'],
  ['cover-open', 'cover-open'],
  ['cutter-stuck', 'cutter'],
] as const)('a printer with %s waits for a hand, and is waited for with its buffer full', async (fault, state) => {
  const device = createVirtualPrinter({ width: 576, now: () => '' });
  device.fail(fault, 100);
  const line = lineOn(device.connect()!);
  const limits = { ...LIMITS, ask: 20, status: 20, print: 1_000 };
  const outcome = deliver(line, job, { confirm: 'process-id' }, limits, ({ state }) => told.push(state));
  await untilTold(state);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  device.mend(fault);
  expect(await outcome).toBe('printed');
  expect(device.paper().filter(({ how }) => how === 'cut')).toHaveLength(1);
});

test('a printer that waits and is heard of no more is given up in the end', async () => {
  const device = createVirtualPrinter({ width: 576, now: () => '' });
  device.fail('paper-end', 100);
  const line = lineOn(device.connect()!);
  const limits = { ...LIMITS, ask: 20, status: 20, print: 50, silence: 200 };
  expect(await deliver(line, job, { confirm: 'process-id' }, limits, () => {})).toBe('unknown');
});

test('the printer is asked for its condition, then gets the job, then is asked whether it is on paper', async () => {
  await send();
  const questions = Buffer.from([1, 2, 3, 4].flatMap((n) => [0x10, 0x04, n]));
  const sent = printer.bytes();
  expect(sent.subarray(0, 12)).toEqual(questions);
  expect(sent.subarray(12, 17).toString('hex')).toBe('1b401d610e');
  expect(sent.subarray(17, -14)).toEqual(job.subarray(2));
  expect(sent.subarray(-14, -7).toString('hex')).toBe('1d284806003030');
  expect(sent.subarray(-3).toString('hex')).toBe('1d6100');
});

test('a printer without GS ( H is asked by GS r', async () => {
  await send({}, 'gs-r');
  expect(printer.bytes().subarray(-6).toString('hex')).toBe('1d72011d6100');
});

test('a line that carries few bytes a second is given the time that a job needs', async () => {
  const device = createVirtualPrinter({ width: 576, now: () => '', rowsPerSecond: 2000 });
  const line = lineOn(device.connect()!);
  const slow = { confirm: 'process-id', bytesPerSecond: job.length / 10 } as const;
  expect(await deliver(line, job, slow, { ...LIMITS, ask: 20, print: 10 }, () => {})).toBe('printed');
});

describe('on a cable, which stays when the printer is switched off', () => {
  const limits = { ...LIMITS, status: 300, ask: 20, print: 5_000 };
  const AT_ONCE = 1_000;
  const serial = { confirm: 'process-id', bytesPerSecond: 64_000 } as const;

  /** Carries so many bytes a second; what arrives while nobody is there is lost. */
  function cableTo(device: VirtualPrinter): Duplex {
    const end: Duplex = new Duplex({
      read() {},
      write(bytes: Buffer, _encoding, done) {
        void carry(bytes).then(() => done());
      },
    });
    let inner: Duplex | undefined;
    const carry = async (bytes: Buffer) => {
      for (let at = 0; at < bytes.length; at += AT_ONCE) {
        const some = bytes.subarray(at, at + AT_ONCE);
        if (some.length === AT_ONCE) await pause((AT_ONCE / serial.bytesPerSecond) * 1000);
        inner?.write(some);
      }
    };
    const plugIn = () => {
      inner = device.connect();
      inner?.on('data', (bytes: Buffer) => end.push(bytes)).on('error', () => {});
      if (inner) inner.on('close', plugIn);
      else setTimeout(plugIn, 1).unref();
    };
    plugIn();
    return end;
  }

  test.each([50, 300, 600])(
    'one that is switched off and on at row %i is in doubt, and prints nothing odd',
    async (row) => {
      const device = createVirtualPrinter({ width: 576, now: () => '', offMs: 500 });
      device.fail('power-cycle', row);
      const line = lineOn(cableTo(device));
      expect(await deliver(line, job, serial, limits, () => {})).toBe('unknown');
      expect(device.paper()).toMatchObject([{ how: 'hanging', garbled: false }]);
      expect(line.broken()).toBe(true);
    },
  );

  test('one that told that it stopped and is ready again without a word has forgotten the job', async () => {
    const device = createVirtualPrinter({ width: 576, now: () => '', offMs: 0 });
    device.fail('paper-end', 40);
    // so small are the pieces that the waiting printer has room for the one that is under way, and answers all
    const slow = { ...serial, bytesPerSecond: 8_000 };
    const outcome = deliver(lineOn(cableTo(device)), job, slow, { ...limits, ask: 400 }, ({ state }) =>
      told.push(state),
    );
    await untilTold('paper-end');
    device.fail('power-cycle');
    device.mend('paper-end');
    expect(await outcome).toBe('unknown');
    expect(device.paper().map(({ garbled }) => garbled)).toEqual([false]);
  });

  test('one that is not switched off prints all, piece by piece', async () => {
    const device = createVirtualPrinter({ width: 576, now: () => '' });
    const cable = cableTo(device);
    const said: number[] = [];
    const write = cable.write.bind(cable) as (bytes: Buffer, done: () => void) => boolean;
    cable.write = ((bytes: Buffer, done: () => void) => {
      said.push(bytes.length);
      return write(bytes, done);
    }) as Duplex['write'];
    expect(await deliver(lineOn(cable), job, serial, limits, () => {})).toBe('printed');
    const pieces = said.flatMap((length, i) => (length > 3 ? i : []));
    expect(pieces.length).toBeGreaterThan(2);
    const questionsBetween = pieces.slice(1).map((at, i) => at - pieces[i]! - 1);
    expect(Math.min(...questionsBetween)).toBeGreaterThanOrEqual(4);
  });
});

test('a line is not closed while an answer is owed, which the next line would take for its own', async () => {
  const slow: Duplex = new Duplex({
    read() {},
    write(_bytes, _encoding, done) {
      setTimeout(() => slow.push(Buffer.from([0x12])), 50);
      done();
    },
    final(done) {
      slow.push(null);
      done();
    },
  });
  const line = lineOn(slow);
  expect(await line.ask(1, 5)).toBeUndefined();
  await line.close(10_000);
  expect(line.ears.answers).toBe(1);
});

test('a line that breaks while an answer is owed is closed all the same', async () => {
  const mute = new Duplex({ read() {}, write: (_bytes, _encoding, done) => done() });
  const line = lineOn(mute);
  expect(await line.ask(1, 5)).toBeUndefined();
  const closing = line.close(10_000);
  mute.destroy();
  expect(await closing).toBe(true);
});

describe('with confirm=none', () => {
  test('a printer that answers nothing prints the whole slip, and still nobody knows', async () => {
    printer.behaviour = 'silent';
    expect(await send({}, 'none')).toBe('unknown');
    await vi.waitFor(() => expect(printer.papers).toEqual([pictureOf(layout(slip(), 576))]));
    expect(printer.bytes()).toEqual(job);
  });
});

// SPDX-License-Identifier: EUPL-1.2
/** What is known of a job once a printer on the network has had it, or has not. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bytesOf } from '../../../src-main/printing/bytes.ts';
import { LIMITS } from '../../../src-main/printing/delivery.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { tcpTransport } from '../../../src-main/printing/tcp.ts';
import type { TcpAddress } from '../../../src-main/printing/transport.ts';
import { pictureOf, slip } from './slips.ts';
import { startTcpPrinter, type Behaviour, type TcpPrinter } from './tcp-printer.ts';

let printer: TcpPrinter;

beforeEach(async () => {
  printer = await startTcpPrinter();
});

afterEach(async () => {
  await printer.switchOff();
  expect(printer.complaints).toEqual([]);
});

function transport(limits = {}, confirm: TcpAddress['confirm'] = 'process-id') {
  const address: TcpAddress = { kind: 'tcp', host: '127.0.0.1', port: printer.port, width: 576, confirm };
  return tcpTransport(address, { ...LIMITS, ...limits });
}

function job(number = '12'): Buffer {
  return bytesOf(layout(slip({ number }), 576));
}

test('a job is printed once the printer says that it is on paper', async () => {
  expect(await transport().send(job())).toBe('printed');
  expect(printer.papers).toEqual([pictureOf(layout(slip(), 576))]);
});

test('the printer is asked for its state, then gets the job, then is asked whether it is on paper', async () => {
  await transport().send(job());
  const questions = Buffer.from([0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4]);
  const sent = printer.bytes();
  expect(sent.subarray(0, 9)).toEqual(questions);
  expect(sent.subarray(9, -11)).toEqual(job());
  expect(sent.subarray(-11, -4).toString('hex')).toBe('1d284806003030');
});

test.each<[Behaviour, object]>([
  ['offline', {}],
  ['cover-open', {}],
  ['paper-out', {}],
  ['hangs-up', {}],
  ['silent', { status: 100 }],
  ['hangs', { status: 100, close: 50 }],
])('from a printer that is or does "%s" not one byte of the job is sent', async (behaviour, limits) => {
  printer.behaviour = behaviour;
  expect(await transport(limits).send(job())).toBe('not-sent');
  expect(printer.papers).toEqual([]);
  expect(printer.bytes().includes(Buffer.from([0x1b, 0x40]))).toBe(false);
});

test('to a printer that is off nothing is sent; on again, it prints', async () => {
  const way = transport();
  await printer.switchOff();
  expect(await way.send(job())).toBe('not-sent');
  await printer.switchOn();
  expect(await way.send(job())).toBe('printed');
});

test('a host that is not there is not sent to', async () => {
  const nowhere = tcpTransport({ kind: 'tcp', host: 'printer.invalid', port: 9100, width: 576, confirm: 'none' });
  expect(await nowhere.send(job())).toBe('not-sent');
});

test.each<[Behaviour, object]>([
  ['never-confirms', { print: 150 }],
  ['stops-reading', { print: 150, close: 50 }],
  ['resets', {}],
])(
  'once a printer that "%s" has the first byte, nobody knows whether the slip is on paper',
  async (behaviour, limits) => {
    printer.behaviour = behaviour;
    expect(await transport(limits).send(job())).toBe('unknown');
  },
);

test('after a job in doubt the next one starts afresh', async () => {
  const way = transport();
  printer.behaviour = 'resets';
  expect(await way.send(job('1'))).toBe('unknown');
  printer.behaviour = 'prints';
  expect(await way.send(job('2'))).toBe('printed');
  expect(printer.papers).toEqual([pictureOf(layout(slip({ number: '2' }), 576))]);
});

test('jobs go one after the other, each on a connection of its own', async () => {
  const way = transport();
  const numbers = ['1', '2', '3', '4'];
  const outcomes = await Promise.all(numbers.map((number) => way.send(job(number))));
  expect(outcomes).toEqual(['printed', 'printed', 'printed', 'printed']);
  expect(printer.papers).toEqual(numbers.map((number) => pictureOf(layout(slip({ number }), 576))));
  expect(printer.connections).toBe(4);
  expect(printer.connectionsAtOnce).toBe(1);
});

describe('with confirm=none', () => {
  test('a printer that answers nothing prints the whole slip, and still nobody knows', async () => {
    printer.behaviour = 'silent';
    expect(await transport({}, 'none').send(job())).toBe('unknown');
    await vi.waitFor(() => expect(printer.papers).toEqual([pictureOf(layout(slip(), 576))]));
    expect(printer.bytes()).toEqual(job());
  });

  test('a printer that is off is not sent to', async () => {
    await printer.switchOff();
    expect(await transport({}, 'none').send(job())).toBe('not-sent');
  });
});

// SPDX-License-Identifier: EUPL-1.2
/** How a printer is named. */
import { expect, test } from 'vitest';
import { parsePrinter } from '../../../src-main/printing/transport.ts';

test.each([
  ['tcp://192.168.1.50', { kind: 'tcp', host: '192.168.1.50', port: 9100, width: 576, confirm: 'process-id' }],
  ['tcp://stampante:9101/', { kind: 'tcp', host: 'stampante', port: 9101, width: 576, confirm: 'process-id' }],
  [
    'tcp://[fe80::1]:9100?width=384&confirm=none',
    { kind: 'tcp', host: 'fe80::1', port: 9100, width: 384, confirm: 'none' },
  ],
  ['virtual:', { kind: 'virtual', width: 576 }],
  ['virtual:?width=384', { kind: 'virtual', width: 384 }],
])('%s is a printer', (url, address) => {
  expect(parsePrinter(url)).toEqual(address);
});

test.each([
  ['', 'neither tcp: nor virtual:'],
  ['192.168.1.50', 'neither tcp: nor virtual:'],
  ['http://192.168.1.50', 'neither tcp: nor virtual:'],
  ['tcp:', 'comes //HOST'],
  ['tcp://', 'comes //HOST'],
  ['tcp://host:paper', 'comes //HOST'],
  ['tcp://host/queue', 'comes //HOST'],
  ['tcp://host:0', 'port 0 is not between 1 and 65535'],
  ['tcp://host:65536', 'port 65536 is not between 1 and 65535'],
  ['tcp://host?width=80', 'width 80 is neither 576 nor 384'],
  ['tcp://host?confirm=yes', 'confirm can only be none, not yes'],
  ['tcp://host?baud=9600', 'option baud is unknown'],
  ['virtual:?confirm=none', 'option confirm is unknown'],
  ['virtual:paper', 'not "paper"'],
])('"%s" is refused in a sentence that says why and what is accepted', (url, why) => {
  expect(() => parsePrinter(url)).toThrow(`"${url}" is not a printer: `);
  expect(() => parsePrinter(url)).toThrow(why);
  expect(() => parsePrinter(url)).toThrow('A printer is tcp://HOST, tcp://HOST:PORT or virtual:');
});

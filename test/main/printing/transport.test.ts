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
  ['tcp://host?confirm=gs-r', { kind: 'tcp', host: 'host', port: 9100, width: 576, confirm: 'gs-r' }],
  ['file:///dev/usb/lp0', { kind: 'file', path: '/dev/usb/lp0', width: 576, confirm: 'process-id' }],
  ['file:///tmp/a%20b?confirm=none', { kind: 'file', path: '/tmp/a b', width: 576, confirm: 'none' }],
  ['serial:///dev/ttyUSB0', { kind: 'serial', path: '/dev/ttyUSB0', baud: 115200, width: 576, confirm: 'process-id' }],
  [
    'serial:///dev/ttyS0?baud=9600&width=384',
    { kind: 'serial', path: '/dev/ttyS0', baud: 9600, width: 384, confirm: 'process-id' },
  ],
  ['virtual:', { kind: 'virtual', width: 576, confirm: 'process-id' }],
  ['virtual:?width=384&confirm=none', { kind: 'virtual', width: 384, confirm: 'none' }],
])('%s is a printer', (url, address) => {
  expect(parsePrinter(url)).toEqual(address);
});

test.each([
  ['', 'none of tcp: file: serial: virtual:'],
  ['192.168.1.50', 'none of tcp: file: serial: virtual:'],
  ['http://192.168.1.50', 'none of tcp: file: serial: virtual:'],
  ['tcp:', 'comes //HOST'],
  ['tcp://', 'comes //HOST'],
  ['tcp://host:paper', 'comes //HOST'],
  ['tcp://host/queue', 'comes //HOST'],
  ['tcp://host:0', 'port 0 is not between 1 and 65535'],
  ['tcp://host:65536', 'port 65536 is not between 1 and 65535'],
  ['tcp://host?width=80', 'width 80 is neither 576 nor 384'],
  ['tcp://host?confirm=yes', 'confirm can be process-id, gs-r or none, not yes'],
  ['file:', 'the device’s path from the root'],
  ['file://dev/usb/lp0', 'the device’s path from the root'],
  ['file:///dev/', 'the device’s path from the root'],
  ['file:///%', 'is not a path as a URL writes it'],
  ['file:///dev/usb/lp0?baud=9600', 'option baud is unknown'],
  ['serial:ttyUSB0', 'the device’s path from the root'],
  ['serial:///dev/ttyUSB0?baud=300', 'baud 300 is none of 9600,'],
  ['tcp://host?baud=9600', 'option baud is unknown'],
  ['virtual:paper', 'not "paper"'],
])('"%s" is refused in a sentence that says why and what is accepted', (url, why) => {
  expect(() => parsePrinter(url)).toThrow(`"${url}" is not a printer: `);
  expect(() => parsePrinter(url)).toThrow(why);
  expect(() => parsePrinter(url)).toThrow(
    'A printer is tcp://HOST, tcp://HOST:PORT, file:///dev/usb/lp0, serial:///dev/ttyUSB0 or virtual:',
  );
});

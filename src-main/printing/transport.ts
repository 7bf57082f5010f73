// SPDX-License-Identifier: EUPL-1.2
/** The ways to a printer: what every one of them does, and the URL that names one. */
import type { Duplex } from 'node:stream';
import type { Width } from './layout.ts';

/**
 * How the printer tells that a job is on paper: by GS ( H with an id of the job, by GS r where it lacks that, or not at
 * all, which leaves every job `unknown`.
 */
export type Confirm = 'process-id' | 'gs-r' | 'none';

export interface Transport {
  confirm: Confirm;
  /**
   * How many bytes a second the line carries, where that is so few that a job takes long and where the line stays when
   * the printer is switched off; undefined where neither holds.
   */
  bytesPerSecond?: number | undefined;
  /**
   * A line to the printer; undefined if it does not take one now, or not within `ms`.
   * @throws Error with a sentence where a technician has to see to it: a device or host that is not there
   */
  open(ms: number): Promise<Duplex | undefined>;
}

interface Printing {
  width: Width;
  confirm: Confirm;
}

export type TcpAddress = Printing & { kind: 'tcp'; host: string; port: number };
export type FileAddress = Printing & { kind: 'file'; path: string };
export type SerialAddress = Printing & { kind: 'serial'; path: string; baud: number };
export type VirtualAddress = Printing & { kind: 'virtual' };
export type PrinterAddress = TcpAddress | FileAddress | SerialAddress | VirtualAddress;

type Options = Printing & { baud: number };

const RAW_PRINTING_PORT = 9100;
const BAUDS = [9600, 19200, 38400, 57600, 115200];
const ACCEPTED =
  'A printer is tcp://HOST, tcp://HOST:PORT, file:///dev/usb/lp0, serial:///dev/ttyUSB0 or virtual:, followed by ' +
  '?width=576 (80 mm paper) or ?width=384 (58 mm) if need be, by confirm=gs-r or confirm=none if the printer does not ' +
  'answer otherwise, and for serial by baud=115200 or what the printer is set to.';

/** @throws Error whose message is for the technician: it names the value and says what is accepted. */
export function parsePrinter(url: string): PrinterAddress {
  const refuse = (why: string) => new Error(`"${url}" is not a printer: ${why}. ${ACCEPTED}`);

  const [, kind, rest = ''] = /^(tcp|file|serial|virtual):([^?]*)/.exec(url) ?? [];
  if (!kind) throw refuse('it begins with none of tcp: file: serial: virtual:');
  const { baud, ...options } = readOptions(url, kind, refuse);
  switch (kind) {
    case 'tcp': {
      const [, host, port] = /^\/\/([\w.-]+|\[[\da-fA-F:.]+\])(?::(\d+))?\/?$/.exec(rest) ?? [];
      if (!host) throw refuse('after tcp: comes //HOST or //HOST:PORT');
      const portNumber = Number(port ?? RAW_PRINTING_PORT);
      if (portNumber < 1 || portNumber > 65535) throw refuse(`port ${port} is not between 1 and 65535`);
      return { kind, host: host.replace(/^\[|\]$/g, ''), port: portNumber, ...options };
    }
    case 'file':
      return { kind, path: pathIn(rest, kind, refuse), ...options };
    case 'serial':
      return { kind, path: pathIn(rest, kind, refuse), baud, ...options };
    default:
      if (rest !== '') throw refuse(`there is nothing to say after virtual: but options, not "${rest}"`);
      return { kind: 'virtual', ...options };
  }
}

function pathIn(rest: string, kind: string, refuse: (why: string) => Error): string {
  const [, path] = /^\/\/(\/.*[^/])$/.exec(rest) ?? [];
  if (!path) throw refuse(`after ${kind}: comes //, then the device’s path from the root`);
  try {
    return decodeURIComponent(path);
  } catch {
    throw refuse(`${path} is not a path as a URL writes it`);
  }
}

function readOptions(url: string, kind: string, refuse: (why: string) => Error): Options {
  const options: Options = { width: 576, confirm: 'process-id', baud: 115200 };
  for (const [name, value] of new URLSearchParams(url.split('?')[1])) {
    if (name === 'width') {
      if (value !== '576' && value !== '384') throw refuse(`width ${value} is neither 576 nor 384`);
      options.width = value === '576' ? 576 : 384;
    } else if (name === 'confirm') {
      if (value !== 'process-id' && value !== 'gs-r' && value !== 'none') {
        throw refuse(`confirm can be process-id, gs-r or none, not ${value}`);
      }
      options.confirm = value;
    } else if (name === 'baud' && kind === 'serial') {
      if (!BAUDS.includes(Number(value))) throw refuse(`baud ${value} is none of ${BAUDS.join(', ')}`);
      options.baud = Number(value);
    } else {
      throw refuse(`option ${name} is unknown`);
    }
  }
  return options;
}

// SPDX-License-Identifier: EUPL-1.2
/** The way to a printer: what every transport does, and the URL that names one. */
import type { Width } from './layout.ts';

/**
 * `printed`: the printer said so. `not-sent`: not one byte of the job has left, so it may be sent again. `unknown`: it
 * may or may not be on paper, and nobody but a person who looks can tell.
 */
export type Outcome = 'printed' | 'not-sent' | 'unknown';

export interface Transport {
  /** Never rejects because of a printer: whatever happens to the job is an outcome. Jobs are sent one by one. */
  send(job: Uint8Array): Promise<Outcome>;
}

export interface TcpAddress {
  kind: 'tcp';
  host: string;
  port: number;
  width: Width;
  /** How the printer tells that a job is on paper; one that tells nothing leaves every job `unknown`. */
  confirm: 'process-id' | 'none';
}

export interface VirtualAddress {
  kind: 'virtual';
  width: Width;
}

export type PrinterAddress = TcpAddress | VirtualAddress;

const RAW_PRINTING_PORT = 9100;
const ACCEPTED =
  'A printer is tcp://HOST, tcp://HOST:PORT or virtual:, followed by ?width=576 (80 mm paper) or ?width=384 (58 mm) if ' +
  'need be, and for tcp by confirm=none if the printer answers nothing.';

/** @throws Error whose message is for the technician: it names the value and says what is accepted. */
export function parsePrinter(url: string): PrinterAddress {
  const refuse = (why: string) => new Error(`"${url}" is not a printer: ${why}. ${ACCEPTED}`);

  const [, scheme, rest = ''] = /^([a-z]+):([^?]*)/.exec(url) ?? [];
  if (scheme !== 'tcp' && scheme !== 'virtual') throw refuse('it begins with neither tcp: nor virtual:');
  const options = readOptions(url, scheme, refuse);
  if (scheme === 'virtual') {
    if (rest !== '') throw refuse(`there is nothing to say after virtual: but options, not "${rest}"`);
    return { kind: 'virtual', width: options.width };
  }

  const [, host, port] = /^\/\/([\w.-]+|\[[\da-fA-F:.]+\])(?::(\d+))?\/?$/.exec(rest) ?? [];
  if (!host) throw refuse('after tcp: comes //HOST or //HOST:PORT');
  const portNumber = Number(port ?? RAW_PRINTING_PORT);
  if (portNumber < 1 || portNumber > 65535) throw refuse(`port ${port} is not between 1 and 65535`);
  return { kind: 'tcp', host: host.replace(/^\[|\]$/g, ''), port: portNumber, ...options };
}

function readOptions(
  url: string,
  scheme: string,
  refuse: (why: string) => Error,
): Pick<TcpAddress, 'width' | 'confirm'> {
  const options: Pick<TcpAddress, 'width' | 'confirm'> = { width: 576, confirm: 'process-id' };
  for (const [name, value] of new URLSearchParams(url.split('?')[1])) {
    if (name === 'width') {
      if (value !== '576' && value !== '384') throw refuse(`width ${value} is neither 576 nor 384`);
      options.width = value === '576' ? 576 : 384;
    } else if (name === 'confirm' && scheme === 'tcp') {
      if (value !== 'none') throw refuse(`confirm can only be none, not ${value}`);
      options.confirm = value;
    } else {
      throw refuse(`option ${name} is unknown`);
    }
  }
  return options;
}

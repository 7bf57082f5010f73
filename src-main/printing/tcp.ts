// SPDX-License-Identifier: EUPL-1.2
/** The way to a printer on the network. */
import { connect } from 'node:net';
import type { TcpAddress, Transport } from './transport.ts';

/** After so long without a word the system asks whether the other side is still there. */
const KEEP_ALIVE_MS = 15_000;

export function tcpTransport({ host, port, confirm }: Omit<TcpAddress, 'kind' | 'width'>): Transport {
  return {
    confirm,
    open: (ms) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS });
        const limit = setTimeout(() => socket.destroy(), ms);
        // stays for as long as the socket does: an error that nobody listens to would end the process
        socket.on('error', (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOTFOUND') reject(new Error(`There is no printer on the network called ${host}.`));
        });
        socket.once('connect', () => resolve(socket));
        socket.once('close', () => resolve(undefined));
        for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(limit));
      }),
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** The transport to a printer on the network: one connection a job, one job at a time. */
import { connect, type Socket } from 'node:net';
import { deliver, LIMITS, type Limits } from './delivery.ts';
import { lineOn } from './line.ts';
import type { TcpAddress, Transport } from './transport.ts';

export function tcpTransport({ host, port, confirm }: TcpAddress, limits: Limits = LIMITS): Transport {
  let free: Promise<void> = Promise.resolve();

  return {
    send(job) {
      const dialled = free.then(() => dial(host, port, limits.connect));
      const outcome = dialled.then((socket) =>
        socket ? deliver(lineOn(socket), job, confirm, limits) : ('not-sent' as const),
      );
      free = Promise.all([dialled, outcome]).then(([socket]) => socket && hangUp(socket, limits.close));
      return outcome;
    },
  };
}

/** The open connection; undefined if it is refused or not there in time. */
function dial(host: string, port: number, ms: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const limit = setTimeout(() => socket.destroy(), ms);
    // stays for as long as the socket does: an error that nobody listens to would end the process
    socket.on('error', () => {});
    socket.once('connect', () => resolve(socket));
    socket.once('close', () => resolve(undefined));
    for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(limit));
  });
}

/** Closes in order, so that what is still under way arrives; by force if the other side does not close in time. */
function hangUp(socket: Socket, ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    const limit = setTimeout(() => socket.destroy(), ms);
    socket.once('close', () => {
      clearTimeout(limit);
      resolve();
    });
    socket.end();
  });
}

// SPDX-License-Identifier: EUPL-1.2
/** The virtual printer on the network: it listens on a port of this machine and serves one caller after the other. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { VirtualPrinter } from '../../src-main/printing/virtual.ts';

export interface TcpDevice extends Pick<VirtualPrinter, 'fail' | 'mend'> {
  host: string;
  port: number;
  close(): Promise<void>;
}

const AGAIN_MS = 5;

let devices = 0;

export async function putOnNetwork(printer: VirtualPrinter): Promise<TcpDevice> {
  // an address of its own: one that is off must find its port free when it is on again
  const host = `127.0.${1 + Math.floor(devices / 250)}.${1 + (devices++ % 250)}`;
  const sockets = new Set<Socket>();
  const callers: Socket[] = [];
  let served: Socket | undefined;
  let closed = false;

  /** Whoever calls while another is served is connected and waits, as in the system of a real one. */
  function serveNext(): void {
    while (!served) {
      const socket = callers.shift();
      if (!socket) return;
      if (!socket.destroyed) serve(socket);
    }
  }

  function serve(socket: Socket): void {
    const line = printer.connect();
    if (!line) return look();
    served = socket;
    socket.pipe(line).pipe(socket);
    line.on('error', () => {
      socket.resetAndDestroy();
      look();
    });
    socket.on('close', () => {
      line.destroy();
      served = undefined;
      serveNext();
    });
  }

  /** Off, or off the network, nobody is connected and nobody can connect. */
  function look(): void {
    if (closed) return;
    if (!printer.faults().some((fault) => fault === 'refuse' || fault === 'power-cycle')) {
      if (!server.listening) server.listen(port, host);
      return;
    }
    if (server.listening) server.close();
    for (const socket of sockets) socket.resetAndDestroy();
    setTimeout(look, AGAIN_MS).unref();
  }

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    callers.push(socket);
    serveNext();
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    host,
    port,
    fail(fault, after) {
      printer.fail(fault, after);
      look();
    },
    mend(fault) {
      printer.mend(fault);
      look();
    },
    async close() {
      closed = true;
      for (const socket of sockets) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** A printer on the network for the tests: it listens on a port of this machine and can misbehave in every known way. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { printHead, type Picture } from './print-head.ts';

export type Behaviour =
  /** Answers everything and prints. */
  | 'prints'
  /** Answers that it is offline, open, or without paper. */
  | 'offline'
  | 'cover-open'
  | 'paper-out'
  /** Takes everything and answers nothing. */
  | 'silent'
  /** Accepts the connection and closes it. */
  | 'hangs-up'
  /** Accepts the connection and reads nothing. */
  | 'hangs'
  /** Is ready, prints, and never says so. */
  | 'never-confirms'
  /** Is ready, and reads nothing more once the job has begun. */
  | 'stops-reading'
  /** Is ready, and resets the connection once the job has begun. */
  | 'resets';

export interface TcpPrinter {
  /** `tcp://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  /** From the next connection on. */
  behaviour: Behaviour;
  /** What came out of it, oldest first. */
  readonly papers: readonly Picture[];
  /** Every byte that it read, of all connections. */
  bytes(): Buffer;
  /** How many connections there were, and how many at the same time at most. */
  readonly connections: number;
  readonly connectionsAtOnce: number;
  /** Called when the first byte of a job arrives. */
  onJob: () => void;
  /** What no printer should have been sent, in words. */
  readonly complaints: readonly string[];
  /** Off, it refuses every connection; on again, it listens on the same port. */
  switchOff(): Promise<void>;
  switchOn(): Promise<void>;
}

const STATUS_OK = 0x12;
/** So few bytes at a time are taken in that a job can be broken off in its middle. */
const MOUTHFUL = 512;
const NOT_READY: Partial<Record<Behaviour, readonly number[]>> = {
  offline: [0, 0x08, 0],
  'cover-open': [0, 0x08, 0x04],
  'paper-out': [0, 0x08, 0x20, 0, 0x60],
};

/** Switch it off at the end of the test. */
export async function startTcpPrinter(behaviour: Behaviour = 'prints'): Promise<TcpPrinter> {
  const papers: Picture[] = [];
  const complaints: string[] = [];
  const sockets = new Set<Socket>();
  const read: Buffer[] = [];
  let server: Server | undefined;
  let port = 0;
  let connections = 0;
  let connectionsAtOnce = 0;

  function serve(socket: Socket, manner: Behaviour): void {
    connections += 1;
    sockets.add(socket);
    connectionsAtOnce = Math.max(connectionsAtOnce, sockets.size);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    if (manner === 'hangs-up') return void socket.end();
    if (manner === 'hangs') return void socket.pause();

    const head = printHead({
      onStatusRequest(n) {
        if (head.busy) complaints.push(`a picture asked for status ${n}`);
        if (manner !== 'silent') socket.write(Buffer.from([STATUS_OK | (NOT_READY[manner]?.[n] ?? 0)]));
      },
      onPrintedRequest(id) {
        if (manner === 'prints') socket.write(Buffer.from([0x37, 0x22, ...id, 0x00]));
      },
      onJob() {
        printer.onJob();
        if (manner === 'stops-reading') socket.pause();
        if (manner === 'resets') socket.resetAndDestroy();
      },
      onPaper: (paper) => papers.push(paper),
    });
    socket.on('data', (bytes) => {
      read.push(bytes);
      try {
        for (let i = 0; i < bytes.length && !socket.isPaused() && !socket.destroyed; i += MOUTHFUL)
          head.take(bytes.subarray(i, i + MOUTHFUL));
      } catch (error) {
        complaints.push(String(error));
        socket.destroy();
      }
    });
  }

  const printer: TcpPrinter = {
    get url() {
      return `tcp://127.0.0.1:${port}`;
    },
    get port() {
      return port;
    },
    behaviour,
    papers,
    bytes: () => Buffer.concat(read),
    get connections() {
      return connections;
    },
    get connectionsAtOnce() {
      return connectionsAtOnce;
    },
    onJob: () => {},
    complaints,
    async switchOff() {
      for (const socket of sockets) socket.destroy();
      if (!server) return;
      const closed = once(server, 'close');
      server.close();
      server = undefined;
      await closed;
    },
    async switchOn() {
      server = createServer((socket) => serve(socket, printer.behaviour)).listen(port, '127.0.0.1');
      await once(server, 'listening');
      port = (server.address() as AddressInfo).port;
    },
  };
  await printer.switchOn();
  return printer;
}

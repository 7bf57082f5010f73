// SPDX-License-Identifier: EUPL-1.2
/** A printer on the network for the tests: it listens on a port of this machine and can misbehave in every known way. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { printHead, type Picture, type PrintHead } from './print-head.ts';

export type Behaviour =
  /** Answers everything and prints. */
  | 'prints'
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
  | 'resets'
  /** Speaks without end of what nobody asked, as fast as it can, and prints. */
  | 'babbles';

export type Ailment = 'near-end' | 'paper-end' | 'cover-open' | 'cutter' | 'error' | 'offline';

export interface TcpPrinter {
  /** `tcp://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  /** From the next connection on. */
  behaviour: Behaviour;
  /** From now on, until `mend`. All but the end that is near make it stop. */
  ail(ailment: Ailment): void;
  /** All is well again: what it had taken in is printed. */
  mend(): void;
  /** After so many more bands of a picture its paper is at its end. */
  bandsLeft: number;
  /** What came out of it, oldest first. */
  readonly papers: readonly Picture[];
  /** Every byte that it read, of all connections. */
  bytes(): Buffer;
  /** How many connections there were, and how many at the same time at most. */
  readonly connections: number;
  readonly connectionsAtOnce: number;
  /** How many jobs have begun. */
  readonly jobs: number;
  /** Called when the first byte of a job arrives. */
  onJob: () => void;
  /** What no printer should have been sent, in words. */
  readonly complaints: readonly string[];
  /** Off, it refuses every connection and forgets what it had not printed; on again, it listens on the same port. */
  switchOff(): Promise<void>;
  switchOn(): Promise<void>;
}

const STATUS_OK = 0x12;
/** So few bytes at a time are taken in that a job can be broken off in its middle. */
const MOUTHFUL = 512;
/** What it answers to DLE EOT 1, 2, 3 and 4. */
const ANSWERS: Readonly<Record<Ailment, readonly [number, number, number, number]>> = {
  'near-end': [0, 0, 0, 0x0c],
  'paper-end': [0x08, 0x20, 0, 0x6c],
  'cover-open': [0x08, 0x04, 0, 0],
  cutter: [0x08, 0x40, 0x08, 0],
  error: [0x08, 0x40, 0x20, 0],
  offline: [0x08, 0, 0, 0],
};
/** What it says by itself: GS a. */
const SPOKEN: Readonly<Record<Ailment, readonly [number, number, number, number]>> = {
  'near-end': [0x10, 0, 0x03, 0],
  'paper-end': [0x18, 0, 0x0f, 0],
  'cover-open': [0x38, 0, 0, 0],
  cutter: [0x18, 0x08, 0, 0],
  error: [0x18, 0x20, 0, 0],
  offline: [0x18, 0, 0, 0],
};
const ALL_WELL = [0x10, 0, 0, 0];

/** Switch it off at the end of the test. */
export async function startTcpPrinter(behaviour: Behaviour = 'prints'): Promise<TcpPrinter> {
  const papers: Picture[] = [];
  const complaints: string[] = [];
  const sockets = new Set<Socket>();
  const heads = new Set<PrintHead>();
  const listeners = new Set<Socket>();
  const read: Buffer[] = [];
  let server: Server | undefined;
  let port = 0;
  let connections = 0;
  let connectionsAtOnce = 0;
  let jobs = 0;
  let ailment: Ailment | undefined;

  function speakUp(): void {
    for (const socket of listeners) socket.write(Buffer.from(ailment ? SPOKEN[ailment] : ALL_WELL));
  }

  function serve(socket: Socket, manner: Behaviour): void {
    connections += 1;
    sockets.add(socket);
    connectionsAtOnce = Math.max(connectionsAtOnce, sockets.size);
    socket.on('close', () => {
      sockets.delete(socket);
      listeners.delete(socket);
    });
    socket.on('error', () => {});
    if (manner === 'hangs-up') return void socket.end();
    if (manner === 'hangs') return void socket.pause();
    if (manner === 'babbles') babble(socket);

    const head = printHead({
      onStatusRequest(n) {
        if (head.busy && !ailment && manner === 'prints') complaints.push(`a picture asked for status ${n}`);
        if (manner !== 'silent') socket.write(Buffer.from([STATUS_OK | (ailment ? ANSWERS[ailment][n - 1]! : 0)]));
      },
      onPrintedRequest(id) {
        if (manner !== 'never-confirms' && manner !== 'silent') socket.write(Buffer.from([0x37, 0x22, ...id, 0x00]));
      },
      onPaperRequest() {
        if (manner !== 'never-confirms' && manner !== 'silent') socket.write(Buffer.from([0x00]));
      },
      onSpeakUp(on) {
        if (on && manner !== 'silent') listeners.add(socket);
        else listeners.delete(socket);
        if (on) speakUp();
      },
      onJob() {
        jobs += 1;
        printer.onJob();
        if (manner === 'stops-reading') socket.pause();
        if (manner === 'resets') socket.resetAndDestroy();
      },
      mayPrint: () => ailment === undefined || ailment === 'near-end',
      onBand() {
        printer.bandsLeft -= 1;
        if (printer.bandsLeft === 0) printer.ail('paper-end');
      },
      onPaper: (paper) => papers.push(paper),
    });
    heads.add(head);
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
    ail(what) {
      ailment = what;
      speakUp();
    },
    mend() {
      ailment = undefined;
      printer.bandsLeft = Infinity;
      speakUp();
      for (const head of heads) head.goOn();
    },
    bandsLeft: Infinity,
    papers,
    bytes: () => Buffer.concat(read),
    get connections() {
      return connections;
    },
    get connectionsAtOnce() {
      return connectionsAtOnce;
    },
    get jobs() {
      return jobs;
    },
    onJob: () => {},
    complaints,
    async switchOff() {
      heads.clear();
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

/** A status told by itself, over and over, with XON and XOFF thrown in: nothing that answers a question. */
function babble(socket: Socket): void {
  const words = Buffer.alloc(60_000, Buffer.from([0x10, 0x11, 0, 0x13, 0, 0]));
  const speak = () => {
    while (!socket.destroyed && socket.writable && socket.write(words));
  };
  socket.on('drain', speak);
  speak();
}

// SPDX-License-Identifier: EUPL-1.2
/** Where the office is reached: from its own machine over HTTP, from others over HTTPS if it has a certificate. */
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { ownAddresses } from '../own-address.ts';
import type { Certificate } from './certificate.ts';

export interface Doors {
  /** For this machine, `http://127.0.0.1:4710`. */
  here: string;
  /** For others, the best first: `https://sportello.comune.example:4710`; none where only this machine gets in. */
  network(): string[];
  /** The one that was wished for. */
  port: number;
  close(): Promise<void>;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
const RENEWED_MS = 3600_000;
/** What a page takes to say goodbye; one that has lost its network never does. */
const FAREWELL_MS = 1000;

/**
 * Opens one door where this machine and the others can share it, else one for each.
 *
 * @param app with every route; it is closed with the doors
 * @param ports tried in this order
 * @param localName by which others find this machine, `sportello.local`, where no certificate says another
 * @param readCertificate asked again every hour, so that a renewed one is shown without a restart
 * @throws Error with a sentence when the address is taken or not allowed, or the certificate cannot be used
 */
export async function openDoors(
  app: FastifyInstance,
  host: string,
  ports: readonly number[],
  localName: string | undefined,
  readCertificate: (() => Promise<Certificate>) | undefined,
): Promise<Doors> {
  const steps: (() => unknown)[] = [() => app.close(), cutting(app.server)];
  const close = async () => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  const listenHere = (name: string, wanted: readonly number[]) =>
    onFirstFree(name, wanted, async (port) => {
      await app.listen({ host: name, port });
      return app.server;
    });
  const ownNames = localName ? [localName] : [];

  try {
    if (!readCertificate && (LOOPBACK.includes(host) || host in EVERYWHERE)) {
      const port = await listenHere(host, ports);
      const network = () => addresses('http', ownNames, host, port);
      return { here: urlOf('http', EVERYWHERE[host] ?? host, port), network, port, close };
    }
    const door = readCertificate ? await secureDoor(readCertificate, app.log) : plainDoor();
    steps.push(() => door.close(), cutting(door.server));
    // what comes in there is answered here, sockets included
    for (const event of ['request', 'upgrade']) {
      door.server.on(event, (...parts: unknown[]) => app.server.emit(event, ...parts));
    }
    const [own = ''] = LOOPBACK;
    const here = urlOf('http', own, await listenHere(own, [0]));
    const port = await onFirstFree(host, ports, (wanted) => listening(door.server, host, wanted));
    const network = () => addresses(door.scheme, door.names?.() ?? ownNames, host, port);
    return { here, network, port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Door {
  scheme: 'http' | 'https';
  server: Server;
  /** Those that its certificate has. */
  names?(): string[];
  close(): void;
}

function plainDoor(): Door {
  const server = createServer();
  return { scheme: 'http', server, close: () => void server.close() };
}

async function secureDoor(readCertificate: () => Promise<Certificate>, log: FastifyBaseLogger): Promise<Door> {
  let certificate = await readCertificate();
  const server = createSecureServer(certificate);
  const renewal = setInterval(() => {
    readCertificate().then(
      (renewed) => {
        certificate = renewed;
        server.setSecureContext(renewed);
      },
      (error: unknown) => log.error(error),
    );
  }, RENEWED_MS);
  const close = () => {
    clearInterval(renewal);
    server.close();
  };
  return { scheme: 'https', server, names: () => certificate.names, close };
}

/** Ends, when called, whatever is still connected after a while. */
function cutting(server: Server): () => void {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () => void setTimeout(() => sockets.forEach((socket) => socket.destroy()), FAREWELL_MS).unref();
}

function listening(door: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(port, host, () => {
      door.off('error', reject);
      resolve(door);
    });
  });
}

/** On the first of these ports that is free; resolves to its number. */
async function onFirstFree(
  host: string,
  [port = 0, ...others]: readonly number[],
  listen: (port: number) => Promise<Server>,
): Promise<number> {
  try {
    return ((await listen(port)).address() as AddressInfo).port;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && others.length > 0) return onFirstFree(host, others, listen);
    throw new Error(whyNotListening(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
}

function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Another program already listens on port ${port} of ${host}; choose another with --port.`;
  if (error.code === 'EACCES') return `This account may not listen on port ${port}; choose one above 1023 with --port.`;
  if (error.code === 'EADDRNOTAVAIL') return `This machine has no address ${host}; choose one of its own with --host.`;
  return error.message;
}

/** By each of these names, and by each of this machine's own addresses there. */
function addresses(scheme: string, names: readonly string[], host: string, port: number): string[] {
  if (LOOPBACK.includes(host)) return [];
  return [...names, ...(host in EVERYWHERE ? ownAddresses() : [host])].map((name) => urlOf(scheme, name, port));
}

function urlOf(scheme: string, host: string, port: number): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

// SPDX-License-Identifier: EUPL-1.2
/** The office over HTTP and socket.io: pages, sign-in, health, and the paper of a virtual printer. */
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Office } from '../office.ts';
import { createIdentify } from './identify.ts';
import { leaveRoute } from './leave.ts';
import { metricsRoute, type Metrics } from './metrics.ts';
import { attachNamespaces } from './namespaces.ts';
import type { Operator } from './operators.ts';
import { paperRoutes, type Roll } from './paper.ts';
import type { Sessions } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { voiceRoutes, type Voice } from './voice.ts';

export interface ServerParts {
  office: Office;
  sessions: Sessions;
  operators: () => Promise<readonly Operator[]>;
  /** The folder of the built pages. */
  pages: string;
  roll?: Roll | undefined;
  voice?: Voice | undefined;
  metrics?: Metrics | undefined;
  /** Who may read the metrics; `here` is this machine. */
  audience?: 'here' | 'everywhere';
  /** Ends the program; without it the kiosk cannot be left from its page. */
  leave?: (() => void) | undefined;
  log: FastifyBaseLogger;
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

const PAGES = ['kiosk', 'display', 'console', 'paper'];
const A_YEAR_SECONDS = 365 * 24 * 3600;
export const USUAL_PORT = 4710;
/** Where the usual one is taken: near it first, so that it is likely the same again after the next start. */
const OTHER_PORTS = [...Array.from({ length: 9 }, (_, i) => USUAL_PORT + 1 + i), 0];
/** What a page takes to say goodbye; one that has lost its network never does. */
const FAREWELL_MS = 1000;

/**
 * @param port undefined for the usual one, or a free one where another program has that
 * @throws Error with a sentence when the address is taken or not allowed
 */
export async function listen(parts: ServerParts, host: string, port: number | undefined): Promise<Listening> {
  const { office, roll, pages } = parts;
  const app = fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 16 * 1024,
    // a browser opens connections that it may need, and the office would wait for what never comes over them
    forceCloseConnections: true,
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // The office speaks plain HTTP on its own network unless it is given a certificate.
    strictTransportSecurity: false,
  });

  app.get('/health', (_request, reply) => {
    const { day, revision, healthy } = office;
    return reply.code(healthy ? 200 : 503).send({ ok: healthy, day, revision });
  });
  const identify = createIdentify(parts.operators);
  signInRoutes(app, parts.sessions, identify);
  if (parts.leave) leaveRoute(app, identify, parts.leave);

  if (existsSync(pages)) {
    await app.register(files, { root: pages, index: ['index.html'], cacheControl: false, setHeaders: cacheHeaders });
    for (const page of PAGES.filter((name) => name !== 'paper' || roll)) {
      app.get(`/${page}`, (_request, reply) => reply.sendFile(join(page, 'index.html')));
    }
  }
  if (roll) paperRoutes(app, roll);
  voiceRoutes(app, parts.voice);
  if (parts.metrics) metricsRoute(app, parts.metrics, parts.audience ?? 'here');

  const io = attachNamespaces(app, office, parts.sessions, parts.metrics);
  const connected = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    connected.add(socket);
    socket.once('close', () => connected.delete(socket));
  });
  const close = async () => {
    const cut = setTimeout(() => connected.forEach((socket) => socket.destroy()), FAREWELL_MS);
    await io.close();
    await app.close();
    clearTimeout(cut);
  };
  try {
    return { port: await listenOn(app, host, port === undefined ? [USUAL_PORT, ...OTHER_PORTS] : [port]), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** On the first of these ports that is free; resolves to its number. */
async function listenOn(app: FastifyInstance, host: string, [port = 0, ...others]: number[]): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && others.length > 0) return listenOn(app, host, others);
    throw new Error(whyNotListening(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Another program already listens on port ${port} of ${host}; choose another with --port.`;
  if (error.code === 'EACCES') return `This account may not listen on port ${port}; choose one above 1023 with --port.`;
  if (error.code === 'EADDRNOTAVAIL') return `This machine has no address ${host}; choose one of its own with --host.`;
  return error.message;
}

function cacheHeaders(reply: { header(name: string, value: string): unknown }, path: string): void {
  const forEver = /[\\/]assets[\\/]/.test(path);
  reply.header('cache-control', forEver ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'no-cache');
}

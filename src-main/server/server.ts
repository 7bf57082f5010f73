// SPDX-License-Identifier: EUPL-1.2
/** The office over HTTP and socket.io: pages, sign-in, health, and the paper of a virtual printer. */
import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, { LogController, type FastifyBaseLogger } from 'fastify';
import type { Office } from '../office.ts';
import type { Certificate } from './certificate.ts';
import type { Devices } from './devices.ts';
import { openDoors, type Doors } from './doors.ts';
import { firstCoordinatorRoutes, type FirstCoordinator } from './first-coordinator.ts';
import { isFromHere, type IsKiosk } from './here.ts';
import { createIdentify } from './identify.ts';
import { leaveRoute } from './leave.ts';
import { metricsRoute, type Metrics } from './metrics.ts';
import { attachNamespaces } from './namespaces.ts';
import type { Operator } from './operators.ts';
import { pageRoutes } from './pages.ts';
import { KEY_COOKIE, pairingRoutes } from './pairing.ts';
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
  devices: Devices;
  /** Only while nobody can sign in yet. */
  firstCoordinator?: FirstCoordinator | undefined;
  /** By which other machines find this one, `sportello.local`. */
  localName?: string | undefined;
  /** With it, other machines are spoken to over HTTPS. */
  readCertificate?: (() => Promise<Certificate>) | undefined;
  log: FastifyBaseLogger;
}

export const USUAL_PORT = 4710;
/** Where the usual one is taken: near it first, so that it is likely the same again after the next start. */
const OTHER_PORTS = [...Array.from({ length: 9 }, (_, i) => USUAL_PORT + 1 + i), 0];

/**
 * @param port undefined for the usual one, or a free one where another program has that
 * @throws Error with a sentence when the address is taken or not allowed, or the certificate cannot be used
 */
export async function listen(parts: ServerParts, host: string, port: number | undefined): Promise<Doors> {
  const { office, roll, pages, devices, firstCoordinator } = parts;
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
    // on a page that came over plain HTTP it means nothing, and a browser complains of it
    crossOriginOpenerPolicy: false,
    // a year of it would lock out every console of an office that has lost its certificate
    strictTransportSecurity: false,
  });

  app.get('/health', (_request, reply) => {
    const { day, revision, healthy } = office;
    return reply.code(healthy ? 200 : 503).send({ ok: healthy, day, revision });
  });
  const isAwaited = firstCoordinator?.isAwaited;
  const identify = createIdentify(parts.operators);
  signInRoutes(app, parts.sessions, identify, isAwaited);
  if (parts.leave) leaveRoute(app, identify, parts.leave);
  const addresses = () => doors.network();
  if (firstCoordinator) firstCoordinatorRoutes(app, firstCoordinator, parts.sessions, addresses);
  pairingRoutes(app, devices, parts.sessions, addresses, () => namespaces.sendAway());
  const isKiosk: IsKiosk = (address, headers) =>
    isFromHere(address, headers) || devices.find(app.parseCookie(headers.cookie ?? '')[KEY_COOKIE])?.kind === 'kiosk';

  if (existsSync(pages)) await pageRoutes(app, pages, { isKiosk, isAwaited, hasRoll: roll !== undefined });
  if (roll) paperRoutes(app, roll);
  voiceRoutes(app, parts.voice, isKiosk);
  if (parts.metrics) metricsRoute(app, parts.metrics, parts.audience ?? 'here');

  const namespaces = attachNamespaces(app, office, parts.sessions, isKiosk, parts.metrics);
  const ports = port === undefined ? [USUAL_PORT, ...OTHER_PORTS] : [port];
  const doors = await openDoors(app, host, ports, parts.localName, parts.readCertificate);
  return doors;
}

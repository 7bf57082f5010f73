// SPDX-License-Identifier: EUPL-1.2
/** The three socket.io namespaces: each page gets its whole view at once and after every change, and may send commands. */
import type { FastifyInstance } from 'fastify';
import { Server, type Namespace, type Socket } from 'socket.io';
import type { Command } from '../core/command.ts';
import type { Reply, Views } from '../contract.ts';
import type { Actor, Office } from '../office.ts';
import { guardConsole, guardKiosk, type Guarded } from './guards.ts';
import type { IsKiosk } from './here.ts';
import type { Metrics } from './metrics.ts';
import type { Sessions } from './sessions.ts';
import { COOKIE } from './sign-in.ts';

/** A page knows within PING + PONG that the office is out of reach. */
const PING_MS = 800;
const PONG_MS = 900;
const LONGEST_MESSAGE = 16 * 1024;

export interface Namespaces {
  /** Ends the connections of those who may no longer be there: signed out, or no longer a kiosk. */
  sendAway(): void;
}

/** @param app a Fastify instance with its cookie plug-in */
export function attachNamespaces(
  app: FastifyInstance,
  office: Office,
  sessions: Sessions,
  isKiosk: IsKiosk,
  metrics: Pick<Metrics, 'refused'> | undefined,
): Namespaces {
  const { log } = app;
  const io = new Server(app.server, {
    serveClient: false,
    pingInterval: PING_MS,
    pingTimeout: PONG_MS,
    maxHttpBufferSize: LONGEST_MESSAGE,
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      decide(null, origin === undefined || (URL.canParse(origin) && new URL(origin).host === host));
    },
  });
  const kiosk = io.of('/kiosk');
  const display = io.of('/display');
  const consoles = io.of('/console');
  const mute = new Set<Socket>();

  const mayTakeTickets = ({ handshake: { address, headers } }: Socket) => isKiosk(address, headers);

  kiosk.use((socket, next) => {
    next(mayTakeTickets(socket) ? undefined : new Error('Questo chiosco non è collegato: apra la pagina /pair.'));
  });
  consoles.use((socket, next) => {
    next(sessions.find(tokenOf(socket)) ? undefined : new Error('Occorre effettuare l’accesso.'));
  });

  kiosk.on('connection', (socket) => {
    socket.emit('view', office.view('kiosk'));
    takeCommands('kiosk', socket, guardKiosk, () => ({ name: 'kiosk' }));
  });
  display.on('connection', (socket) => {
    socket.emit('view', office.view('display'));
    socket.on('sound', (works: unknown) => {
      if (typeof works !== 'boolean') return log.warn('a display said of its sound what is neither true nor false');
      if (works) mute.delete(socket);
      else mute.add(socket);
      seeDisplays();
    });
    socket.on('disconnect', () => {
      mute.delete(socket);
      seeDisplays();
    });
    seeDisplays();
  });
  consoles.on('connection', (socket) => {
    socket.emit('view', office.view('console'));
    takeCommands('console', socket, guardConsole, () => operatorOf(socket));
  });

  office.onPublish(() => {
    sendAway();
    publish('kiosk', kiosk);
    publish('display', display);
    publish('console', consoles);
  });

  function sendAway(): void {
    for (const socket of consoles.sockets.values()) if (!sessions.find(tokenOf(socket))) socket.disconnect();
    for (const socket of kiosk.sockets.values()) if (!mayTakeTickets(socket)) socket.disconnect();
  }

  function seeDisplays(): void {
    office.seeDisplays({ connected: display.sockets.size, mute: mute.size });
  }

  function tokenOf(socket: Socket): string | undefined {
    return app.parseCookie(socket.handshake.headers.cookie ?? '')[COOKIE];
  }

  function publish(page: keyof Views, pages: Namespace): void {
    if (pages.sockets.size > 0) pages.emit('view', office.view(page));
  }

  function operatorOf(socket: Socket): Actor | undefined {
    const token = tokenOf(socket);
    const session = sessions.find(token);
    if (!token || !session) return undefined;
    sessions.touch(token);
    return { name: session.operator, coordinator: session.coordinator };
  }

  function takeCommands(
    page: 'kiosk' | 'console',
    socket: Socket,
    guard: (raw: unknown) => Guarded<Command>,
    actorNow: () => Actor | undefined,
  ): void {
    socket.on('command', (raw: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return log.warn('a command came without a way to answer it');
      const reply = (what: Reply) => {
        if (!what.ok) metrics?.refused(what.refusal);
        (answer as (reply: Reply) => void)(what);
      };
      const actor = actorNow();
      if (!actor) {
        reply({ ok: false, refusal: 'forbidden', message: 'Occorre effettuare di nuovo l’accesso.' });
        return socket.disconnect();
      }
      const guarded = guard(raw);
      if ('refusal' in guarded) {
        // nothing of what it says: that may be anything
        log.warn({ page, refusal: guarded.refusal }, 'a command was not understood');
        return reply({ ok: false, ...guarded });
      }
      const { type } = guarded.command;
      office.handle(guarded.command, actor).then(
        (said) => {
          const outcome = said.ok ? { revision: said.revision } : { refusal: said.refusal };
          log.debug({ page, command: type, ticket: said.ticket?.id, ...outcome }, 'a command was answered');
          reply(said);
        },
        (error: unknown) => log.error(error),
      );
    });
  }

  app.addHook('preClose', () => io.close());
  return { sendAway };
}

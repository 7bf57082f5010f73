// SPDX-License-Identifier: EUPL-1.2
/**
 * From CallNext until 200 displays have the view: against a bare broadcast of the same bytes to as many, and with a
 * printer that hangs against no printer.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { startOffice } from '../office-process.ts';
import { openConsole, openPage, walkIn, type Page } from '../page.ts';
import { startBareServer } from './bare-process.ts';
import { median, quantile, timed, type Row } from './measure.ts';

const DISPLAYS = 200;
const ROUNDS = 120;
const WARM_UP = 20;

interface Wall {
  anna: Page<'console'>;
  displays: Socket[];
  stop(): Promise<void>;
}

export async function benchBroadcast(): Promise<Row[]> {
  const hangs = createServer((socket) => void socket.pause().on('error', () => {})).listen(0, '127.0.0.1');
  await once(hangs, 'listening');
  const { port } = hangs.address() as { port: number };
  const wall = await openWall();
  const jammed = await openWall('--printer', `tcp://127.0.0.1:${port}`);
  const bare = await startBareServer();
  const caller = io(bare.url, { transports: ['websocket'], forceNew: true });
  const bareDisplays = await many(bare.url);
  const sample = await openPage(wall.url, 'display');

  const calls: number[] = [];
  const jammedCalls: number[] = [];
  const broadcasts: number[] = [];
  for (let i = 0; i < ROUNDS + WARM_UP; i += 1) {
    const times = [await callNext(wall), await callNext(jammed)] as const;
    const view = await sample.view();
    const broadcast = await timed(async () => {
      const seen = allHave(bareDisplays);
      caller.emit('broadcast', view);
      await seen;
    });
    if (i < WARM_UP) continue;
    calls.push(times[0]);
    jammedCalls.push(times[1]);
    broadcasts.push(broadcast);
  }

  for (const socket of [...bareDisplays, caller, sample.socket]) socket.disconnect();
  await Promise.all([wall.stop(), jammed.stop(), bare.stop()]);
  hangs.close();
  const row = (what: string, floor: number[], measured: number[], bound: number): Row => ({
    ...{ what, floor: median(floor), measured: median(measured), p99: quantile(measured, 0.99), bound },
  });
  return [
    row(`CallNext until ${DISPLAYS} displays have the view`, broadcasts, calls, 1.5),
    row('The same with a printer that hangs, against no printer', calls, jammedCalls, 1.1),
  ];
}

async function openWall(...args: string[]): Promise<Wall & { url: string }> {
  const office = await startOffice('--demo', '--clock', '2026-11-23T09:00', ...args);
  const anna = await openConsole(office.url, 'anna', '1');
  const displays = await many(`${office.url}/display`);
  return {
    ...{ url: office.url, anna, displays },
    async stop() {
      for (const socket of [...displays, anna.socket]) socket.disconnect();
      await office.stop('SIGKILL');
    },
  };
}

/** Issues a ticket, times its call until every display has it, and finishes the visit. */
async function callNext({ anna, displays }: Wall): Promise<number> {
  await anna.send(walkIn);
  await anna.view((view) => view.today.waiting === 1);
  await pause();
  const time = await timed(async () => {
    const seen = allHave(displays);
    await Promise.all([anna.send({ type: 'CallNext', counter: '1' }), seen]);
  });
  const { queue } = await anna.view((view) => view.queue.some((ticket) => ticket.state === 'called'));
  const { id } = queue.find((ticket) => ticket.state === 'called')!;
  await anna.send({ type: 'FinishServing', ticket: id, category: 'information' });
  await pause();
  return time;
}

async function many(url: string): Promise<Socket[]> {
  const sockets = Array.from({ length: DISPLAYS }, () => io(url, { transports: ['websocket'], forceNew: true }));
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.once('connect', resolve))));
  return sockets;
}

function allHave(sockets: readonly Socket[]): Promise<unknown> {
  return Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.once('view', () => resolve()))));
}

/** Lets every view that is still on its way arrive. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}

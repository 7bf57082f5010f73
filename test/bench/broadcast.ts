// SPDX-License-Identifier: EUPL-1.2
/** From CallNext until 200 displays have the view, against a bare broadcast of the same bytes to as many. */
import { io, type Socket } from 'socket.io-client';
import { startOffice } from '../office-process.ts';
import { openConsole, openPage, walkIn } from '../page.ts';
import { startBareServer } from './bare-process.ts';
import { median, quantile, timed, type Row } from './measure.ts';

const DISPLAYS = 200;
const ROUNDS = 120;
const WARM_UP = 20;

export async function benchBroadcast(): Promise<Row> {
  const office = await startOffice('--demo', '--clock', '2026-11-23T09:00');
  const bare = await startBareServer();
  const anna = await openConsole(office.url, 'anna', '1');
  const caller = io(bare.url, { transports: ['websocket'], forceNew: true });
  const displays = await many(`${office.url}/display`);
  const bareDisplays = await many(bare.url);
  const sample = (await openPage(office.url, 'display')).view;

  const calls: number[] = [];
  const broadcasts: number[] = [];
  for (let i = 0; i < ROUNDS + WARM_UP; i += 1) {
    await anna.send(walkIn);
    await anna.view((view) => view.today.waiting === 1);
    await pause();
    const call = await timed(async () => {
      const seen = allHave(displays);
      await Promise.all([anna.send({ type: 'CallNext', counter: '1' }), seen]);
    });
    const ticket = (await anna.view((view) => view.queue.length === 1)).queue[0]!.id;
    await anna.send({ type: 'FinishServing', ticket, category: 'information' });
    await pause();

    const view = await sample();
    const broadcast = await timed(async () => {
      const seen = allHave(bareDisplays);
      caller.emit('broadcast', view);
      await seen;
    });
    if (i < WARM_UP) continue;
    calls.push(call);
    broadcasts.push(broadcast);
  }

  for (const socket of [...displays, ...bareDisplays, caller, anna.socket]) socket.disconnect();
  await Promise.all([office.stop(), bare.stop()]);
  return {
    what: `CallNext until ${DISPLAYS} displays have the view`,
    floor: median(broadcasts),
    measured: median(calls),
    p99: quantile(calls, 0.99),
    bound: 1.5,
  };
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

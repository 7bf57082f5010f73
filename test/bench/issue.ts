// SPDX-License-Identifier: EUPL-1.2
/** From IssueTicket to its durable acknowledgement, against an append with fdatasync and a bare acknowledgement. */
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { startOffice } from '../office-process.ts';
import { openPage, walkIn } from '../page.ts';
import { median, quantile, timed, type Row } from './measure.ts';
import { startBareServer } from './bare-process.ts';

const ROUNDS = 600;
const WARM_UP = 100;

export async function benchIssue(): Promise<Row[]> {
  const office = await startOffice('--demo', '--clock', '2026-11-23T09:00');
  const bare = await startBareServer();
  const kiosk = await openPage(office.url, 'kiosk');
  const socket = io(bare.url, { transports: ['websocket'], forceNew: true });
  const path = join(tmpdir(), `sportello-floor-${process.pid}`);
  const file = await open(path, 'a');
  const line = `${JSON.stringify({ type: 'TicketIssued', ticket: '2026-11-23-100', pad: 'x'.repeat(220) })}\n`;

  const issue: number[] = [];
  const append: number[] = [];
  const acknowledge: number[] = [];
  // In turns, so that all three meet the same machine.
  for (let i = 0; i < ROUNDS + WARM_UP; i += 1) {
    const times = [
      await timed(() => kiosk.send(walkIn)),
      await timed(async () => {
        await file.write(line);
        await file.datasync();
      }),
      await timed(() => socket.emitWithAck('command', { id: 'x', ...walkIn })),
    ] as const;
    if (i < WARM_UP) continue;
    issue.push(times[0]);
    append.push(times[1]);
    acknowledge.push(times[2]);
  }

  kiosk.leave();
  socket.disconnect();
  await file.close();
  await rm(path);
  await Promise.all([office.stop(), bare.stop()]);
  return [
    {
      what: 'IssueTicket to its durable acknowledgement (one client)',
      floor: median(append) + median(acknowledge),
      measured: median(issue),
      p99: quantile(issue, 0.99),
      bound: 3,
    },
  ];
}

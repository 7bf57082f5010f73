// SPDX-License-Identifier: EUPL-1.2
/** From the start of the process until it listens, with ten years of Mondays in its folder and with none. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOffice } from '../office-process.ts';
import { median, quantile, timed, type Row } from './measure.ts';

const MONDAYS = 520;
const TICKETS = 120;
const ROUNDS = 15;
const WEEK_MS = 7 * 24 * 3600 * 1000;

export async function benchStartUp(): Promise<Row[]> {
  const empty = await folder(0);
  const full = await folder(MONDAYS);
  const without: number[] = [];
  const withAll: number[] = [];
  await startAndStop(empty);
  for (let i = 0; i < ROUNDS; i += 1) {
    without.push(await startAndStop(empty));
    withAll.push(await startAndStop(full));
  }
  await Promise.all([empty, full].map((path) => rm(path, { recursive: true })));
  return [
    {
      what: `Start-up with ${MONDAYS} days of ${TICKETS} tickets`,
      floor: median(without),
      measured: median(withAll),
      p99: quantile(withAll, 0.99),
      bound: 1.2,
    },
  ];
}

async function startAndStop(data: string): Promise<number> {
  let stop: () => Promise<void> = () => Promise.resolve();
  const time = await timed(async () => {
    ({ stop } = await startOffice('--data', data, '--clock', '2026-11-23T09:00'));
  });
  await stop();
  return time;
}

/** A folder whose days are kept, so that the office that starts has them all. */
async function folder(mondays: number): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sportello-bench-'));
  await mkdir(join(path, 'days'));
  await writeFile(join(path, 'settings.json'), JSON.stringify({ keepDays: 3650 }));
  for (let i = 1; i <= mondays; i += 1) {
    const day = new Date(Date.UTC(2026, 10, 23) - i * WEEK_MS).toISOString().slice(0, 10);
    const lines = Array.from({ length: TICKETS }, (_, n) => {
      const at = `${day}T09:00:00.000+01:00`;
      const ticket = { ticket: `${day}-${n + 1}`, number: `${n + 1}`, service: 'walk-in', series: '', language: 'it' };
      const rest = { priority: false, first: false, ahead: n, at, by: 'kiosk', command: `${day}-${n}` };
      return JSON.stringify({ type: 'TicketIssued', ...ticket, ...rest });
    });
    await writeFile(join(path, 'days', `${day}.jsonl`), `${lines.join('\n')}\n`);
  }
  return path;
}

// SPDX-License-Identifier: EUPL-1.2
/**
 * How much memory the office holds, as its resident set: after 5,000 tickets of one day that were printed and seen by 20
 * displays, and through a year of Mondays. The process that speaks is one of its own and not counted.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startOffice } from '../office-process.ts';
import { openPage, walkIn } from '../page.ts';
import { startSink } from './print.ts';

const DISPLAYS = 20;
const TICKETS = 5000;
const AT_ONCE = 10;
const MONDAYS = 52;
const REST_MS = 3000;
const MONDAYS_PROCESS = new URL('./mondays-process.mjs', import.meta.url).pathname;

export async function benchMemory() {
  const { before, after } = await manyTickets();
  const year = await aYearOfMondays();
  const [early = NaN, late = NaN] = [year[3], year.at(-1)];
  return [
    { what: `${TICKETS} tickets, ${DISPLAYS} displays`, 'before, MB': before, 'after, MB': after, 'at most': '150 MB' },
    { what: `${MONDAYS} Mondays, from the 4th on`, 'before, MB': early, 'after, MB': late, 'at most': 'flat' },
  ];
}

async function manyTickets() {
  const data = await mkdtemp(join(tmpdir(), 'sportello-bench-'));
  const sink = await startSink();
  const clock = ['--clock', '2026-11-23T09:00'];
  const office = await startOffice('--data', data, ...clock, '--printer', `tcp://127.0.0.1:${sink.port()}`);
  const before = await residentMB(office.process.pid);
  const displays = await Promise.all(Array.from({ length: DISPLAYS }, () => openPage(office.url, 'display')));
  const kiosk = await openPage(office.url, 'kiosk');
  for (let i = 0; i < TICKETS; i += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => kiosk.send(walkIn)));
  }
  await kiosk.view(({ paper }) => paper.every(({ state }) => state === 'printed'));
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const after = await residentMB(office.process.pid);
  for (const page of [kiosk, ...displays]) page.leave();
  await office.stop();
  sink.close();
  await rm(data, { recursive: true });
  return { before, after };
}

/** The memory at the end of each Monday, in a process that does nothing else. */
async function aYearOfMondays(): Promise<number[]> {
  const child = spawn(process.execPath, [MONDAYS_PROCESS, String(MONDAYS)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const sizes: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Monday')) sizes.push(await residentMB(child.pid));
    child.stdin.write('on\n');
  }
  return sizes;
}

async function residentMB(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

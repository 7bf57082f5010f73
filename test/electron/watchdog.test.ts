// SPDX-License-Identifier: EUPL-1.2
/**
 * What draws the kiosk is killed at any moment while tickets are taken: it comes back, and no number is lost. Twice
 * with the other tests, fifty times in `npm run watchdog`.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { browserSurface } from '../../src-main/browser-surface.ts';
import { findBrowser } from '../../src-main/browser.ts';
import { keepShown } from '../../src-main/revival.ts';
import { appliance, RETURN_MS, TOUCH, usableAgain } from './appliance.ts';
import { startDesk, type Desk } from './desk.ts';
import type { Window } from './stand-in.ts';
import { openXScreen, type XScreen } from './x-screen.ts';

const KILLS = Number(process.env['KILLS'] ?? 2);
const PATIENCE = { timeout: 30_000 + KILLS * 10_000 };

let screen: XScreen;
beforeAll(async () => {
  screen = await openXScreen(TOUCH.width, TOUCH.height);
});
afterAll(() => screen.close());

async function deskWithFolder(): Promise<{ desk: Desk; data: string }> {
  const data = await mkdtemp(join(tmpdir(), 'sportello-watchdog-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  const desk = await startDesk(0, data);
  onTestFinished(() => desk.close());
  return { desk, data };
}

/** The numbers in the journal, in its order. */
async function numbersIn(data: string): Promise<string[]> {
  const journal = await readFile(join(data, 'days/2026-11-23.jsonl'), 'utf8');
  const events = journal.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Record<string, unknown>] : []));
  return events.filter(({ type }) => type === 'TicketIssued').map(({ number }) => String(number));
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}`);

function tell(host: string, away: readonly number[], tickets: number): void {
  const sorted = [...away].sort((a, b) => a - b).map(Math.round);
  const middle = sorted[Math.floor(sorted.length / 2)];
  console.log(
    `${host}: killed ${away.length} times, away ${middle} ms in the median, ${sorted.at(-1)} ms at most; ${tickets} tickets`,
  );
}

/** Touches the button that gives a number, or first whatever else the page wants to have touched. */
async function touch(window: Window): Promise<void> {
  const where = `(() => {
    const buttons = [...document.querySelectorAll('main button')];
    const button = buttons.find((one) => one.textContent.includes('Prenda')) ?? buttons.find((one) => one.matches('.filled'));
    const { x, y, width, height } = button?.getBoundingClientRect() ?? {};
    return button && { x: x + width / 2, y: y + height / 2 };
  })()`;
  const point = (await window.webContents.executeJavaScript(where)) as { x: number; y: number } | undefined;
  if (!point) return;
  const { session } = await window.ready;
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test(
  'in Electron the page is usable again within five seconds, each time, and every number that was shown is in the journal',
  PATIENCE,
  async () => {
    const { desk, data } = await deskWithFolder();
    const { showing } = await appliance(screen.display, [TOUCH], desk);
    const window = await showing('kiosk');
    const away: number[] = [];
    const shown = new Set<string>();
    const number = `document.querySelector('[data-testid=number]')?.textContent ?? ''`;
    while (away.length < KILLS) {
      for (let touches = 0; touches < 5; touches += 1) {
        await touch(window);
        await pause(Math.random() * 400);
        const read = (await window.webContents.executeJavaScript(number)) as string;
        if (read) shown.add(read);
      }
      away.push(await usableAgain(window, () => window.webContents.forcefullyCrashRenderer()));
    }
    const numbers = await numbersIn(data);
    tell('Electron', away, numbers.length);
    expect(numbers).toEqual(upTo(numbers.length));
    expect([...shown].filter((one) => !numbers.includes(one))).toEqual([]);
    expect(shown.size).toBeGreaterThan(KILLS / 2);
    expect(Math.max(...away)).toBeLessThan(RETURN_MS);
  },
);

/** In a Chromium of its own, until the test is over. */
function showWithoutElectron(profile: string, url: string): void {
  vi.stubEnv('DISPLAY', screen.display);
  onTestFinished(() => void vi.unstubAllEnvs());
  const surface = browserSurface(findBrowser(process.env)!, profile);
  const stop = keepShown(surface, url, () => {});
  onTestFinished(async () => {
    stop();
    await surface.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Hears when a page that comes through it speaks to the office. */
async function listenTo(port: number): Promise<{ url: string; nextPage(): Promise<void> }> {
  let heard = () => {};
  const server = createServer((page) => {
    const office = connect(port, '127.0.0.1');
    page.on('data', (chunk) => chunk.includes('GET /socket.io/') && heard());
    page.on('error', () => office.destroy()).on('close', () => office.destroy());
    office.on('error', () => page.destroy()).on('close', () => page.destroy());
    page.pipe(office).pipe(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return {
    url: addressOf(server),
    nextPage: () => new Promise((resolve) => (heard = resolve)),
  };
}

/** The processes of the Chromium with that profile: itself, or those that draw. They are a group of their own. */
function processes(profile: string, what: 'browser' | 'renderer'): number[] {
  const all = readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const [, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      return [{ pid: Number(pid), group: Number(group), command }];
    } catch {
      return [];
    }
  });
  const browser = all.filter(({ command }) => command.includes(profile) && !command.includes('--type='));
  if (what === 'browser') return browser.map(({ pid }) => pid);
  return all
    .filter(({ group, command }) => command.includes('--type=renderer') && browser.some(({ pid }) => pid === group))
    .map(({ pid }) => pid);
}

test(
  'without Electron its Chromium is back within five seconds, each time, and every number that was told is in the journal',
  PATIENCE,
  async () => {
    const { desk, data } = await deskWithFolder();
    const profile = await mkdtemp(join(tmpdir(), 'sportello-chromium-'));
    const { url, nextPage } = await listenTo(desk.port);
    const first = nextPage();
    showWithoutElectron(profile, `${url}/kiosk`);
    await first;

    const kiosk = io(`${desk.url}/kiosk`, { transports: ['websocket'] });
    onTestFinished(() => void kiosk.close());
    const told: string[] = [];
    let isOver = false;
    const taking = (async () => {
      while (!isOver) {
        const command = { id: randomUUID(), type: 'IssueTicket', service: 'walk-in', language: 'it' };
        const reply = (await kiosk.timeout(5000).emitWithAck('command', command)) as { ticket?: { number: string } };
        if (reply.ticket) told.push(reply.ticket.number);
        await pause(50);
      }
    })();

    const away: number[] = [];
    while (away.length < KILLS) {
      await pause(Math.random() * 600);
      const began = performance.now();
      const back = nextPage();
      const pids = processes(profile, away.length % 2 === 0 ? 'browser' : 'renderer');
      expect(pids).not.toEqual([]);
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await back;
      away.push(performance.now() - began);
    }
    isOver = true;
    await taking;
    const numbers = await numbersIn(data);
    tell('without Electron', away, numbers.length);
    expect(numbers).toEqual(upTo(numbers.length));
    expect(told).toEqual(numbers);
    expect(told.length).toBeGreaterThan(KILLS);
    expect(Math.max(...away)).toBeLessThan(RETURN_MS);
  },
);

test('without Electron a page that hangs is shown again within five seconds', PATIENCE, async () => {
  let hung: number | undefined;
  let back: (ms: number) => void = () => {};
  const away = new Promise<number>((resolve) => (back = resolve));
  const server = createHttpServer((request, response) => {
    if (request.url === '/hangs') hung ??= performance.now();
    else if (request.url === '/again' && hung !== undefined) back(performance.now() - hung);
    const script = `fetch('/again'); setTimeout(() => fetch('/hangs').then(() => { for (;;); }), 1000);`;
    const page = `<button>Prenda il numero</button><script>${hung === undefined ? script : `fetch('/again');`}</script>`;
    response.setHeader('content-type', 'text/html').end(request.url === '/' ? page : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  showWithoutElectron(await mkdtemp(join(tmpdir(), 'sportello-chromium-')), `${addressOf(server)}/`);
  expect(await away).toBeLessThan(RETURN_MS);
});

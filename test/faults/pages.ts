// SPDX-License-Identifier: EUPL-1.2
/** The pages of an office whose printer fails, in a real browser: what people read there must be what the journal says. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import type { Paper, Ticket } from '../../src-main/core/ticket.ts';
import type { Printer } from '../../src-main/core/views.ts';
import { openLog } from '../../src-main/log.ts';
import type { Office } from '../../src-main/office.ts';
import { createDevices } from '../../src-main/server/devices.ts';
import { listen } from '../../src-main/server/server.ts';
import { createSessions } from '../../src-main/server/sessions.ts';
import { COOKIE } from '../../src-main/server/sign-in.ts';
import { adviceOn, printerWord, titleOf } from '../../src-renderer/console/printer-words.ts';
import { it } from '../../src-main/messages/pages/it.ts';
import { launchChromium } from '../chromium.ts';

export interface Pages {
  /** Somebody touches the kiosk and stands before it with a number from then on. */
  touch(): Promise<void>;
  /** In words, where pages still say another thing than `truth` once they have had time to hear of it. */
  disagreements(truth: () => Promise<Truth>): Promise<string[]>;
  close(): Promise<void>;
}

export interface Truth {
  /** As the journal tells it. */
  tickets: ReadonlyMap<string, Pick<Ticket, 'number' | 'order' | 'paper'>>;
  printer: Printer;
}

/** A kiosk with a citizen before it, a second one that is free, and the console of somebody who receives. */
interface Tabs {
  kiosk: Page;
  free: Page;
  console: Page;
  /** How often the kiosk has connected to an office. */
  connections: () => number;
  complaints: string[];
  door: Door;
}

const OPERATOR = 'anna';
/** A view that has not come to a page by then does not come. */
const PATIENCE_MS = 30_000;
const dist = new URL('../../dist/pages', import.meta.url).pathname;

const sessions = createSessions({ read: () => ({}), write: async () => {} }, 60);
const devices = createDevices({ read: () => ({}), write: async () => {} });
const log = openLog('error');
const idle: Tabs[] = [];
let started: Promise<Browser> | undefined;

/**
 * Serves an office as it is served to everybody; the pages must be built. They stay open from one office to the next:
 * to them it is one that was out of reach for a while.
 */
export async function openPages(office: Office): Promise<Pages> {
  const operators = async () => [];
  await office.handle({ id: randomUUID(), type: 'OpenCounter', counter: '1' }, { name: OPERATOR });
  const server = await listen({ office, sessions, devices, operators, pages: dist, log }, '127.0.0.1', 0);
  const tabs = idle.pop() ?? (await newTabs());
  const { kiosk, free, console, complaints, door } = tabs;
  door.open(server.port);
  await Promise.all([
    kiosk.goto(`${door.url}/kiosk`),
    free.url() === `${door.url}/kiosk` || free.goto(`${door.url}/kiosk`),
    console.url() === `${door.url}/console` || console.goto(`${door.url}/console`),
  ]);
  const { waiting } = office.view('console').today;
  await Promise.all([
    free.getByText(waiting > 0 ? it.people(waiting) : it.nobodyWaiting).waitFor({ state: 'attached' }),
    console.getByRole('heading', { name: `In attesa: ${waiting}`, exact: true }).waitFor({ state: 'attached' }),
    console.getByText('Collegamento con l’ufficio perso').waitFor({ state: 'detached' }),
  ]);

  let taken = '';

  return {
    async touch() {
      taken = await touchUntilServed(tabs);
    },
    async disagreements(truth) {
      const limit = performance.now() + PATIENCE_MS;
      for (;;) {
        const told = await truth();
        const found = [...(await kioskAgainst(told, tabs, taken)), ...(await consoleAgainst(told, console))];
        if (found.length === 0 || performance.now() > limit) return [...found, ...complaints.splice(0)];
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    async close() {
      door.close();
      complaints.length = 0;
      idle.push(tabs);
      await server.close();
    },
  };
}

export async function closeBrowser(): Promise<void> {
  await (await started)?.close();
  for (const { door } of idle.splice(0)) door.remove();
  started = undefined;
}

/** The kiosk is in front: it is drawn as often as a touch wants it. */
async function newTabs(): Promise<Tabs> {
  const browser = await (started ??= launchChromium());
  const context = await browser.newContext({ viewport: { width: 540, height: 960 }, hasTouch: true });
  const token = await sessions.begin({ operator: OPERATOR, coordinator: false });
  await context.addCookies([{ name: COOKIE, value: token, domain: '127.0.0.1', path: '/' }]);
  const console = await context.newPage();
  await console.setViewportSize({ width: 1366, height: 768 });
  const free = await context.newPage();
  const kiosk = await context.newPage();
  let connected = 0;
  kiosk.on('websocket', () => (connected += 1));
  const complaints: string[] = [];
  for (const page of [kiosk, free, console]) page.on('pageerror', ({ message }) => complaints.push(message));
  return { kiosk, free, console, connections: () => connected, complaints, door: await newDoor() };
}

/** An address that stays the same while one office after the other stands behind it. */
interface Door {
  url: string;
  open(port: number): void;
  close(): void;
  remove(): void;
}

async function newDoor(): Promise<Door> {
  const callers = new Set<Socket>();
  let port: number | undefined;
  const admit = (caller: Socket) => {
    if (port === undefined) return;
    const office = connect(port, '127.0.0.1');
    caller.pipe(office).pipe(caller);
    caller.on('close', () => office.destroy());
    office.on('error', () => caller.destroy()).on('close', () => caller.destroy());
  };
  const server = createServer((caller) => {
    callers.add(caller);
    caller.on('error', () => {}).on('close', () => callers.delete(caller));
    admit(caller);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    port = undefined;
    for (const caller of callers) caller.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open(of) {
      port = of;
      // whoever called while nobody was there has waited
      callers.forEach(admit);
    },
    close,
    remove() {
      close();
      server.close();
    },
  };
}

/**
 * Where the kiosk loses the office while the finger is on it, as on a busy machine, nothing was asked for, and whoever
 * stands there touches again; a touch that comes to nothing otherwise is a failure.
 */
async function touchUntilServed({ kiosk, connections }: Tabs): Promise<string> {
  const number = kiosk.getByTestId('number');
  for (;;) {
    const before = connections();
    await kiosk.getByRole('button', { name: it.services['walk-in'] }).tap();
    try {
      return plain(await number.innerText());
    } catch (error) {
      if (connections() === before) throw error;
    }
  }
}

/** What a citizen reads about the slip while the printer works, and while it does not. */
const TOLD_AT_KIOSK: Record<Paper, readonly [works: string, stands: string]> = {
  queued: [it.printing, it.validWithoutPaper],
  printing: [it.printing, it.slipMayCome],
  printed: [it.takeSlip, it.takeSlip],
  'not-sent': [it.validWithoutPaper, it.validWithoutPaper],
  unknown: [it.slipMayCome, it.slipMayCome],
};

/** The same of the mark that an operator sees beside a number. */
const MARK_AT_CONSOLE: Record<Paper, readonly [works: string, stands: string]> = {
  queued: ['', 'da stampare'],
  printing: ['', 'stampa interrotta'],
  printed: ['', ''],
  'not-sent': ['stampa mancata', 'stampa mancata'],
  unknown: ['stampa incerta', 'stampa incerta'],
};

function saidOf(paper: Paper, { state }: Printer, words: typeof TOLD_AT_KIOSK): string {
  return words[paper][state === 'ready' ? 0 : 1];
}

/** @param taken the number of whoever stands before the kiosk, or went once the slip was out */
async function kioskAgainst({ tickets, printer }: Truth, { kiosk, free }: Tabs, taken: string): Promise<string[]> {
  const [shown, start] = await Promise.all([textOf(kiosk, 'main'), textOf(free, 'main')]);
  const { paper } = tickets.get(taken)!;
  const isShown = shown.startsWith(`${it.yourNumber} ${taken} `);
  const isGone = !shown.startsWith(it.yourNumber) && paper === 'printed';
  return [
    ...(isShown || isGone ? [] : [`ticket ${taken} is not to be seen at the kiosk`]),
    ...objection(
      `of ticket ${taken} the kiosk tells`,
      sentencesIn(shown, TOLD_AT_KIOSK),
      isGone ? [] : [saidOf(paper, printer, TOLD_AT_KIOSK)],
    ),
    ...(start.startsWith(it.moment) ? ['the free kiosk has lost the office'] : []),
    ...objection(
      'before a touch the kiosk tells',
      start.includes(it.screenOnly) ? [it.screenOnly] : [],
      printer.state === 'ready' ? [] : [it.screenOnly],
    ),
  ];
}

async function consoleAgainst({ tickets, printer }: Truth, page: Page): Promise<string[]> {
  const rows = page.getByTestId('queue').getByRole('listitem');
  const [shown, line, alerts] = await Promise.all([
    rows.allInnerTexts(),
    textOf(page, '[data-testid=printer]'),
    textOf(page, '[aria-label=Avvisi]'),
  ]);
  const marks = shown.map((row) => {
    const number = /Numero\s+(\S+)/.exec(row)?.[1];
    return `${number}: ${sentencesIn(plain(row), MARK_AT_CONSOLE).join()}`;
  });
  const expected = [...tickets.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ number, paper }) => `${number}: ${saidOf(paper, printer, MARK_AT_CONSOLE)}`);
  return [
    ...objection('the queue of the console says', marks, expected),
    ...objection('the console says of the printer', [line], [printerWord(printer)]),
    ...objection(
      'the alerts of the console say',
      ALERTS.filter((alert) => alerts.includes(alert)),
      alertsOf(printer),
    ),
  ];
}

const ALERTS = (['paper-near-end', 'paper-end', 'cover-open', 'cutter', 'error', 'offline', 'absent'] as const).flatMap(
  (about) => [titleOf({ about }), adviceOn({ about })],
);

function alertsOf({ state, nearEnd }: Printer): string[] {
  const about = state === 'ready' ? 'paper-near-end' : state;
  return state !== 'ready' || nearEnd ? [titleOf({ about }), adviceOn({ about })] : [];
}

function sentencesIn(text: string, words: typeof TOLD_AT_KIOSK): string[] {
  const all = new Set(Object.values(words).flat());
  return [...all].filter((sentence) => sentence !== '' && text.includes(plain(sentence)));
}

function objection(what: string, found: readonly string[], expected: readonly string[]): string[] {
  return found.join('; ') === expected.join('; ')
    ? []
    : [`${what} “${found.join('; ')}”, not “${expected.join('; ')}”`];
}

async function textOf(page: Page, selector: string): Promise<string> {
  return plain(await page.locator(selector).innerText());
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

// SPDX-License-Identifier: EUPL-1.2
/** A wall without an office: the built page, told whatever a test wants it to show, and the record of what it sounded. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Server } from 'socket.io';
import { expect, onTestFinished } from 'vitest';
import type { DisplayView } from '../../src-main/contract.ts';
import { facesOf, parseSettings } from '../../src-main/settings.ts';

export const LANDSCAPE = { width: 1920, height: 1080 };
export const PORTRAIT = { width: 1080, height: 1920 };

const PAGES = new URL('../../dist/pages', import.meta.url).pathname;
const TYPES: Record<string, string> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' },
  ...{ '.woff2': 'font/woff2', '.wav': 'audio/wav', '.svg': 'image/svg+xml' },
};

const settings = parseSettings({});
const { wall, sound, slides } = facesOf(settings);
const OPEN: DisplayView = {
  ...{ revision: 1, now: '2026-11-23T09:42:00+01:00', clock: 'real', waiting: 7, calls: [] },
  office: { ...settings.office, walkInHours: settings.weekly },
  opening: { state: 'open', closesAt: '2026-11-23T11:00:00+01:00' },
  counters: settings.counters.map(({ id, label }) => ({ id, label })),
  ...{ screen: wall, sound, slides },
};

export interface Wall {
  url: string;
  /** Tells every page this, on top of what it knows of an open office. */
  show(change: Partial<DisplayView>): void;
  /** What the pages said of their sound, in order. */
  told: boolean[];
  /** Cuts every connection; the pages come back by themselves. */
  cut(): void;
}

/** A call at the minute that the wall shows. */
export function call(
  sequence: number,
  number: string,
  counter = '1',
  language: DisplayView['calls'][0]['language'] = 'it',
) {
  return { sequence, number, counter, language, calledAt: '2026-11-23T09:41:50+01:00' };
}

export async function hangWall(first: Partial<DisplayView> = {}): Promise<Wall> {
  let view = { ...OPEN, ...first };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://wall').pathname;
    const file = join(PAGES, path === '/display' ? 'display/index.html' : path);
    readFile(file).then(
      (content) => response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain').end(content),
      () => response.writeHead(404).end(),
    );
  });
  const io = new Server(server, { pingInterval: 800, pingTimeout: 900 });
  const told: boolean[] = [];
  io.of('/display').on('connection', (socket) => {
    socket.emit('view', view);
    socket.on('sound', (works: boolean) => void told.push(works));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => io.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/display`,
    show(change) {
      view = { ...view, ...change, revision: view.revision + 1 };
      io.of('/display').emit('view', view);
    },
    told,
    cut: () => void io.of('/display').disconnectSockets(true),
  };
}

/** What an audio element said: which clip, and when in milliseconds. */
export interface Heard {
  type: 'playing' | 'ended';
  clip: string;
  at: number;
}

export interface Screen {
  page: Page;
  /** All that was loud enough to be heard so far: `chime`, `it/number/7`, `it/counter/1` ... */
  heard(): Promise<Heard[]>;
}

/** Looks at a wall; what the page complains of fails the test. `voice` is the clip served for every sentence. */
export async function lookAt(
  browser: Browser,
  url: string,
  viewport = LANDSCAPE,
  { voice = silence(0.05), chime }: { voice?: Buffer | null; chime?: Buffer } = {},
): Promise<Screen> {
  const page = await browser.newPage({ viewport });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  onTestFinished(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });
  const serve = (pattern: string, body: Buffer | null) =>
    page.route(pattern, (route) =>
      body ? route.fulfill({ contentType: 'audio/wav', body }) : route.fulfill({ status: 404 }),
    );
  await serve('**/voice/**', voice);
  if (chime) await serve('**/chime-*.wav', chime);
  await page.addInitScript(() => {
    const record: Heard[] = [];
    Object.assign(globalThis, { record });
    const known = new WeakSet<HTMLMediaElement>();
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      const note = (type: Heard['type']) => () => {
        const clip = new URL(this.currentSrc).pathname.replace(/^\/voice\/|^.*\/(?=chime)|-[^-/]*\.wav$/g, '');
        if (this.volume > 0) record.push({ type, clip, at: performance.now() });
      };
      if (!known.has(this)) {
        this.addEventListener('playing', note('playing'));
        this.addEventListener('ended', note('ended'));
      }
      known.add(this);
      return play.call(this);
    };
  });
  await page.goto(url);
  await page.locator('footer').waitFor();
  return { page, heard: () => page.evaluate(() => (globalThis as unknown as { record: Heard[] }).record) };
}

/** A WAV file of nothing. */
export function silence(seconds: number): Buffer {
  const rate = 8000;
  const length = Math.round(seconds * rate);
  const wav = Buffer.alloc(44 + length, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + length, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(length, 40);
  return wav;
}

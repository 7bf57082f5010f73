// SPDX-License-Identifier: EUPL-1.2
/** A desk for tests: an office of its own, and pages that are connected to it; all gone when the test ends. */
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { Views } from '../../src-main/contract.ts';
import type { Options } from '../../src-main/options.ts';
import { start, type Running } from '../../src-main/start.ts';
import { openConsole, openPage, type Page } from '../page.ts';

const PAGES = new URL('../../dist/pages', import.meta.url).pathname;

/** An office on a Monday at nine with the operators anna and bruno, in a folder of its own unless one is given. */
export async function openDesk(options: Partial<Options> = {}): Promise<Running> {
  const running = await start(
    {
      ...{ port: 0, host: '127.0.0.1', data: undefined, printer: undefined, demo: true, arrivals: 0, metrics: 'here' },
      certificate: undefined,
      clock: { start: '2026-11-23T09:00', speed: 1 },
      ...options,
    },
    PAGES,
    pino({ level: 'silent' }),
  );
  onTestFinished(() => running.close());
  return running;
}

export async function connectPage<P extends keyof Views>(url: string, page: P, cookie?: string): Promise<Page<P>> {
  const connected = await openPage(url, page, cookie);
  onTestFinished(() => connected.leave());
  return connected;
}

export async function connectConsole(url: string, operator: string, counter?: string): Promise<Page<'console'>> {
  const connected = await openConsole(url, operator, counter);
  onTestFinished(() => connected.leave());
  return connected;
}

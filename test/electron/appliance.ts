// SPDX-License-Identifier: EUPL-1.2
/** The appliance on a stand-in for Electron: its windows are real Chromiums on a screen that nobody sees. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, vi } from 'vitest';
import { runKiosk } from '../../src-main/kiosk-app.ts';
import { startDesk, type Desk } from './desk.ts';
import { openStandIn, type Area, type StandIn, type Window } from './stand-in.ts';

export const TOUCH = { x: 0, y: 0, width: 720, height: 1280 };
/** In milliseconds: so long may a kiosk that failed be away. */
export const RETURN_MS = 5_000;

export interface Appliance extends StandIn {
  url: string;
  exit: Promise<number>;
  /** The window that shows, or is to show, the page; waits until it does. */
  showing(page: 'kiosk' | 'display'): Promise<Window>;
}

/** @param url of an office that is not there */
export async function appliance(
  screen: string,
  areas: readonly Area[] = [TOUCH],
  given?: Pick<Desk, 'url'> & Partial<Desk>,
): Promise<Appliance> {
  let onExit: (code: number) => void = () => {};
  const exit = new Promise<number>((resolve) => (onExit = resolve));
  vi.spyOn(console, 'error').mockReturnValue();
  const electron = openStandIn({ display: screen, areas, onExit });
  onTestFinished(() => electron.close());
  const office = given ?? (await startDesk());
  const close = async () => office.close?.();
  if (!given) onTestFinished(close);
  await runKiosk(electron.shell, async (leave) => {
    office.onLeave?.(leave);
    return { url: office.url, close };
  });
  const found = (page: string) =>
    vi.waitFor(
      async () => {
        const window = [...electron.windows].find(({ webContents }) => webContents.url === `${office.url}/${page}`);
        expect(await text(window!)).not.toBe('');
        return window!;
      },
      { timeout: 20_000, interval: 50 },
    );
  const showing = async (page: string) => {
    await found(page);
    // a Chromium that took long to start is given its page once more
    await pause(700);
    return found(page);
  };
  return { ...electron, url: office.url, exit, showing };
}

export function text(window: Window): Promise<string> {
  return window.webContents.executeJavaScript('document.body.innerText.trim()') as Promise<string>;
}

/** How long it takes until the kiosk can be touched again. */
export async function usableAgain(window: Window, act: () => void): Promise<number> {
  const mark = 'before';
  await window.webContents.executeJavaScript(`document.body.dataset.mark = '${mark}'`);
  const began = performance.now();
  act();
  const look = `document.body.dataset.mark !== '${mark}' && document.querySelector('main button') !== null`;
  await vi.waitFor(
    async () => {
      const hung = new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), 300));
      expect(await Promise.race([window.webContents.executeJavaScript(look), hung])).toBe(true);
    },
    { timeout: 25_000, interval: 50 },
  );
  return performance.now() - began;
}

// SPDX-License-Identifier: EUPL-1.2
/** An installed Chromium: where it is, and how it shows one page as a kiosk. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PATIENCE_MS = 3000;
/** Chromium offers to translate an Italian page, over the page, whatever flags it is given. */
const PREFERENCES = { translate: { enabled: false } };

/** The program that CHROME_PATH names, else the first that is installed; undefined if there is none. */
export function findBrowser(env: Environment): string | undefined {
  if (env['CHROME_PATH']) return env['CHROME_PATH'];
  const folders = (env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

export function hasScreen(env: Environment): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Neither Chromium nor Electron runs in its sandbox as root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Shows the page on the whole screen (on X11 it takes a window manager to do so). It listens to its pipes 3 and 4, which
 * only we hold; a browser is asked to end when they close.
 *
 * @param profile a folder that no other Chromium uses
 */
export function openKiosk(browser: string, url: string, profile: string): ChildProcess {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(PREFERENCES));
  const flags = [
    '--kiosk',
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--window-position=0,0',
    '--no-first-run',
    '--no-default-browser-check',
    '--noerrdialogs',
    '--hide-crash-restore-bubble',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-pinch',
    // one site is shown, which needs no second process to be kept from others, and a start without it is sooner
    '--disable-site-isolation-trials',
    '--overscroll-history-navigation=0',
    '--autoplay-policy=no-user-gesture-required',
    '--password-store=basic',
    '--remote-debugging-pipe',
    ...(isRoot() ? ['--no-sandbox'] : []),
  ];
  // in a group of its own, so that Ctrl+C reaches it through us
  return spawn(browser, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true });
}

/** Ends the program, the hard way if it takes longer than three seconds. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill();
  const hard = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await exit;
  clearTimeout(hard);
}

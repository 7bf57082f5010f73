// SPDX-License-Identifier: EUPL-1.2
/** The Chromium in which the tests look at the pages. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../src-main/browser.ts';

/** The same engine without what draws windows, tabs and menus: half the work for the machine. */
export const SHELL = '/usr/bin/chromium-headless-shell';

/** Starts a Chromium without a window; whoever calls it closes it. */
export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = existsSync(SHELL) ? SHELL : findBrowser(process.env);
  if (!executablePath) throw new Error('There is no Chromium: install it or name it in CHROME_PATH.');
  return chromium.launch({ executablePath, args: [...quietly, ...args] });
}

/** As root and without a network, as on a build server. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

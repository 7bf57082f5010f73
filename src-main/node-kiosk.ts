// SPDX-License-Identifier: EUPL-1.2
/** The office on Node, with its kiosk in an installed Chromium if there is a screen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { end, findBrowser, hasScreen, openKiosk } from './browser.ts';
import { openLog } from './log.ts';
import { readOptions } from './options.ts';
import { start } from './start.ts';
import { speakerOnNode } from './voice/node-speaker.ts';

/** Runs until the process is told to stop. `pages` is the folder of the built pages. */
export async function runOnNode(pages: string, args: readonly string[]): Promise<void> {
  const office = await start(
    readOptions(args, process.env),
    pages,
    openLog(process.env['SPORTELLO_LOG']),
    speakerOnNode(fileURLToPath(new URL('./speaker.js', import.meta.url))),
  );
  const kiosk = await showKiosk(`${office.url}/kiosk`);
  for (const page of ['kiosk', 'display', 'console']) console.log(`${page.padEnd(8)} ${office.url}/${page}`);

  const stop = () => void Promise.all([kiosk?.(), office.close()]).then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

/** Opens the kiosk if it can, else says why not. Resolves to what closes it. */
async function showKiosk(url: string): Promise<(() => Promise<void>) | undefined> {
  if (!hasScreen(process.env)) return void console.log('There is no screen here: open the kiosk where there is one.');
  const browser = findBrowser(process.env);
  if (!browser) return void console.log('There is no Chromium here: install it, or open the kiosk in a browser.');

  const profile = await mkdtemp(join(tmpdir(), 'sportello-chromium-'));
  const child = openKiosk(browser, url, profile);
  let closing = false;
  child.once('error', (error) => console.log(`Chromium cannot be run: ${error.message}`));
  child.once('exit', () => closing || console.log('The kiosk was closed; the office goes on until it is stopped.'));
  return async () => {
    closing = true;
    await end(child);
    await rm(profile, { recursive: true, force: true });
  };
}

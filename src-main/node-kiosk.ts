// SPDX-License-Identifier: EUPL-1.2
/** The office on Node, with its kiosk in an installed Chromium if there is a screen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserSurface } from './browser-surface.ts';
import { findBrowser, hasScreen } from './browser.ts';
import { endOnSignals } from './ending.ts';
import { LEFT } from './kiosk-app.ts';
import { readOptions } from './options.ts';
import { keepShown } from './revival.ts';
import type { Running } from './start.ts';
import { speakerOnNode } from './voice/node-speaker.ts';

interface Kiosk {
  show(url: string): void;
  close(): Promise<void>;
}

/** Runs until the process is told to stop, or a coordinator leaves the kiosk. `pages` is the folder of the built pages. */
export async function runOnNode(pages: string, args: readonly string[]): Promise<void> {
  const options = readOptions(args, process.env);
  // beside the office, since both take their time
  const kiosk = await openKiosk();
  let office: Running;
  const close = () => Promise.all([kiosk?.close(), office.close()]);
  try {
    const [{ start }, { openLog }] = await Promise.all([import('./start.ts'), import('./log.ts')]);
    office = await start(
      options,
      pages,
      openLog(process.env['SPORTELLO_LOG']),
      speakerOnNode(fileURLToPath(new URL('./speaker.js', import.meta.url))),
      kiosk && (() => void close().then(() => process.exit(LEFT))),
    );
  } catch (error) {
    await kiosk?.close();
    throw error;
  }
  kiosk?.show(`${office.url}/kiosk`);
  const address = office.network[0] ?? office.url;
  console.log(`kiosk    ${office.url}/kiosk`);
  for (const page of ['display', 'console']) console.log(`${page.padEnd(8)} ${address}/${page}`);
  for (const sentence of [office.moved, office.problem, office.first]) if (sentence) console.error(sentence);
  endOnSignals(close);
}

/** Starts a Chromium if there is one and a screen, else says why not. */
async function openKiosk(): Promise<Kiosk | undefined> {
  if (!hasScreen(process.env)) return void console.log('There is no screen here: open the kiosk where there is one.');
  const browser = findBrowser(process.env);
  if (!browser) return void console.log('There is no Chromium here: install it, or open the kiosk in a browser.');

  const profile = await mkdtemp(join(tmpdir(), 'sportello-chromium-'));
  const surface = browserSurface(browser, profile);
  const started = surface.begin().catch(() => undefined);
  let stop = () => {};
  let said: string | undefined;
  return {
    show(url) {
      void started.then(() => {
        stop = keepShown(surface, url, (why) => {
          if (why !== said) console.log(`The kiosk is shown again: ${why}.`);
          said = why;
        });
      });
    },
    async close() {
      await started;
      stop();
      await surface.close();
      // what Chromium has started writes until it has ended too
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** From nothing to a kiosk that can be touched, where a Chromium shows it, against that Chromium with an empty page. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { end, findBrowser, openKiosk } from '../../src-main/browser.ts';
import { openXScreen } from '../electron/x-screen.ts';
import { median, quantile, type Row } from './measure.ts';

const ROUNDS = 5;
const launch = fileURLToPath(new URL('../../dist/main/launch.js', import.meta.url));

export async function benchColdStart(): Promise<Row[]> {
  const screen = await openXScreen(1080, 1920);
  const folder = await mkdtemp(join(tmpdir(), 'sportello-cold-'));
  const port = await freePort();
  // the same Chromium, which we can look into as well
  const browser = join(folder, 'chromium');
  await writeFile(browser, `#!/bin/sh\nexec ${findBrowser(process.env)} "$@" --remote-debugging-port=${port}\n`, {
    mode: 0o755,
  });
  process.env['DISPLAY'] = screen.display;

  const empty: number[] = [];
  const whole: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const profile = join(folder, `profile-${n}`);
    empty.push(await untilSeen(port, () => openKiosk(browser, 'about:blank', profile), 'html'));
    const args = [launch, '--demo', '--clock', '2026-11-23T09:00', '--port', `${await freePort()}`];
    const env = { ...process.env, CHROME_PATH: browser };
    whole.push(
      await untilSeen(port, () => spawn(process.execPath, args, { env, stdio: 'ignore' }), 'text=Prenda il numero'),
    );
  }
  await screen.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return [
    {
      what: 'From nothing to a kiosk that can be touched, in a Chromium',
      ...{ floor: median(empty), measured: median(whole), p99: quantile(whole, 0.99), goalMs: 2500 },
    },
  ];
}

/** Milliseconds until the page holds what is looked for; looking takes some of them. */
async function untilSeen(port: number, begin: () => ChildProcess, selector: string): Promise<number> {
  const began = performance.now();
  const child = begin();
  const looked = await connected(port);
  let page = looked.contexts()[0]!.pages()[0];
  while (!page) [page] = (await pause(5), looked.contexts()[0]!.pages());
  await page.waitForSelector(selector, { state: 'visible' });
  const took = performance.now() - began;
  await looked.close();
  await end(child);
  return took;
}

async function connected(port: number) {
  for (;;) {
    const isThere = await fetch(`http://127.0.0.1:${port}/json/version`).then(
      () => true,
      () => false,
    );
    if (isThere) return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await pause(5);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

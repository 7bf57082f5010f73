// SPDX-License-Identifier: EUPL-1.2
/** From nothing to a kiosk that can be touched, where a Chromium shows it, against that Chromium with an empty page. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { end, findBrowser, openKiosk } from '../../src-main/browser.ts';
import { openXScreen } from '../electron/x-screen.ts';
import { median, quantile, type Row } from './measure.ts';

const ROUNDS = 5;
const IS_TOUCHABLE = `[...document.querySelectorAll('button')].some((button) => {
  const { x, y, width, height } = button.getBoundingClientRect();
  return /^Prenda il\\snumero/.test(button.innerText) && button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
})`;

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
    empty.push(await untilSeen(port, () => openKiosk(browser, 'about:blank', profile), 'true'));
    const args = [launch, '--demo', '--clock', '2026-11-23T09:00', '--port', `${await freePort()}`];
    const env = { ...process.env, CHROME_PATH: browser };
    whole.push(await untilSeen(port, () => spawn(process.execPath, args, { env, stdio: 'ignore' }), IS_TOUCHABLE));
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

/** Milliseconds until its page has drawn what answers the question (a JavaScript expression) with yes. */
async function untilSeen(port: number, begin: () => ChildProcess, question: string): Promise<number> {
  const began = performance.now();
  const child = begin();
  const page = await pageAt(port);
  while (!(await page.ask(`new Promise((drawn) => requestAnimationFrame(() => drawn(${question})))`))) await pause(5);
  const took = performance.now() - began;
  page.close();
  await end(child);
  return took;
}

/** The one page of a Chromium that is starting; asked without Playwright, which takes a second to get ready for it. */
async function pageAt(port: number) {
  type Target = { type: string; webSocketDebuggerUrl: string };
  let target: Target | undefined;
  while (!target) {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`).then(
      (answer) => answer.json() as Promise<Target[]>,
      () => [],
    );
    target = targets.find(({ type }) => type === 'page');
    // asked more often, it would take from a start what it is to measure
    if (!target) await pause(50);
  }
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  return {
    /** False also when the page went away before it could answer. */
    async ask(expression: string): Promise<boolean> {
      const answer = once(socket, 'message') as Promise<[MessageEvent<string>]>;
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
      const { result } = JSON.parse((await answer)[0].data) as { result?: { result?: { value?: unknown } } };
      return result?.result?.value === true;
    },
    close: () => socket.close(),
  };
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

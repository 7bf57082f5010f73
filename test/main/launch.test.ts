// SPDX-License-Identifier: EUPL-1.2
/** `npm start` on machines that have Electron, a screen and a browser, or lack them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { findBrowser } from '../../src-main/browser.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ON_NODE = /^Without Electron, since .+: the office runs on Node\.$/;

interface Launched {
  process: ChildProcess;
  lines: string[];
  exit: Promise<unknown[]>;
  /** The line that matches, once it was said. */
  said(pattern: RegExp): Promise<string>;
}

async function launch(env: Record<string, string>, ...args: string[]): Promise<Launched> {
  const child = spawn(process.execPath, [join(root, 'dist/main/launch.js'), '--port', '0', ...args], {
    env: { PATH: process.env['PATH'], SPORTELLO_DATA: await temporaryFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.kill('SIGKILL')) await exit;
  });
  const exit = once(child, 'exit');
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
  return {
    ...{ process: child, lines, exit },
    said: (pattern) =>
      vi.waitFor(() => lines.find((line) => pattern.test(line)) ?? expect.fail(lines.join('\n')), 10_000),
  };
}

/** A stand-in for a program: a shell script. */
async function program(folder: string, name: string, script: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return file;
}

async function kioskOf(launched: Launched): Promise<string> {
  return (await launched.said(/^kiosk/)).split(/\s+/)[1]!;
}

test('without Electron and without a screen it says so in one line, and the office runs on Node until it is stopped', async () => {
  const launched = await launch({});
  const kiosk = await kioskOf(launched);
  expect(launched.lines.filter((line) => ON_NODE.test(line))).toHaveLength(1);
  expect(launched.lines[0]).toContain('there is no screen');
  expect(await launched.said(/^display/)).toContain(kiosk.replace('kiosk', 'display'));
  expect(await launched.said(/^console/)).toContain(kiosk.replace('kiosk', 'console'));
  expect((await fetch(kiosk)).status).toBe(200);

  launched.process.kill('SIGTERM');
  expect(await launched.exit).toEqual([0, null]);
  await expect(fetch(kiosk)).rejects.toThrow();
});

test('Electron is given the product and the options, and its end is the end', async () => {
  const folder = await temporaryFolder();
  await program(folder, 'electron', `printf '%s\\n' "$@" > ${folder}/given; exit 0`);
  const launched = await launch({ ELECTRON_OVERRIDE_DIST_PATH: folder }, '--demo');
  expect(await launched.exit).toEqual([0, null]);
  expect((await readFile(join(folder, 'given'), 'utf8')).split('\n')).toEqual([
    root,
    '--',
    '--port',
    '0',
    '--demo',
    '',
  ]);
  expect(launched.lines).toEqual([]);
});

test('an Electron that is told to stop is stopped, and nothing is started in its place', async () => {
  const folder = await temporaryFolder();
  await program(folder, 'electron', `echo up; trap 'exit 3' TERM; while :; do sleep 0.1; done`);
  const launched = await launch({ ELECTRON_OVERRIDE_DIST_PATH: folder });
  await launched.said(/^up$/);
  launched.process.kill('SIGTERM');
  expect(await launched.exit).toEqual([3, null]);
  expect(launched.lines).toEqual(['up']);
});

test('an Electron that ends at once, as without its libraries, is told of, and the office runs on Node', async () => {
  const folder = await temporaryFolder();
  await program(folder, 'electron', 'exit 127');
  const launched = await launch({ ELECTRON_OVERRIDE_DIST_PATH: folder });
  expect(await launched.said(ON_NODE)).toContain('exit code 127');
  expect((await fetch(await kioskOf(launched))).status).toBe(200);
});

test('an office that cannot start in Electron is not tried again on Node', async () => {
  const folder = await temporaryFolder();
  await program(folder, 'electron', 'echo the port is taken >&2; exit 78');
  const launched = await launch({ ELECTRON_OVERRIDE_DIST_PATH: folder });
  expect(await launched.exit).toEqual([78, null]);
  expect(launched.lines).toEqual(['the port is taken']);
});

/** A Chromium without windows that says where its profile is and lets itself be looked into. */
async function showingBrowser(folder: string, first = ''): Promise<string> {
  const script = `${first}
    for a in "$@"; do case $a in --user-data-dir=*) echo "\${a#*=}" > ${folder}/profile; esac; done
    echo $$ >> ${folder}/pids
    exec ${findBrowser(process.env)} --headless --disable-gpu --remote-debugging-port=0 "$@"`;
  return program(folder, 'browser', script);
}

async function lookInto(folder: string) {
  const [profile, port] = await vi.waitFor(async () => {
    const path = (await readFile(join(folder, 'profile'), 'utf8')).trim();
    const [port] = /^\d+/.exec(await readFile(join(path, 'DevToolsActivePort'), 'utf8')) ?? expect.fail('no port yet');
    return [path, port] as const;
  }, 20_000);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return { profile, port, browser, page: browser.contexts()[0]!.pages()[0]! };
}

async function pidsIn(folder: string): Promise<number[]> {
  return (await readFile(join(folder, 'pids'), 'utf8')).trim().split('\n').map(Number);
}

test('where there is a screen the kiosk is shown in an installed Chromium, which ends with the office', async () => {
  const folder = await temporaryFolder();
  const launched = await launch(
    { CHROME_PATH: await showingBrowser(folder), ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' },
    ...['--demo', '--clock', '2026-11-23T09:00'],
  );
  const kiosk = await kioskOf(launched);
  const { profile, port, browser, page } = await lookInto(folder);
  await page.waitForURL(kiosk);
  await page.getByText('Prenda il numero').first().waitFor();
  expect(await page.evaluate(() => String(window.print))).not.toContain('native code');

  await page.evaluate(() => void (document.body.dataset['mark'] = 'before'));
  await page.evaluate(() => void (location.href = '/console'));
  const isBack = () => page.evaluate(() => !document.body.dataset['mark'] && location.pathname === '/kiosk');
  await expect.poll(() => isBack().catch(() => false), { timeout: 30_000 }).toBe(true);
  const devtools = await browser.newBrowserCDPSession();
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const isBeside = async () =>
    (await devtools.send('Target.getTargets')).targetInfos.some((target) => target.targetId === targetId);
  await expect.poll(isBeside).toBe(false);
  await browser.close();

  launched.process.kill('SIGINT');
  expect(await launched.exit).toEqual([0, null]);
  await expect(fetch(`http://127.0.0.1:${port}/json/version`)).rejects.toThrow();
  expect(existsSync(profile)).toBe(false);
}, 120_000);

test('a Chromium that ends is started again, until the office ends', async () => {
  const folder = await temporaryFolder();
  const launched = await launch(
    { CHROME_PATH: await showingBrowser(folder), ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' },
    ...['--demo', '--clock', '2026-11-23T09:00'],
  );
  const pids = () => pidsIn(folder);
  await expect.poll(async () => (await pids()).length, { timeout: 10_000 }).toBe(1);
  process.kill((await pids())[0]!, 'SIGKILL');
  await expect.poll(async () => (await pids()).length, { timeout: 10_000 }).toBe(2);
  launched.process.kill('SIGTERM');
  expect(await launched.exit).toEqual([0, null]);
  for (const pid of await pids()) expect(() => process.kill(pid, 0)).toThrow();
}, 60_000);

test('a Chromium that takes long to start is waited for, and not taken for one that hangs', async () => {
  const folder = await temporaryFolder();
  const again = `if [ -e ${folder}/pids ]; then sleep 6; fi`;
  const launched = await launch(
    { CHROME_PATH: await showingBrowser(folder, again), ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' },
    ...['--demo', '--clock', '2026-11-23T09:00'],
  );
  const kiosk = await kioskOf(launched);
  const first = await lookInto(folder);
  await first.page.waitForURL(kiosk);
  process.kill((await pidsIn(folder))[0]!, 'SIGKILL');
  await rm(join(first.profile, 'DevToolsActivePort'));

  const { browser, page } = await lookInto(folder);
  await page.waitForURL(kiosk);
  await page.getByText('Prenda il numero').first().waitFor();
  await browser.close();
  expect(await pidsIn(folder)).toHaveLength(2);
  expect(launched.lines.filter((line) => /shown again/.test(line))).toEqual(['The kiosk is shown again: gone.']);
}, 60_000);

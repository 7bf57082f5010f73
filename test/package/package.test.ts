// SPDX-License-Identifier: EUPL-1.2
/** The kiosk as it is packed, with a stand-in for Electron's program: what is in it, and that it runs. */
import { extractAll, listPackage } from '@electron/asar';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startTerminalPrinter } from '../main/printing/terminal-printer.ts';
import { openPage, walkIn } from '../page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where Electron's program keeps its switches: this mark, a version, their number, and one character each. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const ALL_ON = `${FUSES}\x01\x09${'1'.repeat(9)}`;

let folder: string;
let unpacked: string;
let archive: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sportello-package-'));
  const electron = join(folder, 'electron');
  for (const name of ['resources', 'locales']) await mkdir(join(electron, name), { recursive: true });
  for (const language of ['it', 'fr']) await writeFile(join(electron, `locales/${language}.pak`), '');
  await writeFile(join(electron, 'version'), '45.4.1');
  await writeFile(join(electron, 'electron'), `#!/bin/sh\n# ${ALL_ON}\n`, { mode: 0o755 });
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  const flags = ['--linux', 'dir', `-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'release')}`];
  execFileSync(process.execPath, [builder, ...flags], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  unpacked = join(folder, 'release/linux-unpacked');
  archive = join(unpacked, 'resources/app.asar');
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the package holds what was built and what that needs, and nothing of the workshop', () => {
  const files = listPackage(archive, { isPack: false }).map((file) => file.slice(1));
  expect(files).toEqual(expect.arrayContaining(['package.json', 'dist/main/main.js', 'dist/pages/kiosk/index.html']));
  const known = /^(LICENSE|package\.json|dist|dist\/(main|pages)(\/.+)?|assets(\/fonts.*)?|node_modules)$/;
  const machineCode = /^node_modules\/(@napi-rs|serialport|@serialport|debug|ms|node-gyp-build|espeak-ng)(\/.+)?$/;
  expect(files.filter((file) => !known.test(file) && !machineCode.test(file))).toEqual([]);
  expect(files.filter((file) => /\.(ts|map|svelte)$|\btest\b/.test(file))).toEqual([]);
});

test('the program can be nothing but the kiosk: neither Node nor an inspector, nor another application', async () => {
  const program = await readFile(join(unpacked, 'sportello'), 'latin1');
  const switches = program.slice(program.indexOf(FUSES) + FUSES.length + 2, -1);
  const [runAsNode, , nodeOptions, inspect, , onlyFromAsar, , fileProtocol] = switches;
  expect({ runAsNode, nodeOptions, inspect, onlyFromAsar, fileProtocol }).toEqual({
    ...{ runAsNode: '0', nodeOptions: '0', inspect: '0', onlyFromAsar: '1', fileProtocol: '0' },
  });
});

test('the packed office issues a ticket and prints it, with nothing but what is in the package', async () => {
  await printsATicket('virtual:');
});

test('the packed office speaks', async () => {
  const { url } = await startIn(await extracted(), 'virtual:');
  const voice = async () => (await fetch(`${url}/voice/it/number/12`)).headers.get('content-type');
  await expect.poll(voice, { timeout: 20_000 }).toBe('audio/wav');
});

test('the packed office prints on a serial port', async () => {
  const printer = await startTerminalPrinter();
  onTestFinished(() => printer.unplug());
  await printsATicket(`serial://${printer.path}`);
  expect(printer.papers).toHaveLength(1);
});

test('the packed office goes on without paper when a font is missing, and says which', async () => {
  const application = await extracted();
  await rm(join(application, 'assets/fonts/TitilliumWeb-Regular.ttf'));
  const { url, complained } = await startIn(application, 'virtual:');
  const kiosk = await openPage(url, 'kiosk');
  onTestFinished(() => kiosk.leave());
  expect(await kiosk.send(walkIn)).toMatchObject({ ok: true, ticket: { number: '1' } });
  const { printer } = await kiosk.view(({ paper }) => paper[0]?.state === 'not-sent');
  expect(printer).toMatchObject({ state: 'absent', problem: expect.stringContaining('TitilliumWeb-Regular.ttf') });
  expect(complained().split('\n')).toContain(printer.problem);
});

async function extracted(): Promise<string> {
  const application = await mkdtemp(join(folder, 'application-'));
  extractAll(archive, application);
  return application;
}

async function startIn(application: string, printer: string): Promise<{ url: string; complained: () => string }> {
  const serve = join(application, 'dist/main/serve.js');
  const flags = ['--port', '0', '--demo', '--clock', '2026-11-23T09:00', '--printer', printer];
  const office = spawn(process.execPath, [serve, ...flags], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(async () => {
    if (office.exitCode === null && office.kill()) await once(office, 'exit');
  });
  let complaints = '';
  office.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
  const [line] = (await once(createInterface({ input: office.stdout }), 'line')) as [string];
  return { url: line.replace('listening on ', ''), complained: () => complaints };
}

async function printsATicket(printer: string): Promise<void> {
  const { url, complained } = await startIn(await extracted(), printer);

  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect(await (await fetch(`${url}/kiosk`)).text()).toContain('<script');
  const kiosk = await openPage(url, 'kiosk');
  onTestFinished(() => kiosk.leave());
  expect(await kiosk.send(walkIn)).toMatchObject({ ok: true, ticket: { number: '1' } });
  await kiosk.view(({ paper }) => paper[0]?.state === 'printed');
  expect(complained()).toBe('');
}

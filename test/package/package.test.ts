// SPDX-License-Identifier: EUPL-1.2
/** The kiosk as it is packed, with a stand-in for Electron's program: what is in it, and that it runs. */
import { extractAll, listPackage, statFile } from '@electron/asar';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startTerminalPrinter } from '../main/printing/terminal-printer.ts';
import { openPage, walkIn } from '../page.ts';
import { differences } from './files.ts';

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
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  unpacked = join(folder, `release/linux${suffix}-unpacked`);
  archive = join(unpacked, 'resources/app.asar');
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the package holds exactly the files that were looked at one by one', async () => {
  const expected = await readFile(new URL('files.txt', import.meta.url), 'utf8');
  expect(differences(packed(), expected.replaceAll('linux-x64', `linux-${process.arch}`))).toEqual({
    ...{ unexpected: [], missing: [] },
  });
});

test('the package holds no tool of its makers, no map of the sources, no declaration and no test', async () => {
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const tools = Object.keys(devDependencies).map((name) => `node_modules/${name}/`);
  expect(tools).toContain('node_modules/vitest/');
  expect(packed().filter((file) => tools.some((tool) => file.includes(tool)))).toEqual([]);
  expect(packed().filter((file) => /\.(ts|map|svelte)$|(^|\/)tests?(\/|$)|\.test\./.test(file))).toEqual([]);
});

test('machine code and the voice lie beside the archive, where the system and anybody can reach them', async () => {
  const beside = packed().filter((file) => /\.(node|wasm)$/.test(file));
  expect(beside).toHaveLength(3);
  for (const file of beside) {
    expect(statFile(archive, file), file).toMatchObject({ unpacked: true });
    expect((await stat(join(`${archive}.unpacked`, file))).size, file).toBeGreaterThan(10_000);
  }
});

test('what installs the kiosk is packed beside it', async () => {
  expect((await stat(join(unpacked, 'resources/install/install.sh'))).mode & 0o111).toBeGreaterThan(0);
});

test('the program can be nothing but the kiosk: neither Node nor an inspector, nor another application', async () => {
  const program = await readFile(join(unpacked, 'sportello'), 'latin1');
  const switches = program.slice(program.indexOf(FUSES) + FUSES.length + 2, -1);
  const [runAsNode, cookies, nodeOptions, inspect, integrity, onlyFromAsar, snapshot, fileProtocol, rest] = switches;
  expect({ runAsNode, cookies, nodeOptions, inspect, integrity, onlyFromAsar, snapshot, fileProtocol, rest }).toEqual({
    ...{ runAsNode: '0', nodeOptions: '0', inspect: '0', integrity: '1', onlyFromAsar: '1', fileProtocol: '0' },
    // not ours to say: as the program came
    ...{ cookies: '0', snapshot: '1', rest: '1' },
  });
});

test('the packed program issues a ticket and prints it, with nothing but what is in the package', async () => {
  await printsATicket('virtual:');
});

test('the packed program speaks', async () => {
  const { url } = await startIn(await extracted(), 'virtual:');
  const voice = async () => (await fetch(`${url}/voice/it/number/12`)).headers.get('content-type');
  await expect.poll(voice, { timeout: 20_000 }).toBe('audio/wav');
});

test('the packed program prints on a serial port', async () => {
  const printer = await startTerminalPrinter();
  onTestFinished(() => printer.unplug());
  await printsATicket(`serial://${printer.path}`);
  expect(printer.papers).toHaveLength(1);
});

test('the packed program goes on without paper when a font is missing, and says which', async () => {
  const application = await extracted();
  await rm(join(application, 'assets/fonts/TitilliumWeb-Regular.ttf'));
  const { url } = await startIn(application, 'virtual:');
  const kiosk = await openPage(url, 'kiosk');
  onTestFinished(() => kiosk.leave());
  expect(await kiosk.send(walkIn)).toMatchObject({ ok: true, ticket: { number: '1' } });
  const { printer } = await kiosk.view(({ paper }) => paper[0]?.state === 'not-sent');
  expect(printer).toMatchObject({ state: 'absent', problem: expect.stringContaining('TitilliumWeb-Regular.ttf') });
});

/** The files of the archive, those that lie beside it among them. */
function packed(): string[] {
  const names = listPackage(archive, { isPack: false }).map((name) => name.slice(1));
  return names.filter((name) => !('files' in statFile(archive, name)));
}

/** The archive as a folder, with the stand-in where the program finds Electron. */
async function extracted(): Promise<string> {
  const application = await mkdtemp(join(folder, 'application-'));
  extractAll(archive, application);
  const electron = join(application, 'node_modules/electron');
  await mkdir(electron);
  await writeFile(join(electron, 'package.json'), JSON.stringify({ name: 'electron', exports: './electron.mjs' }));
  await cp(new URL('electron.mjs', import.meta.url), join(electron, 'electron.mjs'));
  return application;
}

async function startIn(application: string, printer: string): Promise<{ url: string; complained: () => string }> {
  const { main } = JSON.parse(await readFile(join(application, 'package.json'), 'utf8'));
  const flags = ['--port', '0', '--demo', '--clock', '2026-11-23T09:00', '--printer', printer];
  const program = spawn(process.execPath, [join(application, main), '--', ...flags], {
    cwd: application,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    if (program.exitCode === null && program.kill()) await once(program, 'exit');
  });
  let complaints = '';
  program.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
  for await (const line of createInterface({ input: program.stdout })) {
    const url = /^shows (http:.*)\/kiosk$/.exec(line)?.[1];
    if (!url) continue;
    program.stdout.resume();
    return { url, complained: () => complaints };
  }
  throw new Error(`the program ended without a kiosk: ${complaints}`);
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

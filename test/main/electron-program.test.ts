// SPDX-License-Identifier: EUPL-1.2
/** Electron's program: where it is looked for, and what is said when it cannot be had. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fetchElectron, installedElectron } from '../../src-main/electron-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the program is found where its package has put it', async () => {
  const folder = await temporaryFolder();
  expect(installedElectron(folder, {})).toBeUndefined();
  await writeFile(join(folder, 'path.txt'), 'electron-45');
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist/electron-45'), '');
  expect(installedElectron(folder, {})).toBe(join(folder, 'dist/electron-45'));
});

test('another copy of the program is found where the environment points', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'electron'), '');
  expect(installedElectron('/nowhere', { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(join(folder, 'electron'));
});

test('why the program cannot be fetched is the end of a sentence', async () => {
  const folder = await temporaryFolder();
  expect(await fetchElectron(folder, '24.1.0')).toBe('neither is its package');
  await writeFile(join(folder, 'install.js'), 'process.exit(1)');
  expect(await fetchElectron(folder, '20.19.0')).toBe('fetching it takes Node 22.12 or later (this is 20.19.0)');
  expect(await fetchElectron(folder, '22.11.0')).toContain('22.12 or later');
  expect(await fetchElectron(folder, '22.12.0')).toBe('it could not be fetched');
  await writeFile(join(folder, 'install.js'), '');
  expect(await fetchElectron(folder, '24.1.0')).toBeUndefined();
});

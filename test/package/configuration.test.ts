// SPDX-License-Identifier: EUPL-1.2
/**
 * What electron-builder is told about packages whose tools it fetches from elsewhere (deb, AppImage, NSIS): held against
 * its own schema, and against what it asks for beyond that. The packages themselves are not made here.
 */
import type { Configuration } from 'electron-builder';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

interface Checks {
  getConfig(project: string, file: null, changes: Configuration): Promise<Configuration>;
  validateConfiguration(configuration: Configuration, debugLogger: { isEnabled: boolean }): Promise<void>;
}

async function checked(changes: Configuration = {}): Promise<Configuration> {
  const checks = require('app-builder-lib/out/util/config/config.js') as Checks;
  const configuration = await checks.getConfig(root, null, changes);
  await checks.validateConfiguration(configuration, { isEnabled: false });
  return configuration;
}

test('electron-builder accepts what it is told about every package', async () => {
  const { linux, win, deb, nsis, electronFuses } = await checked();
  expect(linux?.target).toEqual(['deb', 'AppImage']);
  expect(win?.target).toEqual(['nsis']);
  expect([deb, nsis, electronFuses]).toEqual([expect.anything(), expect.anything(), expect.anything()]);
});

test.each([
  { deb: { depend: [] } },
  { appImage: { licence: 'LICENSE' } },
  { nsis: { oneclick: true } },
  { electronFuses: { runAsNodes: false } },
  { win: { icons: 'assets/icon.png' } },
])('what electron-builder does not know is noticed: %j', async (changes) => {
  await expect(checked(changes as Configuration)).rejects.toThrow('Invalid configuration object');
});

test('the Debian package names its keeper and its home, as it must', async () => {
  const { linux } = await checked();
  const { homepage, description } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
  expect(linux?.maintainer).toMatch(/^.+ <.+@.+>$/);
  expect(URL.canParse(homepage)).toBe(true);
  expect(description).not.toBe('');
});

test('the program that is packed is the version that the types and the stand-in are of', async () => {
  const { devDependencies } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
  expect((await checked()).electronVersion).toBe(devDependencies.electron);
});

// SPDX-License-Identifier: EUPL-1.2
/** Before the tests of the whole: the product is built, and there are a Chromium and what reads a slip. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../src-main/browser.ts';
import { SHELL } from './chromium.ts';
import { missingPackages } from './main/printing/reading-programs.ts';

export default function setup(): void {
  const run = fileURLToPath(new URL('../src-main/run.mjs', import.meta.url));
  execFileSync(process.execPath, [run], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (!findBrowser(process.env)) {
    install(['chromium'], (cause) => {
      const sentence = 'The browser tests need Chromium: install it (apt install chromium) or name it in CHROME_PATH.';
      throw new Error(sentence, { cause });
    });
  }
  // without it the tests take half as long again
  if (!existsSync(SHELL)) install(['chromium-headless-shell'], () => undefined);
  if (!existsSync('/usr/bin/Xvfb')) {
    install(['xvfb'], (cause) => {
      throw new Error('The tests of the appliance need Xvfb: install it (apt install xvfb).', { cause });
    });
  }
  const readers = missingPackages();
  if (readers.length > 0) {
    install(readers, () =>
      console.warn(`The slips are not read by other programs: they need ${readers.join(', ')} (apt install ...).`),
    );
  }
}

function install(packages: string[], onFailure: (cause: unknown) => void): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    if (process.getuid?.() !== 0) throw new Error('only root may install packages');
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  } catch (cause) {
    onFailure(cause);
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** Before the tests of the whole: the product is built, and there is a Chromium. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../src-main/browser.ts';

export default function setup(): void {
  const run = fileURLToPath(new URL('../src-main/run.mjs', import.meta.url));
  execFileSync(process.execPath, [run], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (!findBrowser(process.env)) installChromium();
}

function installChromium(): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    if (process.getuid?.() !== 0) throw new Error('only root may install packages');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  } catch (cause) {
    throw new Error('The browser tests need Chromium: install it (apt install chromium) or name it in CHROME_PATH.', {
      cause,
    });
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** `npm start`: the kiosk in Electron, or else the same office on Node with the kiosk in an installed Chromium. */
import './small-heap.ts';
import { fileURLToPath } from 'node:url';
import { runInElectron } from './electron-program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = fileURLToPath(new URL('../pages', import.meta.url));
const args = process.argv.slice(2);

try {
  const why = await runInElectron(root, args);
  if (why) {
    console.log(`Without Electron, since ${why}: the office runs on Node.`);
    const { runOnNode } = await import('./node-kiosk.ts');
    await runOnNode(pages, args);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

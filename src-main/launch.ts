// SPDX-License-Identifier: EUPL-1.2
/** `npm start`: the kiosk in Electron, or else the same office on Node with the kiosk in an installed Chromium. */
import './small-heap.ts';
import { fileURLToPath } from 'node:url';
import { runInElectron } from './electron-program.ts';
import { runOnNode } from './node-kiosk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = fileURLToPath(new URL('../pages', import.meta.url));
const args = process.argv.slice(2);

try {
  const why = await runInElectron(root, args);
  if (why) {
    console.log(`Without Electron, since ${why}: the office runs on Node.`);
    await runOnNode(pages, args);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// SPDX-License-Identifier: EUPL-1.2
/** `npm start`: the kiosk in Electron, or else the same office on Node with the kiosk in an installed Chromium. */
import { runInElectron } from './electron-program.ts';
import { runOnNode } from './node-kiosk.ts';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const args = process.argv.slice(2);

const why = await runInElectron(root, args);
if (why) {
  console.log(`Without Electron, since ${why}: the office runs on Node.`);
  await runOnNode(fileURLToPath(new URL('../pages', import.meta.url)), args);
}

// SPDX-License-Identifier: EUPL-1.2
/**
 * The kiosk in Electron, and the only file that loads it. The office's options follow `--`, since Electron takes what
 * stands before for itself.
 */
import './small-heap.ts';
import { app, BrowserWindow, Menu, powerSaveBlocker, screen, session, utilityProcess } from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runKiosk } from './kiosk-app.ts';
import { openLog } from './log.ts';
import { readOptions } from './options.ts';
import { start } from './start.ts';
import { speakerInElectron } from './voice/electron-speaker.ts';

// Left to itself, Electron would show a box to the citizen, and stay.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    console.error(error);
    app.exit(1);
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());

const dashes = process.argv.indexOf('--');
const args = dashes < 0 ? [] : process.argv.slice(dashes + 1);
const env = app.isPackaged ? { SPORTELLO_DATA: join(app.getPath('userData'), 'office'), ...process.env } : process.env;
const pages = fileURLToPath(new URL('../pages', import.meta.url));
const speaker = fileURLToPath(new URL('./speaker.js', import.meta.url));

void runKiosk({ app, BrowserWindow, Menu, powerSaveBlocker, screen, session }, async (leave) => {
  const speaks = speakerInElectron(utilityProcess, speaker);
  const office = await start(readOptions(args, env), pages, openLog(env['SPORTELLO_LOG']), speaks, leave);
  for (const sentence of [office.moved, office.problem, office.first]) if (sentence) console.error(sentence);
  return office;
});

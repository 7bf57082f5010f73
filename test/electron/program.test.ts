// SPDX-License-Identifier: EUPL-1.2
/** The journey in Electron's own program, for machines that have it. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { hasScreen } from '../../src-main/browser.ts';
import { installedElectron } from '../../src-main/electron-program.ts';
import { temporaryFolder } from '../main/temporary-folder.ts';
import { openXScreen } from './x-screen.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = installedElectron(join(root, 'node_modules/electron'), process.env);

test('in Electron’s own program a number is taken, nothing else can be opened, and the office ends with the kiosk', async ({
  skip,
}) => {
  skip(!program, 'Electron’s program is not installed here: what its windows do was tried on the stand-in alone.');
  const display = hasScreen(process.env) ? process.env['DISPLAY'] : await screenOfItsOwn();
  const options = ['--demo', '--port', '0', '--data', await temporaryFolder(), '--clock', '2026-11-23T09:00'];
  const app = await _electron.launch({
    executablePath: program!,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, '--', ...options],
    env: { ...(process.env as Record<string, string>), ...(display && { DISPLAY: display }) },
  });
  onTestFinished(() => app.close());

  const kiosk = await app.firstWindow();
  await kiosk.waitForURL('**/kiosk');
  await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
  await expect.poll(() => kiosk.getByTestId('number').textContent()).toBe('1');
  const url = kiosk.url();

  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isKiosk()))).toEqual([
    true,
  ]);
  expect(await app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull();
  await kiosk.evaluate(() => void window.open('/display'));
  await kiosk.evaluate(() => void (location.href = '/console'));
  await kiosk.waitForTimeout(500);
  expect(app.windows().map((window) => window.url())).toEqual([url]);

  const isOver = app.waitForEvent('close');
  await app.evaluate(({ app: electron }) => electron.quit());
  await isOver;
  await expect(fetch(url)).rejects.toThrow();
});

async function screenOfItsOwn(): Promise<string> {
  const screen = await openXScreen(1080, 1920);
  onTestFinished(() => screen.close());
  return screen.display;
}

// SPDX-License-Identifier: EUPL-1.2
/** The appliance on a stand-in for Electron: its windows are real Chromiums on a screen that nobody sees. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { LEFT } from '../../src-main/kiosk-app.ts';
import { appliance, RETURN_MS, text, TOUCH, usableAgain } from './appliance.ts';
import { startDesk } from './desk.ts';
import { openXScreen, type XScreen } from './x-screen.ts';

const WALL = { x: 720, y: 0, width: 1280, height: 720 };

/** Five seconds are a bound for a kiosk, which has nothing else to do; a machine that tests may have. */
const AGAIN = { retry: 2 };

let screen: XScreen;
beforeAll(async () => {
  screen = await openXScreen(2000, 1280);
});
afterAll(() => screen.close());

test('the kiosk fills the touch screen, its pointer hidden, and the machine stays awake', async () => {
  const { showing, acts } = await appliance(screen.display);
  const window = await showing('kiosk');
  expect(window.options).toMatchObject({ kiosk: true, fullscreen: true, alwaysOnTop: true, frame: false });
  expect(await window.getRealBounds()).toEqual(TOUCH);
  expect(acts).toContain('keep awake: prevent-display-sleep');
  expect(acts).toContain('switch disable-pinch');
  const style = (name: string) => `getComputedStyle(document.querySelector('main button')).${name}`;
  await expect.poll(() => window.webContents.executeJavaScript(style('cursor'))).toBe('none');
  expect(await window.webContents.executeJavaScript(style('userSelect'))).toBe('none');
  expect(await window.webContents.executeJavaScript('String(window.print)')).not.toContain('native code');
});

test('a key meant for the browser reaches nobody, a key of the keypad reaches the page', async () => {
  const { showing } = await appliance(screen.display);
  const { webContents } = await showing('kiosk');
  const shortcuts = [{ key: 'p', control: true }, { key: 'F5' }, { key: '+', control: true }, { key: 'F4', alt: true }];
  for (const shortcut of shortcuts) expect(await webContents.press(shortcut), shortcut.key).toBe(false);
  for (const key of ['ArrowDown', 'Enter', '1', '@']) expect(await webContents.press({ key }), key).toBe(true);
  // a sign that some keyboards write with two keys held
  expect(await webContents.press({ key: '@', control: true, alt: true })).toBe(true);
});

test('the page becomes no other and opens nothing beside itself', async () => {
  const { showing, url } = await appliance(screen.display);
  const window = await showing('kiosk');
  const { context } = await window.ready;
  const shown = () => context.pages().map((page) => page.url());
  await window.webContents.executeJavaScript(`window.open('/display'); undefined`);
  await pause(500);
  await expect.poll(shown).toEqual([`${url}/kiosk`]);
  // the page may be gone before it can answer
  await window.webContents.executeJavaScript(`location.href = '/console'; undefined`).catch(() => undefined);
  await pause(500);
  await expect.poll(shown).toEqual([`${url}/kiosk`]);
});

test('the wall display comes and goes with its screen, and moves with it', async () => {
  const { showing, plug, windows } = await appliance(screen.display);
  await showing('kiosk');
  plug(TOUCH, WALL);
  const wall = await showing('display');
  expect(await wall.getRealBounds()).toEqual(WALL);
  expect([...windows].filter(({ isFocused }) => isFocused)).toEqual([await showing('kiosk')]);

  const turned = { x: 720, y: 100, width: 600, height: 900 };
  plug(TOUCH, turned);
  await expect.poll(() => wall.getRealBounds()).toEqual(turned);

  plug(TOUCH);
  expect(wall.isDestroyed).toBe(true);
  expect(windows.size).toBe(1);

  plug(TOUCH, WALL);
  expect(await showing('display')).not.toBe(wall);
});

test('the kiosk goes to the screen that is touched, also when that is not the first', async () => {
  const { showing } = await appliance(screen.display, [WALL, { ...TOUCH, touched: true }]);
  expect(await (await showing('kiosk')).getRealBounds()).toEqual(TOUCH);
  expect(await (await showing('display')).getRealBounds()).toEqual(WALL);
});

test('a page that crashes comes back, each time', AGAIN, async () => {
  const { showing } = await appliance(screen.display);
  const window = await showing('kiosk');
  for (let i = 0; i < 3; i += 1) {
    expect(await usableAgain(window, () => window.webContents.forcefullyCrashRenderer())).toBeLessThan(RETURN_MS);
  }
});

test('a page that hangs comes back', AGAIN, async () => {
  const { showing } = await appliance(screen.display);
  const window = await showing('kiosk');
  const hang = () => void window.webContents.executeJavaScript('for (;;);').catch(() => undefined);
  expect(await usableAgain(window, hang)).toBeLessThan(RETURN_MS);
});

test('while a page does not load, a few kind words are shown, and then the page', AGAIN, async () => {
  const office = await startDesk();
  await office.close();
  const { windows } = await appliance(screen.display, [TOUCH], { url: office.url });
  const [window] = windows;
  const kind = /Un momento.*One moment/s;
  await vi.waitFor(async () => expect(await text(window!)).toMatch(kind), { timeout: 20_000 });

  const back = await startDesk(office.port);
  onTestFinished(() => back.close());
  const began = performance.now();
  await vi.waitFor(async () => expect(await text(window!)).toContain('Prenda il'), { timeout: 20_000, interval: 50 });
  expect(performance.now() - began).toBeLessThan(RETURN_MS);
});

test('nobody closes the window but the end of the program, which ends the office first', async () => {
  const { showing, shell, windows, exit, url } = await appliance(screen.display);
  const window = await showing('kiosk');
  window.close();
  expect(window.isDestroyed).toBe(false);
  shell.app.quit();
  expect(await exit).toBe(0);
  expect(windows.size).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

test(
  'a coordinator holds a corner, gives name and secret, and the program ends and says that it was left',
  { timeout: 90_000 },
  async () => {
    const { showing, exit } = await appliance(screen.display);
    const { context, session } = await (await showing('kiosk')).ready;
    const page = context.pages()[0]!;
    const touch = (type: 'touchStart' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    const out = page.getByRole('dialog', { name: 'Uscita dal chiosco' });
    // again, as one would, where a busy machine was slow to show the page and showed it anew meanwhile
    for (let tries = 0; tries < 3 && !(await out.isVisible()); tries += 1) {
      await touch('touchStart', { x: 20, y: 20 });
      await page.waitForTimeout(3000);
      expect(await out.isVisible()).toBe(false);
      await out.waitFor({ timeout: 6000 }).catch(() => undefined);
      await touch('touchEnd');
    }
    await out.waitFor();
    const type = async (word: string) => {
      for (const sign of word) await out.getByRole('button', { name: sign, exact: true }).click();
    };
    await type('anna');
    await out.getByRole('button', { name: 'Alla parola segreta' }).click();
    await type('nemo');
    await out.getByRole('button', { name: 'Esci dal chiosco' }).click();
    await out.getByText('Nome o parola segreta non corretti.').waitFor();
    await type('demo');
    await out.getByRole('button', { name: 'Esci dal chiosco' }).click();
    expect(await exit).toBe(LEFT);
  },
);

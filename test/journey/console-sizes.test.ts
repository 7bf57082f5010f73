// SPDX-License-Identifier: EUPL-1.2
/** Nothing on the console is cut, covered or too small to touch, whatever the screen, the letters and the labels. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../main/temporary-folder.ts';
import { openPage, walkIn } from '../page.ts';
import { press } from './console-page.ts';
import { open, serve, signIn } from './pages.ts';

const SCREENS = [
  [1366, 768],
  [1920, 1080],
  [1024, 768],
  [768, 1024],
  // 1366x768 enlarged to 200 %
  [683, 384],
] as const;
const LABEL = 'Accompagnamento e invio a servizi specialistici del territorio per bisogni complessi';

/** What of the page cannot be read or touched as it is. */
function flaws(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const flaw = (what: string, element: Element) => found.push(`${what}: ${element.textContent.trim().slice(0, 40)}`);
    const scope = document.querySelector('dialog[open]') ?? document.body;
    for (const element of scope.querySelectorAll<HTMLElement>('button, label, p, h1, h2, li, dt, dd, span, time')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.closest('.hidden, kbd')) continue;
      if (box.right > innerWidth + 1 || box.left < -1) flaw('beyond the edge', element);
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) flaw('cut', element);
      if (!element.matches('button')) continue;
      if (box.height < 44 || box.width < 44) flaw('too small', element);
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!there || !element.contains(there)) flaw('covered', element);
    }
    return found;
  });
}

async function flawsOnScreens(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    found.push(...(await flaws(page)).map((flaw) => `${width}x${height} ${flaw}`));
  }
  return found;
}

test('long labels wrap, and every button can be seen and touched, on each screen and with letters twice as large', async () => {
  const data = await temporaryFolder();
  const categories = ['a', 'b', 'c', 'd', 'referral'].map((id) => ({ id, label: `${LABEL} (${id})` }));
  await writeFile(join(data, 'settings.json'), JSON.stringify({ categories }));
  const { url } = await serve('--data', data, '--printer', 'virtual:');
  const kiosk = await openPage(url, 'kiosk');
  const wall = await openPage(url, 'display');
  onTestFinished(() => [kiosk, wall].forEach((page) => page.leave()));
  for (let i = 0; i < 8; i++) await kiosk.send({ ...walkIn, priority: i === 4 });

  const anna = await open(url, 'console');
  const letters = await anna.context().newCDPSession(anna);
  await signIn(anna, 'anna', 'Sportello 2');
  await anna.getByTestId('next').waitFor();
  expect(await flawsOnScreens(anna)).toEqual([]);
  await press(anna, 'Enter', 'Chiamato il numero 5 allo Sportello 2.');
  await anna.getByTestId('current-number').waitFor();
  expect(await flawsOnScreens(anna)).toEqual([]);

  await letters.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  expect(await flawsOnScreens(anna)).toEqual([]);
  await anna.keyboard.press('m');
  await anna.getByRole('heading', { name: 'Altro' }).waitFor();
  expect(await flawsOnScreens(anna)).toEqual([]);
});

// SPDX-License-Identifier: EUPL-1.2
/** What citizens do at the kiosk, and what passers-by may do to it, in a real browser. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { languages } from '../../src-renderer/kiosk/languages.ts';
import { temporaryFolder } from '../main/temporary-folder.ts';
import { openConsole } from '../page.ts';
import { open, reads, serve } from './pages.ts';

const take = (kiosk: Page) => kiosk.getByRole('button', { name: 'Prenda il numero' });
const first = (kiosk: Page) => kiosk.getByRole('button', { name: 'Ho bisogno di passare prima' });
const untouched = (kiosk: Page) => kiosk.locator('html[lang=it]:not([data-contrast], [data-larger], [data-low])');

/**
 * A kiosk at which nobody is missed for long, and whose countdowns can be put forward. The rest of its time is left
 * alone: with all of it put forward it would miss the office, too.
 */
async function openHurried(url: string): Promise<Page> {
  const kiosk = await open(url, 'kiosk');
  await kiosk.addInitScript(() => {
    const wait = setTimeout.bind(window);
    const now = performance.now.bind(performance);
    let ahead = 0;
    window.setTimeout = ((then: () => void, ms: number) => wait(then, ms === 90_000 ? 1500 : ms)) as typeof setTimeout;
    performance.now = () => now() + ahead;
    addEventListener('put-forward', () => (ahead += 31_000));
  });
  await kiosk.reload();
  return kiosk;
}

const putForward = (kiosk: Page) => kiosk.evaluate(() => dispatchEvent(new window.Event('put-forward')));

test('two fingers and a long press take no number and leave the page whole, and a slow touch takes one', async () => {
  const office = await serve('--printer', 'virtual:');
  const kiosk = await open(office.url, 'kiosk');
  const { x, y, width, height } = (await take(kiosk).boundingBox())!;
  const finger = { x: x + width / 2, y: y + height / 2 };
  const screen = await kiosk.context().newCDPSession(kiosk);
  await screen.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
  const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number; id?: number }[]) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints });
  await kiosk.waitForTimeout(500);

  await touch('touchStart', [
    { ...finger, id: 1 },
    { x: finger.x - 200, y: finger.y, id: 2 },
  ]);
  await touch('touchEnd', []);
  await touch('touchStart', [finger]);
  await kiosk.waitForTimeout(1700);
  await touch('touchEnd', []);
  await kiosk.waitForTimeout(300);
  expect(await kiosk.getByTestId('number').count()).toBe(0);

  await touch('touchStart', [finger]);
  await kiosk.waitForTimeout(700);
  await touch('touchEnd', []);
  await reads(kiosk.getByTestId('number'), '1');
});

test('whoever needs to go first touches twice, says no reason, and is called first', async () => {
  const office = await serve('--printer', 'virtual:');
  const kiosk = await open(office.url, 'kiosk');
  const anna = await openConsole(office.url, 'anna', '1');
  await take(kiosk).click();
  await kiosk.getByRole('button', { name: 'Ho finito' }).click();
  await first(kiosk).dblclick();
  await kiosk.getByText('Non deve spiegare il motivo').waitFor();
  await kiosk.getByRole('button', { name: 'Indietro' }).click();
  await first(kiosk).click();
  await kiosk.getByRole('button', { name: 'Sì, vorrei passare prima' }).dblclick();
  await reads(kiosk.getByTestId('number'), '2');
  await reads(kiosk.getByTestId('ahead'), 'nessuna');
  const called = await anna.send({ type: 'CallNext', counter: '1' });
  expect(called).toMatchObject({ ok: true, ticket: { number: '2' } });
  anna.leave();
});

test('an abandoned page goes home, says so before, and stays for whoever asks for time', async () => {
  const office = await serve('--printer', 'virtual:');
  const kiosk = await openHurried(office.url);
  for (const name of ['Contrasto', 'Testo', 'In basso']) await kiosk.getByRole('button', { name }).click();
  await first(kiosk).click();
  const closing = kiosk.getByText(/Questa pagina si chiude tra \d+ secondi/);
  await closing.waitFor();
  await kiosk.getByRole('button', { name: 'Ho bisogno di più tempo' }).click();
  await closing.waitFor({ state: 'detached' });
  await kiosk.getByRole('button', { name: 'Sì, vorrei passare prima' }).waitFor();
  expect(await untouched(kiosk).count()).toBe(0);
  await closing.waitFor();
  await putForward(kiosk);
  await take(kiosk).waitFor();
  expect(await untouched(kiosk).count()).toBe(1);
});

test('what one citizen changed is as it was for the next', async () => {
  const office = await serve('--printer', 'virtual:');
  const kiosk = await open(office.url, 'kiosk');
  for (const name of ['English', 'Contrast', 'Text', 'Lower']) await kiosk.getByRole('button', { name }).click();
  await kiosk.locator('html[lang=en][data-contrast][data-larger][data-low]').waitFor();
  await kiosk.getByRole('button', { name: 'Take a number' }).click();
  await kiosk.getByRole('button', { name: 'I have finished' }).click();
  await take(kiosk).waitFor();
  expect(await untouched(kiosk).count()).toBe(1);
});

test('a refusal that nobody reads goes home', async () => {
  const office = await serve('--printer', 'virtual:');
  const kiosk = await openHurried(office.url);
  await kiosk.getByRole('button', { name: 'English' }).click();
  // the office refuses what a page has not been told yet
  const refused = kiosk.getByText('Please call a member of staff');
  await kiosk.evaluate(() => {
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
      send.call(this, typeof data === 'string' ? data.replace('"walk-in"', '"gone"') : data);
    };
  });
  await kiosk.getByRole('button', { name: 'Take a number' }).click();
  await refused.waitFor();
  await putForward(kiosk);
  await take(kiosk).waitFor();
  expect(await untouched(kiosk).count()).toBe(1);
});

const SCREENS = [
  { name: '24-inch portrait', inches: 24, lowerEdgeMm: 750, width: 1080, height: 1920 },
  { name: '15-inch landscape', inches: 15, lowerEdgeMm: 1000, width: 1280, height: 800 },
  { name: '32-inch portrait', inches: 32, lowerEdgeMm: 800, width: 1080, height: 1920 },
] as const;

/** What is wrong with the page: letters or targets too small, words that are cut or leave their place. */
function flaws({ mm, inReach }: { mm: number; inReach?: [from: number, to: number] }): string[] {
  const leastFont = ((0.0122 * 600) / 0.69) * mm;
  const found: string[] = [];
  const whole = (box: DOMRect) =>
    box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const words = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
    const text = element.textContent.trim().slice(0, 30);
    if (element.closest('svg, [inert], .speech') || !element.checkVisibility({ visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (element.tagName === 'BUTTON') {
      if (Math.min(box.width, box.height) < 20 * mm - 0.5) found.push(`small to touch: ${text}`);
      if (inReach && (box.bottom > inReach[0] + 1 || box.top < inReach[1] - 1)) found.push(`out of reach: ${text}`);
    }
    if (words.length === 0) continue;
    // capitals of the other letters are a little taller
    if (parseFloat(getComputedStyle(element).fontSize) < 0.966 * leastFont - 0.1) found.push(`small letters: ${text}`);
    const range = document.createRange();
    range.selectNodeContents(element);
    const place = (element.closest('button') ?? element).getBoundingClientRect();
    const lines = range.getBoundingClientRect();
    if (!whole(lines) && element.dataset['testid'] !== 'number') found.push(`cut: ${text}`);
    const wide = lines.left < place.left - 1 || lines.right > place.right + 1;
    if (getComputedStyle(element).display !== 'inline' && wide) found.push(`too wide: ${text}`);
  }
  const { scrollHeight, clientHeight } = document.querySelector('main')!;
  if (scrollHeight > clientHeight + 1) found.push(`the page is too long: ${scrollHeight} of ${clientHeight}`);
  return found;
}

test.each(SCREENS)(
  'on a $name screen letters and targets are large enough, and nothing is cut in any language',
  async ({ inches, lowerEdgeMm, width, height }) => {
    const data = await temporaryFolder();
    const kioskScreen = { inches, distanceMm: 600, lowerEdgeMm };
    const closures = [{ from: '2026-12-07', to: '2026-12-07', reason: 'Sant’Ambrogio' }];
    await writeFile(join(data, 'settings.json'), JSON.stringify({ kiosk: kioskScreen, closures }));
    const mm = Math.hypot(width, height) / (inches * 25.4);
    const reach: [number, number] = [height - (380 - lowerEdgeMm) * mm, height - (1220 - lowerEdgeMm) * mm];
    const found: string[] = [];

    for (const clock of ['2026-11-23T08:50', '2026-12-07T10:00']) {
      const office = await serve('--clock', clock, '--data', data, '--printer', 'virtual:');
      const kiosk = await open(office.url, 'kiosk');
      await kiosk.setViewportSize({ width, height });
      await kiosk.evaluate(() => document.fonts.ready);
      const sights = kiosk.locator('[role=group] button');
      const look = async (what: string, inReach?: [number, number]) => {
        const these = await kiosk.evaluate(flaws, { mm, ...(inReach && { inReach }) });
        found.push(...these.map((flaw) => `${what}: ${flaw}`));
      };
      for (const { name, id } of languages) {
        await kiosk.getByRole('button', { name }).click();
        await look(`${clock} ${id}`);
        await sights.nth(2).click();
        await look(`${clock} ${id} low`, reach);
        await sights.nth(1).click();
        await look(`${clock} ${id} low and large`, reach);
        await sights.nth(2).click();
        await look(`${clock} ${id} large`);
        await sights.nth(1).click();
        if (!clock.startsWith('2026-11')) continue;
        await kiosk.locator('.quiet').click();
        await look(`first ${id}`);
        await kiosk.waitForTimeout(450);
        await kiosk.locator('.answers button').nth(1).click();
        await kiosk.waitForTimeout(450);
      }
      await office.stop();
    }
    expect(found).toEqual([]);
  },
  60_000,
);

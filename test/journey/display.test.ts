// SPDX-License-Identifier: EUPL-1.2
/** What the waiting room sees: from how far it can be read, and what the wall says when there is nobody to call. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { call, hangWall, LANDSCAPE, lookAt, PORTRAIT } from './display-wall.ts';

/** EN 301 549, 5.1.4, and a capital H of Titillium Web in em. */
const HEIGHT_PER_DISTANCE = 0.0122;
const CAPITAL_EM = 0.685;
const MM_PER_INCH = 25.4;
const LABELS = ['Sportello 2', 'Sportello 12', 'Stanza del segretariato'];
const SILENT = { chime: 0, voice: 0 };
const NOTICE =
  'Oggi le domande per i buoni alimentari si fanno allo sportello 3, dalle 9 alle 10 e mezza: porti con sé un ' +
  'documento e il codice fiscale. Chi ha bisogno di aiuto lo chieda agli operatori. Grazie';

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

/** Texts that stick out of the screen, or out of the box that holds them. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const out: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (!node.textContent?.trim()) continue;
      const text = range.getBoundingClientRect();
      const box = node.parentElement!.closest('section, footer, .notice')!.getBoundingClientRect();
      // A line is higher than its letters: less above capitals and below descenders.
      const em = parseFloat(getComputedStyle(node.parentElement!).fontSize);
      const [top, bottom] = [text.top + 0.4 * em, text.bottom - 0.2 * em];
      const isInside =
        text.left >= box.left - 1 && text.right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
      if (!isInside || text.right > innerWidth + 1 || bottom > innerHeight + 1) out.push(node.textContent);
    }
    return out;
  });
}

/** Lets the letters come and the page settle. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 100))));
}

test.each([
  [43, 5000, 'landscape'],
  [43, 5000, 'portrait'],
  [32, 3000, 'landscape'],
  [32, 3000, 'portrait'],
  [65, 8000, 'landscape'],
  [65, 8000, 'portrait'],
] as const)(
  'on %s inches, %s mm away, %s, number and counter can be read, and nothing is cut off',
  async (...setting) => {
    const [inches, distanceMm, way] = setting;
    const viewport = way === 'landscape' ? LANDSCAPE : PORTRAIT;
    const counters = LABELS.map((label, i) => ({ id: `${i}`, label }));
    const wall = await hangWall({ screen: { inches, distanceMm }, sound: SILENT, counters });
    const { page } = await lookAt(browser, wall.url, viewport);
    const mmPerPixel = (inches * MM_PER_INCH) / Math.hypot(viewport.width, viewport.height);
    const before = [call(4, 'P99', '2'), call(3, '100', '1'), call(2, '9', '0'), call(1, 'P3', '2')];
    const seen: string[] = [];
    for (const notice of ['', NOTICE]) {
      for (const [i, label] of LABELS.entries()) {
        for (const number of ['1', 'P100']) {
          wall.show({ calls: [call(10 + seen.length, number, `${i}`), ...before], ...(notice && { notice }) });
          await expect.poll(() => page.getByTestId('call-number').innerText()).toBe(number);
          await expect
            .poll(async () => (await page.getByTestId('call-counter').innerText()).replace('\n', ' '))
            .toBe(label);
          await settled(page);
          const heights = await Promise.all(
            ['call-number', 'call-counter'].map((id) =>
              page.getByTestId(id).evaluate((element) => parseFloat(getComputedStyle(element).fontSize)),
            ),
          );
          const mm = Math.min(...heights) * CAPITAL_EM * mmPerPixel;
          if (mm < HEIGHT_PER_DISTANCE * distanceMm - 0.01)
            seen.push(`${number} ${label} ${notice && 'notice'}: ${mm} mm`);
          else seen.push('');
          seen.push(...(await cutOff(page)).map((text) => `${number} ${label} ${notice && 'notice'}: cut off ${text}`));
        }
      }
    }
    expect(seen.filter(Boolean)).toEqual([]);
  },
);

test('a new call says that it is new, in a word and a sign, and a recall that it is one', async () => {
  const wall = await hangWall({ calls: [call(1, '11')], sound: SILENT });
  const { page } = await lookAt(browser, wall.url);
  const heading = page.getByRole('heading', { level: 1 });
  expect(await heading.innerText()).toBe('È il turno del numero');
  wall.show({ calls: [call(2, '12', '2'), call(1, '11')] });
  await page.getByText('Nuova chiamata').waitFor();
  expect(await heading.locator('svg').count()).toBe(1);
  wall.show({ calls: [call(3, '11'), call(2, '12', '2')] });
  await page.getByText('Chiamato di nuovo').waitFor();
  expect(await page.getByTestId('call-number').innerText()).toBe('11');
});

test('a new call moves for less than five seconds, and not at all for whoever wants no motion', async () => {
  const wall = await hangWall({ sound: SILENT });
  const { page } = await lookAt(browser, wall.url);
  const motions = () =>
    page.evaluate(() => document.getAnimations().map((a) => Number(a.effect!.getComputedTiming().endTime)));
  wall.show({ calls: [call(1, '1')] });
  await page.getByTestId('call-number').waitFor();
  const moved = await motions();
  expect(moved.length).toBeGreaterThan(0);
  expect(Math.max(...moved)).toBeLessThan(5000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  wall.show({ calls: [call(2, '2'), call(1, '1')] });
  await expect.poll(() => page.getByTestId('call-number').innerText()).toBe('2');
  expect(await motions()).toEqual([]);
});

test('words that were fitted before their letters came are fitted again', async () => {
  const wall = await hangWall({ sound: SILENT });
  const page = await browser.newPage({ viewport: LANDSCAPE });
  let come = () => {};
  const letters = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/*.woff2', async (route) => {
    await letters;
    await route.continue();
  });
  await page.goto(wall.url, { waitUntil: 'commit' });
  const slide = page.locator('.slide');
  await slide.waitFor();
  // as if what stands in for them were much wider
  await slide.evaluate((box) => box.style.setProperty('--fit', '0.4'));
  come();
  await expect.poll(() => slide.evaluate((box) => box.style.getPropertyValue('--fit'))).not.toBe('0.4');
  await page.close();
});

test('while nobody is called five calm slides say what the desk does, how to come and how to book', async () => {
  const wall = await hangWall({ notice: 'Oggi lo sportello 3 è chiuso.', sound: SILENT });
  const page = await browser.newPage({ viewport: LANDSCAPE });
  await page.clock.install();
  await page.goto(wall.url);
  const slide = page.getByTestId('slide');
  await slide.waitFor();
  const shown: string[] = [];
  for (let i = 0; i < 6; i += 1) {
    shown.push((await slide.innerText()).replaceAll('\n', ' '));
    expect(await page.getByText('Oggi lo sportello 3 è chiuso.').isVisible()).toBe(true);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(await cutOff(page)).toEqual([]);
    await page.clock.runFor(12_000);
  }
  expect(shown[0]).toMatch(/Ascolto/);
  expect(shown[3]).toMatch(/Lunedì dalle 9:00 alle 11:00.*Dante Alighieri 11/i);
  expect(shown[4]).toMatch(/331 2331322.*martedì e giovedì dalle 16:00 alle 17:30/i);
  expect(new Set(shown.slice(0, 5)).size).toBe(5);
  expect(shown[5]).toBe(shown[0]);
  await page.close();
});

test.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('words that are longer than expected still fit, %s', async (_, viewport) => {
  const text = NOTICE.slice(0, 200);
  const wall = await hangWall({ sound: SILENT, notice: NOTICE, slides: [{ title: text.slice(0, 90), text }] });
  const { page } = await lookAt(browser, `${wall.url}?counters=1,9`, viewport);
  await settled(page);
  expect(await cutOff(page)).toEqual([]);
  wall.show({
    opening: { state: 'closed', reason: 'closure', reasonName: text, opensAt: '2026-11-30T09:00:00+01:00' },
  });
  await page.getByText('Oggi siamo chiusi').waitFor();
  await settled(page);
  expect(await cutOff(page)).toEqual([]);
});

test('the last call makes room for the slides when nobody has waited for a quarter of an hour', async () => {
  const wall = await hangWall({ calls: [call(1, '7')], waiting: 0, sound: SILENT });
  const { page } = await lookAt(browser, wall.url);
  await page.getByTestId('call-number').waitFor();
  wall.show({ now: '2026-11-23T09:58:00+01:00' });
  await page.getByText('Prenda il numero al chiosco').waitFor();
  wall.show({ waiting: 1 });
  await page.getByTestId('call-number').waitFor();
});

test('a screen for counters that the office does not have says so', async () => {
  const wall = await hangWall({ calls: [call(2, '12', '2'), call(1, '11')], sound: SILENT });
  const { page } = await lookAt(browser, `${wall.url}?counters=1,9,x`);
  await page.getByText('Nessuno sportello ha il nome «9» o «x»').waitFor();
  expect(await page.getByTestId('call-number').innerText()).toBe('11');
});

test('nothing on the wall can be clicked', async () => {
  const wall = await hangWall({ calls: [call(1, '11')], sound: SILENT });
  const { page } = await lookAt(browser, wall.url);
  expect(await page.locator('a, button, input, select, textarea, [tabindex], [onclick], [role=button]').count()).toBe(
    0,
  );
});

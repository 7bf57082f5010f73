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

test('a second touch that was meant for the page before falls on nothing, the first time as well', async () => {
  const office = await serve('--printer', 'virtual:');
  const kiosk = await open(office.url, 'kiosk');
  await first(kiosk).click();
  const yes = kiosk.getByRole('button', { name: 'Sì, vorrei passare prima' });
  const { x, y, width, height } = (await yes.boundingBox())!;
  await kiosk.reload();
  await first(kiosk).waitFor();
  const touchedAtOnce = await first(kiosk).evaluate(
    async (button: HTMLElement, at) => {
      button.click();
      while (!document.querySelector('.for-whom')) await new Promise(requestAnimationFrame);
      return document.elementFromPoint(at.x, at.y)?.tagName;
    },
    { x: x + width / 2, y: y + height / 2 },
  );
  expect(touchedAtOnce).not.toBe('BUTTON');
  await yes.click();
  await reads(kiosk.getByTestId('number'), '1');
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

interface Look {
  mm: number;
  /** From the lowest to the highest point that a hand reaches. */
  reach: [number, number];
  languages: string[];
}

/** Goes through languages and sights on the page itself, and says where words are cut or anything is too small. */
async function flaws({ mm, reach, languages }: Look): Promise<string[]> {
  const leastFont = ((0.0122 * 600) / 0.69) * mm;
  const found = new Set<string>();
  const on = (box: DOMRect) =>
    box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
  const press = async (button: Element | null | undefined) => {
    if (!(button instanceof HTMLElement)) throw new Error('a button is missing');
    button.click();
    await new Promise((then) => setTimeout(then));
  };
  const look = (where: string, low: boolean) => {
    const complain = (what: string, element: Element) =>
      found.add(`${where}: ${what}: ${element.textContent.trim().slice(0, 30)}`);
    // the button of the guided speech is written from top to bottom
    for (const element of document.querySelectorAll<HTMLElement>('body *:not(.speech *, svg *, [inert] *)')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      if (element.tagName === 'BUTTON') {
        if (Math.min(box.width, box.height) < 20 * mm - 0.5) complain('small to touch', element);
        if (low && (box.bottom > reach[0] + 1 || box.top < reach[1] - 1)) complain('out of reach', element);
      }
      if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')) continue;
      const style = getComputedStyle(element);
      // capitals of the other letters are a little taller
      if (parseFloat(style.fontSize) < 0.966 * leastFont - 0.1) complain('small letters', element);
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = range.getBoundingClientRect();
      const place = (element.closest('button') ?? element).getBoundingClientRect();
      const within = lines.left >= place.left - 1 && lines.right <= place.right + 1;
      if (style.display !== 'inline' && !within) complain('too wide', element);
      // the lines of the number are taller than its figures
      if (!on(element.dataset['testid'] === 'number' ? box : lines)) complain('cut', element);
    }
    const { scrollHeight, clientHeight } = document.querySelector('main')!;
    if (scrollHeight > clientHeight + 1) found.add(`${where}: ${scrollHeight} of ${clientHeight} pixels high`);
  };
  const sights = async (where: string) => {
    const sight = (i: number) => document.querySelectorAll('[role=group] button')[i];
    look(where, false);
    await press(sight(1));
    look(`${where} large`, false);
    await press(sight(2));
    look(`${where} large and low`, true);
    await press(sight(1));
    look(`${where} low`, true);
    await press(sight(2));
  };
  for (const language of languages) {
    await press(document.querySelector(`nav [lang=${language}]`));
    await sights(language);
    const quiet = document.querySelector('.quiet');
    if (!quiet) continue;
    await press(quiet);
    await sights(`${language} going first`);
    await press(document.querySelectorAll('.answers button')[1]);
  }
  // the longest words last, so that they are on the page of the number
  await press(document.querySelector('nav [lang=uk]'));
  const first = document.querySelector('.first');
  if (!first) return [...found];
  await press(first);
  while (!document.querySelector('[data-testid=number]')) await new Promise((then) => setTimeout(then, 50));
  look('number', false);
  while (!document.querySelector('.bar')) await new Promise((then) => setTimeout(then, 50));
  look('number on paper', false);
  return [...found];
}

test('words that were fitted before their letters came are fitted again', async () => {
  const office = await serve();
  const kiosk = await open(office.url, 'kiosk');
  let come = () => {};
  const letters = new Promise<void>((resolve) => (come = resolve));
  await kiosk.route('**/*.woff2', async (route) => {
    await letters;
    await route.continue();
  });
  await kiosk.reload();
  await take(kiosk).waitFor();
  await kiosk.waitForTimeout(1000);
  // as if what stands in for them were much wider
  await kiosk.evaluate(() => document.documentElement.style.setProperty('--drawn', '0.7'));
  come();
  const drawn = () => kiosk.evaluate(() => document.documentElement.style.getPropertyValue('--drawn'));
  await expect.poll(drawn).toBe('1');
});

test.each(SCREENS)(
  'on a $name screen letters and targets are large enough, and nothing is cut in any language',
  async ({ inches, lowerEdgeMm, width, height }) => {
    const data = await temporaryFolder();
    const closures = [{ from: '2026-12-07', to: '2026-12-07', reason: 'Sant’Ambrogio' }];
    const settings = { kiosk: { inches, distanceMm: 600, lowerEdgeMm }, closures };
    await writeFile(join(data, 'settings.json'), JSON.stringify(settings));
    const mm = Math.hypot(width, height) / (inches * 25.4);
    const reach: [number, number] = [height - (380 - lowerEdgeMm) * mm, height - (1220 - lowerEdgeMm) * mm];
    const all = { mm, reach, languages: languages.map(({ id }) => id) };

    for (const clock of ['2026-11-23T08:50', '2026-12-07T10:00']) {
      const office = await serve('--clock', clock, '--data', data, '--printer', 'virtual:');
      const kiosk = await open(office.url, 'kiosk');
      await kiosk.setViewportSize({ width, height });
      await kiosk.getByRole('button', { name: 'Voce' }).waitFor();
      await kiosk.waitForFunction(() => document.fonts.status === 'loaded');
      expect(await kiosk.evaluate(flaws, all)).toEqual([]);
      await office.stop();
    }
  },
);

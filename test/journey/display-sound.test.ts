// SPDX-License-Identifier: EUPL-1.2
/** What the waiting room hears, from the events of the page's own audio elements. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { startOffice } from '../office-process.ts';
import { openConsole, openPage, walkIn } from '../page.ts';
import { call, hangWall, LANDSCAPE, lookAt, silence, type Heard, type Screen } from './display-wall.ts';

const BOUND_MS = 300;
const SHORT = { chime: silence(0.1) };
/** As its settings have it in Electron and in the browser that the office starts. */
const ALLOWED = '--autoplay-policy=no-user-gesture-required';

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium([ALLOWED])));
afterAll(() => browser.close());

const begun = (heard: readonly Heard[]) => heard.filter(({ type }) => type === 'playing').map(({ clip }) => clip);
const sentence = (language: string, number: string, counter: string) => [
  `${language}/number/${number}`,
  `${language}/counter/${counter}`,
];

/** Waits until so many clips were heard to their end. */
async function hearsOut(screen: Screen, clips: number): Promise<Heard[]> {
  await expect
    .poll(async () => (await screen.heard()).filter(({ type }) => type === 'ended').length, { timeout: 25_000 })
    .toBeGreaterThanOrEqual(clips);
  return screen.heard();
}

test('what an operator calls and calls again is heard to its end, in order and in the ticket’s own language', async () => {
  const office = await startOffice('--demo', '--clock', '2026-11-23T09:00');
  onTestFinished(() => office.stop());
  const kiosk = await openPage(office.url, 'kiosk');
  onTestFinished(() => kiosk.leave());
  const anna = await openConsole(office.url, 'anna', '2');
  onTestFinished(() => anna.leave());
  const [first, second] = ['2026-11-23-1', '2026-11-23-2'];
  for (const language of ['it', 'uk']) await kiosk.send({ ...walkIn, language });
  const screen = await lookAt(browser, `${office.url}/display`, LANDSCAPE, SHORT);

  const acts = [
    { type: 'CallTicket', ticket: first, counter: '2' },
    { type: 'FinishServing', ticket: first, category: 'information' },
    { type: 'CallTicket', ticket: second, counter: '2' },
  ];
  const replies = await Promise.all(acts.map((act) => anna.send(act)));
  expect(replies.filter(({ ok }) => !ok)).toEqual([]);
  const inUkrainian = [...sentence('it', '2', '2'), ...sentence('uk', '2', '2')];
  const called = ['chime', ...sentence('it', '1', '2'), 'chime', ...inUkrainian];
  expect(begun(await hearsOut(screen, called.length))).toEqual(called);

  await anna.send({ type: 'Recall', ticket: second });
  const recalled = [...called, 'chime', ...inUkrainian];
  expect(begun(await hearsOut(screen, recalled.length))).toEqual(recalled);
}, 60_000);

test('six calls that fall together and a recall are each heard to the end, one after another, in order', async () => {
  const wall = await hangWall();
  const screen = await lookAt(browser, wall.url, LANDSCAPE, SHORT);
  const calls = ['7', '8', 'P3', '9', '10', '11'].map((number, i) => call(i + 1, number)).reverse();
  wall.show({ calls });
  wall.show({ calls: [call(7, '11'), ...calls.slice(1)] });
  const order = ['7', '8', 'P3', '9', '10', '11', '11'];
  const heard = await hearsOut(screen, order.length * 3);
  expect(begun(heard)).toEqual(order.flatMap((number) => ['chime', ...sentence('it', number, '1')]));
  expect(heard.map(({ type }) => type)).toEqual(order.flatMap(() => Array(3).fill(['playing', 'ended']).flat()));
});

test('with many waiting the same call is not put behind itself once more, and none is lost', async () => {
  const wall = await hangWall({ sound: { chime: 50, voice: 0 } });
  const screen = await lookAt(browser, wall.url, LANDSCAPE, SHORT);
  const calls = Array.from({ length: 12 }, (_, i) => call(i + 1, `${i + 1}`)).reverse();
  wall.show({ calls });
  for (let again = 13; again < 20; again += 1) wall.show({ calls: [call(again, '12'), ...calls.slice(1)] });
  wall.show({ calls: [call(20, '12', '2'), ...calls.slice(1)] });
  const heard = await hearsOut(screen, 13);
  await expect.poll(() => screen.page.locator('.heard').count()).toBe(0);
  expect(begun(heard)).toHaveLength(13);
});

test('the voice follows the chime at once, Italian before the ticket’s own language', async () => {
  const wall = await hangWall();
  const screen = await lookAt(browser, wall.url);
  wall.show({ calls: [call(1, '21', '3', 'ar')] });
  const heard = await hearsOut(screen, 5);
  expect(begun(heard)).toEqual(['chime', ...sentence('it', '21', '3'), ...sentence('ar', '21', '3')]);
  expect(heard[2]!.at - heard[1]!.at).toBeLessThanOrEqual(BOUND_MS);
});

test('without a voice there still is the chime, and the next call is heard', async () => {
  const wall = await hangWall();
  const screen = await lookAt(browser, wall.url, LANDSCAPE, { ...SHORT, voice: null });
  wall.show({ calls: [call(2, '2', '1', 'fr'), call(1, '1')] });
  expect(begun(await hearsOut(screen, 2))).toEqual(['chime', 'chime']);
});

test.each([
  ['only the chime', { chime: 40, voice: 0 }, ['chime']],
  ['only the voice', { chime: 0, voice: 80 }, sentence('it', '5', '1')],
])('a setting leaves %s', async (_, sound, clips) => {
  const wall = await hangWall({ sound });
  const screen = await lookAt(browser, wall.url, LANDSCAPE, SHORT);
  wall.show({ calls: [call(1, '5')] });
  expect(begun(await hearsOut(screen, clips.length))).toEqual(clips);
});

test('a wall that starts or comes back does not sound old calls', async () => {
  const old = { ...call(4, '9'), calledAt: '2026-11-23T09:20:00+01:00' };
  const wall = await hangWall({ calls: [call(5, '10'), old] });
  const screen = await lookAt(browser, wall.url, LANDSCAPE, SHORT);
  wall.cut();
  await screen.page.getByText('non sono aggiornati').waitFor();
  await screen.page.getByText('non sono aggiornati').waitFor({ state: 'detached' });
  wall.show({ calls: [call(6, '11'), call(5, '10'), old] });
  expect(begun(await hearsOut(screen, 3))).toEqual(['chime', ...sentence('it', '11', '1')]);
});

test('a screen for some counters shows and sounds only their calls', async () => {
  const wall = await hangWall({ calls: [call(2, '2', '3'), call(1, '1', '1')] });
  const screen = await lookAt(browser, `${wall.url}?counters=1,2`, LANDSCAPE, SHORT);
  await expect.poll(() => screen.page.getByTestId('call-number').innerText()).toBe('1');
  wall.show({ calls: [call(4, '4', '2'), call(3, '3', '3'), call(2, '2', '3'), call(1, '1', '1')] });
  expect(begun(await hearsOut(screen, 3))).toEqual(['chime', ...sentence('it', '4', '2')]);
  expect(await screen.page.locator('main').innerText()).not.toMatch(/Sportello 3/);
});

describe('a browser that plays nothing before a touch', () => {
  let refusing: Browser;
  beforeAll(
    async () => void (refusing = await launchChromium(['--autoplay-policy=document-user-activation-required'])),
  );
  afterAll(() => refusing.close());

  test('the page says what to do and tells the office; after a touch it sounds what comes then', async () => {
    const wall = await hangWall();
    // Looking at a page through its driver counts as a touch, so what is told to the office is asked first.
    const context = await refusing.newContext({ viewport: LANDSCAPE });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(wall.url);
    await expect.poll(() => wall.told).toEqual([false]);
    const asked: string[] = [];
    page.on('request', (request) => /voice/.test(request.url()) && asked.push(request.url()));
    wall.show({ calls: [call(1, '1')] });
    const advice = page.getByText('Tocchi lo schermo per attivare l’audio');
    await advice.waitFor();
    await page.mouse.click(900, 500);
    await advice.waitFor({ state: 'detached' });
    await expect.poll(() => wall.told).toEqual([false, true]);
    wall.show({ calls: [call(2, '2'), call(1, '1')] });
    await expect.poll(() => asked.at(-1), { timeout: 15_000 }).toMatch(/number\/2$/);
  });
});

test('a wall whose sound is switched off is not called mute', async () => {
  const wall = await hangWall({ sound: { chime: 0, voice: 0 } });
  await lookAt(browser, wall.url);
  await expect.poll(() => wall.told).toEqual([true]);
});

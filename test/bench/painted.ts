// SPDX-License-Identifier: EUPL-1.2
/** From a person's hand to what a person sees: the number on the wall and at the kiosk, also on a machine of a quarter. */
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { startOffice } from '../office-process.ts';
import { openConsole, openPage, walkIn } from '../page.ts';
import { median, quantile, type Row } from './measure.ts';

const ROUNDS = 25;
const WARM_UP = 3;
const SLOWED = 4;

/** Where a page keeps, in milliseconds since 1970, when it was touched and when an element showed another text. */
interface Noting {
  handAt?: number;
  painted?: { text: string; at: number };
}

async function note(page: BrowserPage, selector: string): Promise<void> {
  await page.evaluate((watched) => {
    const noting = globalThis as unknown as Noting;
    const now = () => performance.timeOrigin + performance.now();
    for (const hand of ['keydown', 'pointerup']) addEventListener(hand, () => (noting.handAt = now()), true);
    let shown: string | undefined;
    new MutationObserver(() => {
      const text = document.querySelector(watched)?.textContent ?? undefined;
      if (text === undefined || text === shown) return void (shown = text);
      shown = text;
      // the frame that holds it, and the first thing after that frame is drawn
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (noting.painted = { text, at: now() });
        port2.postMessage(0);
      });
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, selector);
}

const noted = (page: BrowserPage) =>
  page.evaluate(() => {
    const { handAt, painted } = globalThis as unknown as Noting;
    return { handAt, painted };
  });

async function seen(page: BrowserPage, text: string): Promise<number> {
  for (;;) {
    const { painted } = await noted(page);
    if (painted?.text.trim() === text) return painted.at;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function slowed(browser: Browser, url: string, throttled: boolean): Promise<BrowserPage> {
  const page = await browser.newPage();
  await page.goto(url);
  if (throttled) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  }
  return page;
}

async function calls(throttled: boolean): Promise<number[]> {
  const office = await startOffice('--demo', '--clock', '2026-11-23T09:00');
  const [operators, room] = [await launchChromium(), await launchChromium()];
  const kiosk = await openPage(office.url, 'kiosk');
  const anna = await openConsole(office.url, 'anna', '1');
  const display = await slowed(room, `${office.url}/display`, throttled);
  await note(display, '[data-testid=call-number]');
  const desk = await slowed(operators, `${office.url}/console`, false);
  await desk.getByLabel('Nome').fill('anna');
  await desk.getByLabel('Parola segreta').fill('demo');
  await desk.keyboard.press('Enter');
  await note(desk, '[data-testid=current-number]');

  const times: number[] = [];
  for (let n = 1; n <= ROUNDS + WARM_UP; n += 1) {
    await kiosk.send(walkIn);
    await desk.getByTestId('next').and(desk.locator(':enabled')).waitFor();
    await desk.keyboard.press('Enter');
    const at = await seen(display, String(n));
    times.push(at - (await noted(desk)).handAt!);
    await anna.view((view) => view.queue.some(({ number, state }) => number === String(n) && state === 'called'));
    const ticket = `2026-11-23-${n}`;
    await anna.send({ type: 'FinishServing', ticket, category: 'information' });
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  for (const page of [kiosk, anna]) page.leave();
  for (const browser of [operators, room]) await browser.close();
  await office.stop();
  return times.slice(WARM_UP);
}

async function tickets(throttled: boolean): Promise<number[]> {
  const office = await startOffice('--demo', '--clock', '2026-11-23T09:00');
  const browser = await launchChromium();
  const kiosk = await slowed(browser, `${office.url}/kiosk`, throttled);
  await note(kiosk, '[data-testid=number]');
  const times: number[] = [];
  for (let n = 1; n <= ROUNDS + WARM_UP; n += 1) {
    await kiosk.getByRole('button', { name: 'Prenda il numero' }).click();
    const at = await seen(kiosk, String(n));
    times.push(at - (await noted(kiosk)).handAt!);
    await kiosk.getByRole('button', { name: 'Ho letto il numero' }).click();
  }
  await browser.close();
  await office.stop();
  return times.slice(WARM_UP);
}

export async function benchPainted(): Promise<Row[]> {
  const rows: Row[] = [];
  const measures = [
    { what: 'CallNext pressed to the number painted on the wall', take: calls, goals: [50, 150] },
    { what: 'Touch to the number painted at the kiosk', take: tickets, goals: [100, 250] },
  ] as const;
  for (const { what, take, goals } of measures) {
    for (const [i, throttled] of [false, true].entries()) {
      const times = await take(throttled);
      const slow = throttled ? `, ${SLOWED} times slower` : '';
      rows.push({ what: what + slow, measured: median(times), p99: quantile(times, 0.99), goalMs: goals[i]! });
    }
  }
  return rows;
}

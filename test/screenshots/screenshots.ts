// SPDX-License-Identifier: EUPL-1.2
/**
 * Takes pictures of the pages at their real sizes into the folder `screenshots`: of every state, or of those whose name
 * holds what follows the command, and then of a living office.
 */
import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { startOffice } from '../office-process.ts';
import { openConsole, openPage, walkIn } from '../page.ts';
import { takeStates } from './states.ts';

const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  display: { width: 1920, height: 1080 },
  console: { width: 1366, height: 768 },
};
const folder = new URL('../../screenshots/', import.meta.url).pathname;
await mkdir(folder, { recursive: true });
const browser = await launchChromium();
const only = process.argv[2] ?? '';
await takeStates(browser, `${folder}states/`, only);
if (only) process.exit(0);

async function open(url: string, name: keyof typeof SIZES): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZES[name] });
  await page.goto(`${url}/${name}`);
  await page.waitForLoadState('networkidle');
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${folder}${name}.png` });
}

/** Puts the kiosk's page into another language and takes it again. */
async function inArabic(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'العربية' }).click();
  await picture(page, `${name}-ar`);
}

// A Monday, a minute each second: eleven were called before, seven wait.
const office = await startOffice('--demo', '--clock', '2026-11-23T09:10@60', '--printer', 'virtual:');
const aMinute = () => new Promise((resolve) => setTimeout(resolve, 1000));
const kiosk = await openPage(office.url, 'kiosk');
const bruno = await openConsole(office.url, 'bruno', '1');
const languages = ['it', 'it', 'ar', 'es', 'it', 'ro', 'it', 'uk', 'it', 'zh', 'it'];
for (const [i, language] of languages.entries()) {
  await aMinute();
  await kiosk.send({ ...walkIn, language, service: i === 8 ? 'appointment' : 'walk-in' });
  const called = await bruno.send({ type: 'CallNext', counter: '1' });
  const ticket = called.ok ? called.ticket!.id : '';
  if (i === 6) await bruno.send({ type: 'Park', ticket });
  else if (i === 7) await bruno.send({ type: 'MarkNoShow', ticket });
  else if (i < 10) await bruno.send({ type: 'FinishServing', ticket, category: 'information' });
}
await kiosk.send({ ...walkIn, language: 'es' });
for (const priority of [false, false, true, false, false, false, false]) {
  await aMinute();
  await kiosk.send({ ...walkIn, priority });
}

const console_ = await open(office.url, 'console');
await picture(console_, 'console-sign-in');
await console_.getByLabel('Nome').fill('anna');
await console_.getByLabel('Parola segreta').fill('demo');
await console_.keyboard.press('Enter');
await console_.getByRole('button', { name: 'Sportello 2' }).waitFor();
await picture(console_, 'console-counters');
await console_.getByRole('button', { name: 'Sportello 2' }).click();
await picture(console_, 'console-next');
await console_.getByTestId('queue').getByText('senza appuntamento').first().waitFor();
const display = await open(office.url, 'display');
await console_.keyboard.press('Enter');
await console_.getByTestId('current-number').waitFor();
await picture(console_, 'console-called');
await picture(display, 'display');
await console_.keyboard.press('Space');
await picture(console_, 'console');

const start = await open(office.url, 'kiosk');
await picture(start, 'kiosk');
await inArabic(start, 'kiosk');
await start.getByRole('button').first().click();
await start.getByTestId('number').waitFor();
await picture(start, 'issued-ar');
const issued = await open(office.url, 'kiosk');
await issued.getByRole('button', { name: 'Prenda il numero' }).click();
await issued.getByTestId('number').waitFor();
await picture(issued, 'issued');
await office.stop();

const closed = await startOffice('--demo', '--clock', '2026-11-24T16:00@0');
const shut = await open(closed.url, 'kiosk');
await picture(shut, 'kiosk-closed');
await inArabic(shut, 'kiosk-closed');
await picture(await open(closed.url, 'display'), 'display-closed');
await closed.stop();
await browser.close();

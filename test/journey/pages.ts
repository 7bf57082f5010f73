// SPDX-License-Identifier: EUPL-1.2
/** The pages of a living office in a real browser, which is there for every file of tests that imports this. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { startOffice, type OfficeProcess } from '../office-process.ts';

const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  display: { width: 1920, height: 1080 },
  console: { width: 1366, height: 768 },
};

let browser: Browser;
// by that name the office is called as from another machine
beforeAll(async () => void (browser = await launchChromium(['--host-resolver-rules=MAP sportello.local 127.0.0.1'])));
afterAll(() => browser.close());

/** An office on a Monday at nine, which ends with the test. */
export async function serve(...args: string[]): Promise<OfficeProcess> {
  const office = await startOffice('--demo', '--clock', '2026-11-23T09:00', ...args);
  onTestFinished(() => void office.process.kill('SIGKILL'));
  return office;
}

interface Manner {
  /** Its time can be put forward. */
  timed?: boolean;
}

/** A page in a browser profile of its own, as on a machine of its own. What a page complains of fails the test. */
export async function open(url: string, name: keyof typeof SIZES, { timed = false }: Manner = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZES[name] });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // an office without a voice has only its chime
    const isExpected = /ERR_CONNECTION|WebSocket|401/.test(message.text()) || /\/voice\//.test(message.location().url);
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  onTestFinished(async () => {
    await page.close();
    expect(complaints, `what the ${name} complained of`).toEqual([]);
  });
  if (timed) await page.clock.install();
  // sooner than the test, so that what was waited for is named
  page.setDefaultTimeout(20_000);
  await page.goto(`${url}/${name}`);
  return page;
}

export async function signIn(page: Page, operator: string, counter: string): Promise<void> {
  await page.getByLabel('Nome').fill(operator);
  await page.getByLabel('Parola segreta').fill('demo');
  await page.getByRole('button', { name: 'Entra' }).click();
  await page.getByRole('button', { name: counter }).click();
}

/** Waits until it says just this. */
export async function reads(locator: Locator, text: string | RegExp): Promise<void> {
  const words = typeof text === 'string' ? new RegExp(`^\\s*${text}\\s*$`) : text;
  await locator.filter({ hasText: words }).first().waitFor();
}

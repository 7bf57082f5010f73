// SPDX-License-Identifier: EUPL-1.2
/** How an operator works the console: by keys, and listening to what the page says. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from '../states/axe.ts';
import { reads } from './pages.ts';

/** Waits until a status region says just this. */
export async function says(page: Page, sentence: string): Promise<void> {
  const words = sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  await reads(page.getByRole('status'), new RegExp(`^\\s*${words}\\s*$`));
}

/** Presses keys one after another, hears the outcome, and finds the focus where the work goes on. */
export async function press(page: Page, keys: string, sentence: string): Promise<void> {
  for (const key of keys.split(' ')) {
    const opens = key === 'm';
    await page.keyboard.press(key);
    if (opens) await page.getByRole('dialog').waitFor();
  }
  await says(page, sentence);
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
}

export async function isAccessible(page: Page): Promise<void> {
  expect(await axeFindings(page, { public: false })).toEqual([]);
}

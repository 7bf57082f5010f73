// SPDX-License-Identifier: EUPL-1.2
/** Looks at a page as somebody who tries it out would: by axe-core once, and at every size for words that do not fit. */
import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import { misfits } from './fitting.ts';

export interface Size {
  width: number;
  height: number;
}

/** What is not as it must be, in words. The page is left at the last size. */
export async function findings(page: Page, sizes: readonly Size[], open: 'to the public' | 'to operators') {
  await drawn(page);
  return [...(await axeFindings(page, { public: open === 'to the public' })), ...(await misfitsAt(page, sizes))];
}

export async function misfitsAt(page: Page, sizes: readonly Size[]): Promise<string[]> {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await drawn(page);
    for (const misfit of await misfits(page)) found.push(`${size.width} x ${size.height}: ${misfit}`);
  }
  return found;
}

/** Laid out, measured by the page itself, and laid out again. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

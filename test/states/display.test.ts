// SPDX-License-Identifier: EUPL-1.2
/** The wall in every state: axe-core finds nothing, and every word can be read at each size. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { DISPLAY_STATES, openDisplay } from './display-states.ts';
import { findings } from './looking.ts';
import { openStage } from './stage.ts';

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
];

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

describe.concurrent('the wall', () => {
  test.each(DISPLAY_STATES)('$name', { timeout: 60_000, retry: 1 }, async (state) => {
    const stage = await openStage();
    const page = await browser.newPage({ viewport: SIZES[0]!, reducedMotion: 'reduce' });
    try {
      await openDisplay(page, stage, state);
      // letters are fitted once they are there
      await page.waitForTimeout(300);
      expect(await findings(page, SIZES, 'to the public')).toEqual([]);
    } finally {
      await page.close();
      await stage.close();
    }
  });
});

// SPDX-License-Identifier: EUPL-1.2
/** The console in every state: axe-core finds nothing, and every word can be read at each size. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { CONSOLE_STATES, openConsole } from './console-states.ts';
import { findings } from './looking.ts';
import { openStage } from './stage.ts';

const ALL_SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
];

/** In the run of all tests, which is to be over in minutes, a desk and a tablet; in `npm run states` all of them. */
const SIZES = process.env['EVERYTHING'] === undefined ? [ALL_SIZES[0]!, ALL_SIZES[3]!] : ALL_SIZES;

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

describe.concurrent('the console', () => {
  test.each(CONSOLE_STATES)('$name', { timeout: 60_000, retry: 1 }, async (state) => {
    const stage = await openStage();
    const page = await browser.newPage({ viewport: SIZES[0]!, reducedMotion: 'reduce' });
    try {
      await openConsole(page, stage, state);
      expect(await findings(page, SIZES, 'to operators')).toEqual([]);
      await page.emulateMedia({ contrast: 'more', forcedColors: 'none' });
      expect(await findings(page, SIZES.slice(0, 1), 'to operators'), 'with more contrast').toEqual([]);
    } finally {
      await page.close();
      await stage.close();
    }
  });
});

// SPDX-License-Identifier: EUPL-1.2
/** The kiosk in every state and every language, in its own colours and in high contrast: axe-core finds nothing. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src-renderer/kiosk/languages.ts';
import { launchChromium } from '../chromium.ts';
import { KIOSK_STATES, openKiosk } from './kiosk-states.ts';
import { axeFindings, contrastFindings } from './axe.ts';
import { openStage } from './stage.ts';

const SIZE = { width: 1080, height: 1920 };

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

describe.concurrent('the kiosk', () => {
  test.each(KIOSK_STATES)('$name', { timeout: 240_000 }, async (state) => {
    const stage = await openStage();
    const page = await browser.newPage();
    const found: string[] = [];
    try {
      for (const language of languages) {
        await page.setViewportSize(SIZE);
        await stage.play(state.scene);
        await openKiosk(page, stage.url, state, language);
        for (const finding of await axeFindings(page, { public: true })) found.push(`${language.name}: ${finding}`);
        await page.evaluate(() => document.documentElement.toggleAttribute('data-contrast', true));
        for (const finding of await contrastFindings(page)) found.push(`${language.name}, contrast: ${finding}`);
      }
    } finally {
      await page.close();
      await stage.close();
    }
    expect(found).toEqual([]);
  });
});

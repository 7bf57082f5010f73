// SPDX-License-Identifier: EUPL-1.2
/**
 * The kiosk in every state: axe-core finds nothing, and every word can be read at each size. `npm run states` looks at
 * each in every language, and enlarged; the run of all tests, which is to be over in minutes, in the three that differ
 * most, and in two where a state takes touches to be reached; in high contrast only in Italian.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src-renderer/kiosk/languages.ts';
import { launchChromium } from '../chromium.ts';
import { KIOSK_STATES, openKiosk } from './kiosk-states.ts';
import { contrastFindings } from './axe.ts';
import { findings, misfitsAt } from './looking.ts';
import { openStage } from './stage.ts';

const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
];
/** In Italian, from right to left, and in the longest words. */
const THREE = languages.filter(({ id }) => ['it', 'ar', 'uk'].includes(id));
const EVERYTHING = process.env['EVERYTHING'] !== undefined;

let browser: Browser;
beforeAll(async () => void (browser = await launchChromium()));
afterAll(() => browser.close());

function drawn(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.style.getPropertyValue('--drawn'));
}

// a page that waits for nobody may have moved on where the machine is busy: hence the second try
describe.concurrent('the kiosk', () => {
  test.each(KIOSK_STATES)('$name', { timeout: 240_000, retry: 1 }, async (state) => {
    const stage = await openStage();
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const found: string[] = [];
    try {
      for (const language of EVERYTHING ? languages : THREE.slice(0, state.reach ? 2 : 3)) {
        await page.setViewportSize(SIZES[0]!);
        await stage.play(state.scene);
        await openKiosk(page, stage.url, state, language);
        if (language.id === 'it' && (await drawn(page)) !== '1')
          found.push('Italiano: the letters are smaller than drawn');
        for (const finding of await findings(page, SIZES, 'to the public')) found.push(`${language.name}: ${finding}`);
        // its colours are the same in each
        if (!EVERYTHING && language.id !== 'it') continue;
        await page.evaluate(() => document.documentElement.toggleAttribute('data-contrast', true));
        for (const finding of await contrastFindings(page)) found.push(`${language.name}, contrast: ${finding}`);
        await page.evaluate(() => document.documentElement.toggleAttribute('data-contrast', false));
      }
      for (const language of EVERYTHING ? THREE : []) {
        await page.setViewportSize(SIZES[0]!);
        await stage.play(state.scene);
        await openKiosk(page, stage.url, state, language, ['larger', 'low']);
        for (const misfit of await misfitsAt(page, SIZES)) found.push(`${language.name}, larger, low: ${misfit}`);
      }
    } finally {
      await page.close();
      await stage.close();
    }
    expect(found).toEqual([]);
  });
});

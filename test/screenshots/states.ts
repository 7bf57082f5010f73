// SPDX-License-Identifier: EUPL-1.2
/** Pictures of every page in every state, at its real sizes, the kiosk in Italian and in Arabic. */
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { languages } from '../../src-renderer/kiosk/languages.ts';
import { CONSOLE_STATES, openConsole } from '../states/console-states.ts';
import { DISPLAY_STATES, openDisplay } from '../states/display-states.ts';
import { KIOSK_STATES, openKiosk } from '../states/kiosk-states.ts';
import { openStage, type Stage } from '../states/stage.ts';

interface Shot {
  name: string;
  sizes: readonly (readonly [width: number, height: number])[];
  show: (page: Page, stage: Stage) => Promise<void>;
}

const spoken = languages.filter(({ id }) => id === 'it' || id === 'ar');
const SIGHTS = [[], ['contrast', 'larger', 'low']] as const;

const SHOTS: readonly Shot[] = [
  ...KIOSK_STATES.flatMap((state) =>
    spoken.flatMap((language) =>
      SIGHTS.map((sights) => ({
        name: ['kiosk', state.name, language.id, ...sights].join(', '),
        sizes: [[1080, 1920] as const, [1280, 800] as const],
        async show(page: Page, stage: Stage) {
          await stage.play(state.scene);
          await openKiosk(page, stage.url, state, language, sights);
        },
      })),
    ),
  ),
  ...DISPLAY_STATES.map((state) => ({
    name: `display, ${state.name}`,
    sizes: [[1920, 1080] as const, [1080, 1920] as const],
    show: (page: Page, stage: Stage) => openDisplay(page, stage, state),
  })),
  ...CONSOLE_STATES.map((state) => ({
    name: `console, ${state.name}`,
    sizes: [[1366, 768] as const, [1920, 1080] as const, [1024, 768] as const, [768, 1024] as const],
    show: (page: Page, stage: Stage) => openConsole(page, stage, state),
  })),
];

/** @param only a part of the names of those to be taken, '' for all */
export async function takeStates(browser: Browser, folder: string, only: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, sizes, show } of SHOTS.filter((shot) => shot.name.includes(only))) {
    const stage = await openStage();
    const page = await browser.newPage({ viewport: { width: sizes[0]![0], height: sizes[0]![1] } });
    await show(page, stage);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(name.startsWith('display') ? 1500 : 300);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(100);
      await page.screenshot({
        path: `${folder}${name}, ${width}x${height}.png`.replaceAll(', ', '--').replaceAll(' ', '-'),
      });
    }
    await page.close();
    await stage.close();
  }
}

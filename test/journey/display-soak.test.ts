// SPDX-License-Identifier: EUPL-1.2
/** The wall through many Mondays without a reload: 5,000 calls leave nothing behind. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { call, hangWall, LANDSCAPE, lookAt, silence } from './display-wall.ts';

const CALLS = 5000;
const WARM_UP = 1000;
/** A clip takes its time even when it is short, so only so many are sounded. */
const SOUNDED_EVERY = 250;
const BATCH = 125;
const SHOWN = 12;
/** A machine that is busy with other things. */
const PATIENT = { timeout: 60_000 };

async function weigh(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

test('5,000 calls leave memory, nodes and listeners as they were', async () => {
  const browser = await launchChromium(['--autoplay-policy=no-user-gesture-required']);
  onTestFinished(() => browser.close());
  const wall = await hangWall();
  const screen = await lookAt(browser, wall.url, LANDSCAPE, { voice: silence(0.02), chime: silence(0.02) });
  const calls = (last: number) =>
    Array.from({ length: Math.min(SHOWN, last) }, (_, i) => call(last - i, `${last - i}`, `${1 + ((last - i) % 3)}`));

  async function callUpTo(last: number, from: number): Promise<void> {
    for (let i = from; i <= last; i += 1) {
      const loud = i % SOUNDED_EVERY === 0 ? 60 : 0;
      wall.show({ calls: calls(i), waiting: i % 40, sound: { chime: loud, voice: loud } });
      if (i % BATCH === 0)
        await expect.poll(() => screen.page.getByTestId('call-number').textContent(), PATIENT).toBe(`${i}`);
    }
    const sounded = async () => (await screen.heard()).filter((h) => h.type === 'ended' && /counter/.test(h.clip));
    await expect.poll(async () => (await sounded()).length, PATIENT).toBe(Math.floor(last / SOUNDED_EVERY));
  }

  await callUpTo(WARM_UP, 1);
  const before = await weigh(screen.page);
  await callUpTo(CALLS, WARM_UP + 1);
  const after = await weigh(screen.page);
  expect(after.heap).toBeLessThan(before.heap * 1.1);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
}, 180_000);

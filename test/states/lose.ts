// SPDX-License-Identifier: EUPL-1.2
/** A page whose office is suddenly out of reach. */
import type { Page } from 'playwright-core';

const losable = new WeakMap<Page, () => void>();

/** Before the page is opened. */
export async function makeLosable(page: Page): Promise<void> {
  const open = new Set<{ close(): unknown }>();
  let lost = false;
  await page.routeWebSocket(/socket\.io/, (ws) => {
    if (lost) return void ws.close();
    ws.connectToServer();
    open.add(ws);
  });
  losable.set(page, () => {
    lost = true;
    for (const ws of open) void ws.close();
  });
}

export async function lose(page: Page): Promise<void> {
  losable.get(page)!();
  await page.waitForTimeout(500);
}

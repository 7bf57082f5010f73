// SPDX-License-Identifier: EUPL-1.2
/** What axe-core finds on a page, by the rules of WCAG 2.2 A and AA and EN 301 549, in words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** The smaller of the package's two forms, since every page has to read it. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** EN 301 549 11.1.4.3 asks 4.5:1; kiosk and display hold 7:1. */
const STRICTER: Record<string, { enabled: boolean }> = { 'color-contrast-enhanced': { enabled: true } };
/** It takes what lies in a disabled fieldset for disabled, also what is no control and can be scrolled by keys. */
const MISJUDGED: typeof STRICTER = { 'scrollable-region-focusable': { enabled: false } };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice'];

export async function axeFindings(page: Page, { public: isPublic }: { public: boolean }): Promise<string[]> {
  const enclosed = await page.locator('fieldset:disabled').count();
  return run(page, {
    runOnly: { type: 'tag', values: TAGS },
    rules: { ...(isPublic && STRICTER), ...(enclosed > 0 && MISJUDGED) },
  });
}

/** What of its colours is too weak for a page of the public. */
export function contrastFindings(page: Page): Promise<string[]> {
  return run(page, { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] } });
}

async function run(page: Page, options: RunOptions): Promise<string[]> {
  // evaluated and not added as a script, which the page's own policy forbids
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${source}; undefined`);
  const results = await page.evaluate<AxeResults, RunOptions>(
    (given) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given),
    { ...options, resultTypes: ['violations'] },
  );
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
}

// SPDX-License-Identifier: EUPL-1.2
/** How much JavaScript each page loads, compressed, against its budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export interface Size {
  page: string;
  /** Of 1000 bytes, compressed with gzip. */
  kilobytes: number;
  budget: number;
}

const BUDGETS = { kiosk: 60, display: 45, console: 90 };
const pages = fileURLToPath(new URL('../../dist/pages', import.meta.url));

/** Of the built pages: what each loads at once and what it may load later. */
export function sizes(): Size[] {
  return Object.entries(BUDGETS).map(([page, budget]) => {
    const html = readFileSync(join(pages, page, 'index.html'), 'utf8');
    const found = new Set(scriptsIn(html));
    for (const script of found) for (const imported of scriptsIn(readFileSync(script, 'utf8'))) found.add(imported);
    const bytes = [...found].reduce((sum, script) => sum + gzipSync(readFileSync(script), { level: 9 }).length, 0);
    return { page, kilobytes: Math.round(bytes / 100) / 10, budget };
  });
}

function scriptsIn(text: string): string[] {
  return [...text.matchAll(/["'`](?:\.\/|\/assets\/)([\w.-]+\.js)["'`]/g)].map(([, name]) =>
    join(pages, 'assets', name!),
  );
}

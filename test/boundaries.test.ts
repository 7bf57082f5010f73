// SPDX-License-Identifier: EUPL-1.2
/** Who may import whom, in every source, and that a forbidden import is noticed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf, objection } from './imports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function objections(file: string, text: string): string[] {
  return importsOf(file, text).flatMap((found) => objection(file, found) ?? []);
}

test('every source imports only what it may', () => {
  const sources = ['src-main', 'src-renderer']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f)),
    )
    .filter((file) => /\.(ts|svelte)$/.test(file));
  expect(sources).toContain('src-main/core/queue.ts');
  expect(sources.flatMap((file) => objections(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

describe('a forbidden import is noticed', () => {
  const script = (code: string) => `<script lang="ts">\n${code}\n</script>\n<p>1</p>`;

  test.each([
    ['src-main/core/queue.ts', `import { readFileSync } from 'node:fs';`, 'the core imports only the core'],
    ['src-main/core/queue.ts', `import type { Office } from '../office.ts';`, 'the core imports only the core'],
    ['src-main/core/views.ts', `const zod = await import('zod');`, 'the core imports only the core'],
    [
      'src-main/contract.ts',
      `import { decide } from './core/queue.ts';`,
      'the contract takes only types, from the core',
    ],
    [
      'src-main/contract.ts',
      `export { evolve } from './core/queue.ts';`,
      'the contract takes only types, from the core',
    ],
    ['src-main/contract.ts', `import type { Low } from 'lowdb';`, 'the contract takes only types, from the core'],
    ['src-main/messages/a.ts', `import type { Office } from '../core/views.ts';`, 'messages are only words'],
    ['src-main/journal/a.ts', `import { b } from '../printing/b.ts';`, 'never import each other'],
    ['src-main/printing/a.ts', `import type { B } from '../server/b.ts';`, 'never import each other'],
    ['src-main/server/a.ts', `export * from '../journal/b.ts';`, 'never import each other'],
    ['src-main/server/a.ts', `import { start } from '../start.ts';`, 'only the programs start an office'],
    ['src-main/office.ts', `import { openJournal } from './journal/journal.ts';`, 'the rest is handed to it'],
    ['src-main/office.ts', `import pino from 'pino';`, 'the rest is handed to it'],
    ['src-main/kiosk-window.ts', `import { BrowserWindow } from 'electron';`, 'only main.ts loads Electron'],
    ['src-main/start.ts', `const { app } = require('electron');`, 'only main.ts loads Electron'],
    ['src-main/start.ts', `import { Low } from 'lowdb';`, 'only src-main/journal/ knows it'],
    ['src-main/start.ts', `import { Memory } from 'lowdb/node';`, 'only src-main/journal/ knows it'],
    ['src-main/server/a.ts', `import escpos from 'escpos';`, 'only src-main/printing/ knows it'],
    ['src-main/journal/a.ts', `import { createCanvas } from '@napi-rs/canvas';`, 'only src-main/printing/ knows it'],
    ['src-main/start.ts', `import '../src-renderer/lib/office.svelte.ts';`, 'the office does not know the pages'],
    ['src-main/start.ts', `import { desk } from '../test/desk.ts';`, 'no source knows the tests'],
    [
      'src-renderer/lib/a.ts',
      `import type { Act } from '../../src-main/core/queue.ts';`,
      'the pages import the contract',
    ],
    ['src-renderer/kiosk/Kiosk.svelte', script(`import { z } from 'zod';`), 'the pages import the contract'],
    ['src-renderer/kiosk/Kiosk.svelte', script(`import { x } from '#contract';`), 'only types from the contract'],
    ['src-renderer/kiosk/Kiosk.svelte', script(`import A from '../console/A.svelte';`), 'never imports another page'],
    ['src-renderer/lib/a.ts', `import A from '../kiosk/A.svelte';`, 'never imports another page'],
  ])('%s: %s', (file, text, sentence) => {
    expect(objections(file, text)).toEqual([expect.stringContaining(sentence)]);
  });
});

test('what is allowed is let pass', () => {
  const allowed: [file: string, text: string][] = [
    ['src-main/core/queue.ts', `import { Map } from 'immutable'; import { step } from './ticket.ts';`],
    ['src-main/contract.ts', `import type { Act } from './core/queue.ts'; export type { Act } from './core/queue.ts';`],
    ['src-main/main.ts', `import { app } from 'electron';`],
    ['src-main/kiosk-window.ts', `import type Electron from 'electron';`],
    ['src-main/office.ts', `import { randomUUID } from 'node:crypto'; import type { Reply } from './contract.ts';`],
    ['src-renderer/kiosk/main.ts', `import { mount } from 'svelte'; import '../lib/theme.css';`],
    ['src-renderer/lib/language.ts', `import { it } from '#messages/pages/it.ts';`],
  ];
  for (const [file, text] of allowed) expect(objections(file, text)).toEqual([]);
});

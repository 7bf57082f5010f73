// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram, firstLine, run } from './own-process.ts';

let temp: string;
let office: string;
let told: { appended: string[]; replaced: string[]; remembered: string };

beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'sportello-full-'));
  office = join(temp, 'office');
  const child = run(await builtProgram('full-disk-program', temp), [office], 1);
  const ended = once(child, 'exit');
  told = JSON.parse(await firstLine(child));
  await ended;
});
afterAll(() => rm(temp, { recursive: true }));

test('an append for which there is no room adds nothing, not even the part that fits, and the next one succeeds', async () => {
  expect(told.appended).toEqual(['written', 'EFBIG', 'written']);
  const day = await readFile(join(office, 'days', '2026-11-23.jsonl'), 'utf8');
  expect(day).toBe(`{"text":"${'a'.repeat(800)}"}\n{"text":"c"}\n`);
});

test('a record for which there is no room stays as it was, in memory too, and the next one is written', async () => {
  expect(told.replaced).toEqual(['written', 'EFBIG', 'written']);
  expect(told.remembered).toBe('first');
  expect(JSON.parse(await readFile(join(office, 'settings.json'), 'utf8'))).toEqual({ text: 'third' });
  expect(await readdir(office)).toEqual(['days', 'settings.json']);
});

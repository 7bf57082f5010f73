// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openRecord } from '../../../src-main/journal/record.ts';
import { fileCalls } from './file-calls.ts';

interface Settings {
  port: number;
}

let folder: string;
let path: string;

const open = () => openRecord<Settings>(path, { initial: { port: 4710 }, parse });

function parse(value: unknown): Settings {
  const { port } = value as Settings;
  if (typeof port !== 'number') throw new Error('port is not a number');
  return { port };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sportello-record-'));
  path = join(folder, 'kept', 'settings.json');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test('a record is what it was first given until something is written', async () => {
  expect((await open()).read()).toEqual({ port: 4710 });
  expect(await readdir(join(folder, 'kept'))).toEqual([]);
});

test('what was written is read again by the next start, and only the owner may read the file', async () => {
  const record = await open();
  await record.write({ port: 80 });
  expect(record.read()).toEqual({ port: 80 });
  expect((await open()).read()).toEqual({ port: 80 });
  expect(await readdir(join(folder, 'kept'))).toEqual(['settings.json']);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('of writes that overlap the last one asked for stays', async () => {
  const record = await open();
  await Promise.all([1, 2, 3, 4, 5].map((port) => record.write({ port })));
  expect(record.read()).toEqual({ port: 5 });
  expect((await open()).read()).toEqual({ port: 5 });
});

test('the new file is on the disk before it takes the old one’s place, and the place after that', async () => {
  const record = await open();
  const { calls } = await fileCalls(folder);
  await record.write({ port: 80 });
  expect(calls).toEqual(['sync', 'sync']);
});

test('a record that did not reach the disk is not taken for written', async () => {
  const record = await open();
  await record.write({ port: 80 });
  const { fail } = await fileCalls(folder);
  fail('sync');
  await expect(record.write({ port: 81 })).rejects.toThrow('EIO');
  expect(record.read()).toEqual({ port: 80 });
  expect((await open()).read()).toEqual({ port: 80 });
  expect(await readdir(join(folder, 'kept'))).toEqual(['settings.json']);
  await record.write({ port: 82 });
  expect((await open()).read()).toEqual({ port: 82 });
});

test('what a crash left unfinished beside a record is not taken for it', async () => {
  await (await open()).write({ port: 80 });
  await writeFile(`${path}.unfinished`, '{"po');
  const record = await open();
  expect(record.read()).toEqual({ port: 80 });
  await record.write({ port: 81 });
  expect(await readdir(join(folder, 'kept'))).toEqual(['settings.json']);
});

test.each([
  ['a broken one', '{"port": 47'],
  ['an empty one', ''],
  ['one that a power cut left full of NULs', '\0'.repeat(64)],
  ['one that holds null', 'null'],
  ['one that is no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('a file that cannot be read is named and left alone: %s', async (_, content) => {
  await (await open()).write({ port: 80 });
  await writeFile(path, content);
  await expect(open()).rejects.toThrow(`${path} cannot be read`);
  expect(await readFile(path)).toEqual(Buffer.from(content));
});

test('what is wrong with the content is said with the file’s name', async () => {
  await (await open()).write({ port: 80 });
  await writeFile(path, '{"port": "eighty"}');
  await expect(open()).rejects.toThrow(`${path} cannot be read: port is not a number`);
});

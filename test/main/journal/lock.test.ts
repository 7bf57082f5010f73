// SPDX-License-Identifier: EUPL-1.2
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../../src-main/journal/lock.ts';
import { builtProgram, firstLine, run } from './own-process.ts';

let temp: string;
let program: string;
let office: string;
const started: ChildProcess[] = [];

function start(folder: string, ...more: string[]): ChildProcess {
  const child = run(program, [folder, ...more]);
  started.push(child);
  return child;
}

beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'sportello-lock-'));
  program = await builtProgram('lock-program', temp);
});
beforeEach(async () => {
  office = await mkdtemp(join(temp, 'office-'));
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(temp, { recursive: true });
});

test('a second process on the same folder is refused in words that name the folder and the first', async () => {
  const first = start(office);
  expect(await firstLine(first)).toBe('locked');
  const refusal = await firstLine(start(office));
  expect(refusal).toContain(office);
  expect(refusal).toContain(`process ${first.pid}`);
  await expect(lockFolder(office)).rejects.toThrow(`process ${first.pid}`);
});

test('a folder is free at once when the process that had it was killed', async () => {
  const first = start(office);
  await firstLine(first);
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(await firstLine(start(office))).toBe('locked');
});

test('of many processes that start together one gets the folder', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => firstLine(start(office))));
  expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1);
});

test('a process that hangs still has the folder', async () => {
  await firstLine(start(office, 'hang'));
  await expect(lockFolder(office)).rejects.toThrow(`${office} is in use by another process, which does not answer`);
});

test('a folder that was given back can be taken again, in the same process too', async () => {
  const release = await lockFolder(office);
  await expect(lockFolder(office)).rejects.toThrow(`process ${process.pid}`);
  await release();
  const releaseAgain = await lockFolder(office);
  await releaseAgain();
});

test('another path to the same folder is the same folder, and another folder is free', async () => {
  const link = join(temp, 'link');
  await symlink(office, link);
  const release = await lockFolder(office);
  await expect(lockFolder(link)).rejects.toThrow('in use');
  const releaseOther = await lockFolder(join(temp, 'not', 'yet', 'made'));
  await Promise.all([release(), releaseOther()]);
});

// SPDX-License-Identifier: EUPL-1.2
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openLogFile } from '../../src-main/log-file.ts';
import { openLog } from '../../src-main/log.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the log is kept in the office’s folder, from level info on, and goes on where it was', async () => {
  const folder = join(await temporaryFolder(), 'logs');
  for (const word of ['first', 'second']) {
    const log = openLog('silent');
    const close = log.keepIn!(folder);
    log.info({ day: '2026-11-23' }, word);
    log.debug('whatever');
    await close();
  }
  const lines = (await readFile(join(folder, 'sportello.log'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { msg: 'first', day: '2026-11-23' },
    { msg: 'second' },
  ]);
  expect((await stat(join(folder, 'sportello.log'))).mode & 0o077).toBe(0);
});

test('an unknown level stops the start with its name and what is accepted', () => {
  expect(() => openLog('loud')).toThrow(
    'The option SPORTELLO_LOG is "loud", but what is accepted is trace, debug, info,',
  );
});

test('however much is logged, the files take no more than their ten megabytes, and the newest lines are kept', async () => {
  const folder = await temporaryFolder();
  const file = openLogFile(folder, (error) => {
    throw error;
  });
  const line = (n: number) => `${n} ${'x'.repeat(20_000)}\n`;
  for (let n = 0; n < 700; n += 1) {
    file.write(line(n));
    if (n % 20 === 19) await vi.waitFor(async () => expect(await newest(folder)).toBe(String(n)), { interval: 2 });
  }
  await file.close();
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  expect(names.sort()).toEqual(['sportello.log', ...Array.from({ length: 9 }, (_, i) => `sportello.log.${i + 1}`)]);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(10.5e6);
  expect(await newest(folder)).toBe('699');
});

test('a disk that takes nothing makes nobody wait, and is told once', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'logs'), '');
  const failures: Error[] = [];
  const file = openLogFile(join(folder, 'logs'), (error) => failures.push(error));
  file.write('lost\n');
  await vi.waitFor(() => expect(failures).toHaveLength(1));
  for (let n = 0; n < 1000; n += 1) file.write('lost as well\n');
  await file.close();
  expect(failures).toHaveLength(1);
});

test('a log that could not be written is written again when it can be', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const folder = join(await temporaryFolder(), 'logs');
  await writeFile(folder, '');
  let failed = () => {};
  const failure = new Promise<void>((resolve) => (failed = resolve));
  const file = openLogFile(folder, failed);
  file.write('lost\n');
  await failure;
  await rm(folder);
  await mkdir(folder);
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  file.write('kept\n');
  await file.close();
  expect(await readFile(join(folder, 'sportello.log'), 'utf8')).toBe('kept\n');
});

/** What the last line begins with, in the newest file that has one. */
async function newest(folder: string): Promise<string | undefined> {
  for (const name of ['sportello.log', 'sportello.log.1']) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    const last = text.trimEnd().split('\n').at(-1);
    if (last) return last.split(' ')[0];
  }
  return undefined;
}

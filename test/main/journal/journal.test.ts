// SPDX-License-Identifier: EUPL-1.2
import { appendFile, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openJournal, type Journal } from '../../../src-main/journal/journal.ts';
import { fileCalls } from './file-calls.ts';

interface Issued {
  type: string;
  number: number;
  text?: string;
}

const DAY = '2026-11-23';
const NEXT_DAY = '2026-11-30';

let folder: string;
let file: string;
let reports: string[];
let opened: Journal<Issued>[];

async function open(): Promise<Journal<Issued>> {
  const journal = await openJournal<Issued>(folder, (sentence) => reports.push(sentence));
  opened.push(journal);
  return journal;
}

const issued = (number: number): Issued => ({ type: 'TicketIssued', number });
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => issued(from + i));

/** A day of three tickets, written by a process that has ended. */
async function dayOfThree(): Promise<void> {
  const journal = await open();
  await journal.append(DAY, 0, numbers(1, 3));
  await journal.close();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sportello-journal-'));
  file = join(folder, 'days', `${DAY}.jsonl`);
  reports = [];
  opened = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(opened.map((journal) => journal.close()));
  await rm(folder, { recursive: true });
});

test('a day that has no file has no events, and reading it makes none', async () => {
  const journal = await open();
  expect(await journal.read(DAY)).toEqual([]);
  expect(await journal.days()).toEqual([]);
});

test('a thousand events, appended one by one, are all there in order after a restart', async () => {
  const journal = await open();
  for (let n = 0; n < 1000; n += 1) await journal.append(DAY, n, [issued(n + 1)]);
  await journal.close();

  const again = await open();
  expect(await again.read(DAY)).toEqual(numbers(1, 1000));
  await again.append(DAY, 1000, [issued(1001)]);
  expect(await again.read(DAY)).toHaveLength(1001);
});

test('an event is one line of JSON, exactly as it was, and only the owner may read the file', async () => {
  const event = { type: 'NoticePosted', number: 0, text: 'È chiuso \n "oggi" — مغلق \u2028 \0' };
  const journal = await open();
  await journal.append(DAY, 0, [event, issued(1)]);
  expect((await readFile(file, 'utf8')).split('\n').map((line) => line && JSON.parse(line))).toEqual([
    event,
    issued(1),
    '',
  ]);
  expect(await journal.read(DAY)).toEqual([event, issued(1)]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('an append has reached the disk before it is answered, a new file with its place in the folder', async () => {
  const journal = await open();
  const { calls } = await fileCalls(folder);
  await journal.append(DAY, 0, [issued(1)]);
  expect(calls).toEqual(['appendFile', 'datasync', 'sync']);
  await journal.append(DAY, 1, numbers(2, 4));
  expect(calls.slice(3)).toEqual(['appendFile', 'datasync']);
});

test('folders that had to be made are given their place on the disk, too', async () => {
  const { calls } = await fileCalls(folder);
  const journal = await openJournal<Issued>(join(folder, 'office', 'data'), () => {});
  await journal.close();
  expect(calls).toEqual(['sync', 'sync', 'sync']);
});

test('a day that is not at the expected revision is not appended to', async () => {
  const journal = await open();
  await journal.append(DAY, 0, numbers(1, 3));
  await expect(journal.append(DAY, 2, [issued(4)])).rejects.toThrow('holds 3 events, not 2');
  await expect(journal.append(DAY, 4, [issued(4)])).rejects.toThrow('holds 3 events, not 4');
  expect(await journal.read(DAY)).toEqual(numbers(1, 3));
});

test('of two appends at the same revision one is refused', async () => {
  const journal = await open();
  const outcomes = await Promise.allSettled([journal.append(DAY, 0, [issued(1)]), journal.append(DAY, 0, [issued(1)])]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await journal.read(DAY)).toEqual([issued(1)]);
});

test('what somebody else wrote, removed or put in the file’s place meanwhile is noticed', async () => {
  const [mine, other] = [await open(), await open()];
  await mine.append(DAY, 0, [issued(1)]);
  await other.append(DAY, 1, [issued(2)]);
  await expect(mine.append(DAY, 1, [issued(2)])).rejects.toThrow('somebody else');
  expect(await mine.read(DAY)).toEqual(numbers(1, 2));

  await mine.append(DAY, 2, [issued(3)]);
  await writeFile(`${file}.edited`, await readFile(file));
  await rename(`${file}.edited`, file);
  await expect(mine.append(DAY, 3, [issued(4)])).rejects.toThrow('somebody else');
});

test('days are listed in order, read while another is appended to, and removed', async () => {
  const journal = await open();
  await journal.append(NEXT_DAY, 0, [issued(1)]);
  await journal.append(DAY, 0, numbers(1, 2));
  await writeFile(join(folder, 'days', 'notes.txt'), '');
  await writeFile(`${file}.old`, '');
  expect(await journal.days()).toEqual([DAY, NEXT_DAY]);
  expect(await journal.read(NEXT_DAY)).toEqual([issued(1)]);
  await journal.append(DAY, 2, [issued(3)]);

  await journal.remove(NEXT_DAY);
  await journal.remove(NEXT_DAY);
  expect(await journal.days()).toEqual([DAY]);
  await journal.remove(DAY);
  expect(await journal.read(DAY)).toEqual([]);
  await journal.append(DAY, 0, [issued(1)]);
  expect(await journal.read(DAY)).toEqual([issued(1)]);
});

test('reads that fall between appends see whole events only', async () => {
  const journal = await open();
  const reads: Promise<Issued[]>[] = [];
  const appends: Promise<void>[] = [];
  for (let n = 0; n < 20; n += 1) {
    appends.push(journal.append(DAY, n, [issued(n + 1)]));
    reads.push(journal.read(DAY));
  }
  await Promise.all(appends);
  expect((await Promise.all(reads)).map((events) => events.length)).toEqual(numbers(1, 20).map((e) => e.number));
  expect(reports).toEqual([]);
});

test.each(['../2026-11-23', '2026-11-23/..', '', '2026-11-23.jsonl', '/etc/passwd', '2026-11-23\n'])(
  'what is not a day is no file either: %j',
  async (name) => {
    const journal = await open();
    await expect(journal.read(name)).rejects.toThrow('is not a day');
    await expect(journal.append(name, 0, [issued(1)])).rejects.toThrow('is not a day');
    await expect(journal.remove(name)).rejects.toThrow('is not a day');
  },
);

test('a closed journal does nothing more', async () => {
  const journal = await open();
  const append = journal.append(DAY, 0, [issued(1)]);
  await journal.close();
  await append;
  await expect(journal.append(DAY, 1, [issued(2)])).rejects.toThrow('closed');
});

test('wherever a power cut tears the last line, the whole lines before it are restored and the loss is told', async () => {
  const event = fc.record({ type: fc.string(), number: fc.integer(), text: fc.string({ unit: 'binary' }) });
  const wholeEvents = fc.array(event, { maxLength: 4 });
  const journal = await open();
  const torn = async (whole: Issued[], last: Issued, place: number, nuls: number) => {
    const lines = Buffer.from(whole.map((e) => `${JSON.stringify(e)}\n`).join(''));
    const lastLine = Buffer.from(`${JSON.stringify(last)}\n`);
    const rest = Buffer.concat([lastLine.subarray(0, place % lastLine.length), Buffer.alloc(nuls)]);
    await writeFile(file, Buffer.concat([lines, rest]));
    reports = [];

    expect(await journal.read(DAY)).toEqual(whole);
    expect(await readFile(file)).toEqual(lines);
    expect(reports).toHaveLength(rest.length > 0 ? 1 : 0);
    if (rest.length > 0) expect(reports[0]).toContain(`after line ${whole.length}. Lost were ${rest.length} bytes`);

    await journal.append(DAY, whole.length, [issued(7)]);
    expect(await journal.read(DAY)).toEqual([...whole, issued(7)]);
  };
  await fc.assert(fc.asyncProperty(wholeEvents, event, fc.nat(), fc.nat({ max: 20 }), torn), { numRuns: 40 });
});

test('a torn last line is told with the file’s name and how much was lost, but not what it said of a visit', async () => {
  await dayOfThree();
  await appendFile(file, '{"type":"TicketIssued","num');
  expect(await (await open()).read(DAY)).toEqual(numbers(1, 3));
  expect(reports).toEqual([
    '2026-11-23.jsonl ended in a torn line, which was cut off after line 3. ' +
      'Lost were 27 bytes that nobody was told of.',
  ]);
});

test('a day that is appended to before it is read has its torn line cut off first', async () => {
  await dayOfThree();
  await appendFile(file, '{"type":"TicketIss');
  const journal = await open();
  await journal.append(DAY, 3, [issued(4)]);
  expect(await journal.read(DAY)).toEqual(numbers(1, 4));
  expect(reports).toHaveLength(1);
});

test('a file that a power cut left with NULs is restored to its last whole line', async () => {
  await dayOfThree();
  await appendFile(file, Buffer.alloc(4096));
  expect(await (await open()).read(DAY)).toEqual(numbers(1, 3));
  expect(reports[0]).toContain('Lost were 4096 bytes');
});

test('a last line of which only the end reached the disk is torn, too', async () => {
  await dayOfThree();
  await appendFile(file, Buffer.concat([Buffer.alloc(12), Buffer.from('ssued","number":4}\n')]));
  expect(await (await open()).read(DAY)).toEqual(numbers(1, 3));
  expect(reports[0]).toContain('Lost were 31 bytes');
});

test.each([
  ['half a line', '{"type":"Tick\n'],
  ['NULs', '\0\0\0\0\n'],
  ['an empty line', '\n'],
  ['no UTF-8', Buffer.from([0x22, 0xe8, 0x22, 0x0a])],
])('anything else unreadable stops with the file’s name and line, and nothing is changed: %s', async (_, line) => {
  await dayOfThree();
  const whole = await readFile(file);
  const spoilt = Buffer.concat([whole, Buffer.from(line), whole]);
  await writeFile(file, spoilt);
  const journal = await open();
  await expect(journal.read(DAY)).rejects.toThrow(`${file}, line 4, cannot be read`);
  await expect(journal.append(DAY, 7, [issued(4)])).rejects.toThrow(`${file}, line 4, cannot be read`);
  expect(await readFile(file)).toEqual(spoilt);
  expect(reports).toEqual([]);
});

test('an unreadable last line that is whole was not torn, and is not cut off', async () => {
  await dayOfThree();
  await appendFile(file, '{"type":"Tick\n');
  await expect((await open()).read(DAY)).rejects.toThrow(`${file}, line 4, cannot be read`);
});

test.each(['appendFile', 'datasync'] as const)('an append whose %s fails adds nothing', async (call) => {
  const journal = await open();
  await journal.append(DAY, 0, numbers(1, 3));
  const { fail } = await fileCalls(folder);
  fail(call);
  await expect(journal.append(DAY, 3, numbers(4, 5))).rejects.toThrow('EIO');
  expect(await journal.read(DAY)).toEqual(numbers(1, 3));
  await journal.append(DAY, 3, [issued(4)]);
  expect(await (await open()).read(DAY)).toEqual(numbers(1, 4));
});

test('a first append that cannot make its file durable leaves a day without events', async () => {
  const journal = await open();
  const { fail } = await fileCalls(folder);
  fail('sync');
  await expect(journal.append(DAY, 0, [issued(1)])).rejects.toThrow('EIO');
  expect(await (await open()).read(DAY)).toEqual([]);
  await journal.append(DAY, 0, [issued(1)]);
  expect(await (await open()).read(DAY)).toEqual([issued(1)]);
});

test('a disk that fails even to take back what was refused is appended to only once it has', async () => {
  const journal = await open();
  await journal.append(DAY, 0, numbers(1, 3));
  const { fail } = await fileCalls(folder);
  fail('datasync');
  fail('truncate');
  await expect(journal.append(DAY, 3, [issued(4)])).rejects.toThrow('datasync');
  fail('truncate');
  await expect(journal.append(DAY, 3, [issued(4)])).rejects.toThrow('truncate');
  fail('truncate');
  await expect(journal.read(DAY)).rejects.toThrow('truncate');
  await journal.append(DAY, 3, [issued(5)]);
  expect(await journal.read(DAY)).toEqual([...numbers(1, 3), issued(5)]);
});

test('what a failing disk would not take back is taken back when the journal is closed', async () => {
  const journal = await open();
  await journal.append(DAY, 0, numbers(1, 3));
  const { fail } = await fileCalls(folder);
  fail('datasync');
  fail('truncate');
  await expect(journal.append(DAY, 3, [issued(4)])).rejects.toThrow('datasync');
  await journal.close();
  expect(await (await open()).read(DAY)).toEqual(numbers(1, 3));
});

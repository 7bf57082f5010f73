// SPDX-License-Identifier: EUPL-1.2
/** What a technician reads and sends when something is wrong, after a day at the desk. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBundle } from '../../src-main/bundle.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { LABEL, PRIVATE, workADay, type WorkingDay } from './working-day.ts';

const PROGRAM = new URL('../../dist/main/diagnostics.js', import.meta.url).pathname;

let data: string;
let day: WorkingDay;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'sportello-day-'));
  day = await workADay(data);
}, 120_000);

afterAll(async () => {
  await day.stop();
  await rm(data, { recursive: true });
});

async function unpacked(file: string): Promise<Record<string, string>> {
  const files = unzipSync(await readFile(file));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('a bundle of a day at the desk tells how things stand, and nothing of anybody', async () => {
  const file = join(data, 'bundle.zip');
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, '--data', data, '--out', file]);
  expect(stdout).toContain(file);
  expect((await stat(file)).mode & 0o077).toBe(0);

  const bundle = await unpacked(file);
  expect(Object.keys(bundle).sort()).toEqual([
    ...['about.json', 'health.txt', 'journal.json', 'logs/sportello.log', 'metrics.txt', 'settings.json'],
  ]);
  const { hash } = (JSON.parse(await readFile(join(data, 'operators.json'), 'utf8')) as { hash: string }[])[0]!;
  const secrets = [...PRIVATE, day.cookie.replace('sportello=', ''), hash];
  // the settings say what the desk offers, which everybody may know
  const settings = [LABEL, 'needs-analysis', 'family-clinic', 'referral'];
  const events = ['TicketIssued'];
  for (const [name, said] of Object.entries(bundle)) {
    const known = name === 'settings.json' ? settings : name === 'journal.json' ? events : [];
    for (const word of secrets.filter((w) => !known.includes(w))) expect(said, name).not.toContain(word);
  }

  expect(JSON.parse(bundle['about.json']!)).toMatchObject({
    ...{ platform: process.platform, operators: 1, coordinators: 1, lastStart: { printer: 'virtual:' } },
  });
  expect(bundle['health.txt']).toMatch(/^200\n\{"ok":true/);
  expect(bundle['metrics.txt']).toContain('sportello_tickets_issued_today 5');
  expect(JSON.parse(bundle['journal.json']!)).toMatchObject([
    {
      ...{ day: '2026-11-23', unreadable: 0 },
      byType: { TicketIssued: 5, NoticePosted: 1, 'PaperRecorded printed': expect.any(Number) as number },
      byWhom: { kiosk: 5, 'operator-1': expect.any(Number) as number },
    },
  ]);
});

test('nothing is in the log of what was said, chosen or typed, however much it says', async () => {
  const said = await day.stop();
  const kept = await readFile(join(data, 'logs/sportello.log'), 'utf8');
  for (const log of [said, kept]) {
    expect(log).toContain('"command":"IssueTicket","ticket":"2026-11-23-1"');
    expect(log).toContain('ended in a torn line');
    for (const word of [...PRIVATE, day.cookie.replace('sportello=', '')]) expect(log).not.toContain(word);
  }
});

test('a bundle is made of an office that does not run and of a folder in which little can be read', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'days'));
  await writeFile(
    join(folder, 'days/2026-11-23.jsonl'),
    '{"type":"TicketIssued","by":"Anna"}\n{"type":"NoticePosted","te',
  );
  await writeFile(join(folder, 'settings.json'), '{ "office": ');
  await writeFile(
    join(folder, 'last-start.json'),
    JSON.stringify({ url: 'http://127.0.0.1:1', printer: 'tcp://a:b@c' }),
  );
  const file = join(folder, 'bundle.zip');
  await writeBundle(folder, file);
  const bundle = await unpacked(file);
  expect(bundle['settings.json']).toContain('It cannot be read: SyntaxError.');
  expect(bundle['health.txt']).toContain('No answer from http://127.0.0.1:1');
  expect(bundle['about.json']).toContain('tcp://c');
  expect(JSON.parse(bundle['journal.json']!)).toMatchObject([
    { events: 1, unreadable: 1, byType: { TicketIssued: 1 }, byWhom: { 'operator-1': 1 } },
  ]);
});

test('a setting that looks like a secret is left out of a bundle, and so is who may use an address', async () => {
  const folder = await temporaryFolder();
  const settings = { publicAddress: 'https://mario:rossi@numeri.example.it', wifi: { Password: 'brontolo' } };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
  await writeBundle(folder, join(folder, 'bundle.zip'));
  expect(JSON.parse((await unpacked(join(folder, 'bundle.zip')))['settings.json']!)).toEqual({
    ...{ publicAddress: 'https://numeri.example.it', wifi: { Password: 'left out' } },
  });
});

test('without an office in the folder there is no bundle, in words', async () => {
  const folder = join(await temporaryFolder(), 'none');
  await expect(writeBundle(folder, 'bundle.zip')).rejects.toThrow(`There is no office in the folder ${folder}`);
});

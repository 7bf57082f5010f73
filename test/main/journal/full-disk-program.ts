// SPDX-License-Identifier: EUPL-1.2
/** Writes what fits, what does not, and what fits again; tells what came of it in one line of JSON. */
import { join } from 'node:path';
import { openJournal } from '../../../src-main/journal/journal.ts';
import { openRecord } from '../../../src-main/journal/record.ts';

const folder = process.argv[2]!;
const DAY = '2026-11-23';
const outcome = (write: Promise<void>) =>
  write.then(() => 'written').catch((error: NodeJS.ErrnoException) => error.code);

const journal = await openJournal<{ text: string }>(folder, () => {});
const record = await openRecord(join(folder, 'settings.json'), {
  initial: { text: '' },
  parse: (value) => value as { text: string },
});
const appended = [
  await outcome(journal.append(DAY, 0, [{ text: 'a'.repeat(800) }])),
  await outcome(journal.append(DAY, 1, [{ text: 'refused' }, { text: 'b'.repeat(800) }])),
  await outcome(journal.append(DAY, 1, [{ text: 'c' }])),
];
const replaced = [
  await outcome(record.write({ text: 'first' })),
  await outcome(record.write({ text: 'd'.repeat(2000) })),
];
const remembered = record.read().text;
replaced.push(await outcome(record.write({ text: 'third' })));
console.log(JSON.stringify({ appended, replaced, remembered }));

// SPDX-License-Identifier: EUPL-1.2
/** The office is killed, as by a power cut: what was acknowledged is in the journal, and nothing twice. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startOffice } from '../office-process.ts';
import { openPage, walkIn } from '../page.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('kill -9 during 200 concurrent IssueTicket commands, 20 times: every acknowledged number is kept, none twice, no gap', async () => {
  const data = await temporaryFolder();
  const acknowledged: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const office = await startOffice('--data', data, '--clock', '2026-11-23T09:00');
    const exited = once(office.process, 'exit');
    const kiosks = await Promise.all(Array.from({ length: 8 }, () => openPage(office.url, 'kiosk')));
    let count = 0;
    for (let i = 0; i < 200; i += 1) {
      kiosks[i % kiosks.length]!.send(walkIn).then(
        (reply) => {
          acknowledged.push(reply.ok ? Number(reply.ticket!.number) : NaN);
          count += 1;
          if (round % 2 === 0 && count === 1 + round * 9) office.process.kill('SIGKILL');
        },
        () => undefined, // never acknowledged
      );
    }
    // A different moment each round: before, within and after the burst of replies; on a slow machine, where a
    // connection is lost and a reply with it, in the end all the same.
    const last = setTimeout(() => office.process.kill('SIGKILL'), round % 2 === 1 ? round : 5000);
    await exited;
    clearTimeout(last);
    for (const kiosk of kiosks) kiosk.leave();
  }

  const journal = await readFile(join(data, 'days/2026-11-23.jsonl'), 'utf8');
  const issued = journal
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { type: string; number: string })
    .filter((event) => event.type === 'TicketIssued')
    .map((event) => Number(event.number));
  expect(issued).toEqual(Array.from({ length: issued.length }, (_, i) => i + 1));
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(acknowledged.filter((number) => !issued.includes(number))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(100);
}, 120_000);

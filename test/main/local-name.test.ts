// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import multicastDns from 'multicast-dns';
import { expect, onTestFinished, test } from 'vitest';
import { ownAddresses } from '../../src-main/own-address.ts';
import { openDesk } from './desk.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Asks on the network; resolves to the addresses that are said, none if nobody answers for a while. */
async function whoIs(host: string): Promise<string[]> {
  const asker = multicastDns();
  onTestFinished(() => new Promise((resolve) => asker.destroy(() => resolve())));
  return new Promise((resolve) => {
    const silence = setTimeout(() => resolve([]), 1500);
    asker.on('response', ({ answers }) => {
      const found = answers.flatMap((a) => (a.type === 'A' && a.name === host ? [a.data] : []));
      if (found.length === 0) return;
      clearTimeout(silence);
      resolve(found);
    });
    asker.query(host, 'A');
  });
}

/** An office with a name that no other on this machine has at the same time. */
async function named(localName: string, host: string) {
  const data = await temporaryFolder();
  await writeFile(join(data, 'settings.json'), JSON.stringify({ localName }));
  return openDesk({ data, host });
}

test('an office that is open to the network is found there by its name, until it stops', async () => {
  const desk = await named('sportello-aperto', '0.0.0.0');
  const names = ['sportello-aperto.local', ...ownAddresses()];
  expect(desk.network).toEqual(names.map((name) => `http://${name}:${desk.port}`));
  expect(await whoIs('sportello-aperto.local')).toEqual(ownAddresses());
  expect(await whoIs('sportello-altro.local')).toEqual([]);
  await desk.close();
  expect(await whoIs('sportello-aperto.local')).toEqual([]);
});

test('an office for this machine alone says nothing to the network', async () => {
  const desk = await named('sportello-chiuso', '127.0.0.1');
  expect(desk.network).toEqual([]);
  expect(await whoIs('sportello-chiuso.local')).toEqual([]);
});

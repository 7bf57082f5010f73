// SPDX-License-Identifier: EUPL-1.2
/** What reaches the paper when a printer gets the bytes of a slip. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../src-main/printing/bytes.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import type { Pixels } from '../../../src-main/printing/pixels.ts';
import type { Slip } from '../../../src-main/printing/slip.ts';
import { printHead, type Picture } from './print-head.ts';
import { lookAlikes, pictureOf, slip, withOneDotMore } from './slips.ts';

function printed(bytes: Uint8Array) {
  const asked: number[] = [];
  const papers: Picture[] = [];
  const head = printHead({
    onStatusRequest: (n) => asked.push(n),
    onPrintedRequest: () => {},
    onJob: () => {},
    onPaper: (paper) => papers.push(paper),
  });
  head.take(bytes);
  return { papers, asked };
}

/** Slips that differ in all that may differ from day to day and from office to office. */
function slipOfSomeDay(n: number): Slip {
  const two = (figure: number) => String(figure).padStart(2, '0');
  const service = ['Senza appuntamento', 'Con appuntamento', 'Ufficio anagrafe', 'Tributi e IMU'][n % 4]!;
  const street = ['Roma', 'Garibaldi', 'XX Settembre', 'dell’Unità', 'Gramsci', 'Kuliscioff', 'Matteotti'][n % 7]!;
  return slip({
    number: n % 5 === 0 ? `P${n}` : String(n),
    service,
    issuedAt: `2026-${two(1 + (n % 12))}-${two(1 + (n % 28))}T${two(9 + (n % 2))}:${two(n % 60)}:00.000+01:00`,
    ahead: n % 41,
    reprint: n % 9 === 0,
    office: { ...slip().office, address: `via ${street} ${n}`, telephone: `${300 + n} ${2_000_000 + n * 7919}` },
  });
}

describe.each([576, 384] as const)('on paper of %i dots', (width) => {
  test('a printer prints exactly the dots of the slip, and cuts once', () => {
    for (const changes of [{ number: '7' }, { number: 'P128', ahead: 0 }, { number: '128', reprint: true }]) {
      const pixels = layout(slip(changes), width);
      expect(lookAlikes(pixels.rows)).toEqual([]);
      expect(printed(bytesOf(pixels)).papers).toEqual([pictureOf(pixels)]);
    }
  });
});

test('of two hundred slips none holds a picture that a printer would take for a command', () => {
  let found = 0;
  for (let n = 0; n < 200; n += 1) {
    const pixels = layout(slipOfSomeDay(n), n % 2 ? 576 : 384);
    const { papers, asked } = printed(bytesOf(pixels));
    expect(asked).toEqual([]);

    const places = lookAlikes(pixels.rows);
    if (places.length > 0) expect(papers).toEqual([withOneDotMore(pixels)]);
    found += places.length;
  }
  expect(found, 'look-alikes before they were made harmless, without which this proves nothing').toBeGreaterThan(0);
});

test('a picture made of nothing but look-alikes is printed with a dot more for each, also where a band ends', () => {
  const rows = new Uint8Array(48 * 300);
  for (let i = 0; i < rows.length; i += 2) rows.set([0x10, [0x04, 0x05, 0x14][(i / 2) % 3]!], i);
  rows.set([0x10, 0x10, 0x05], 100);
  const pixels: Pixels = { width: 384, height: 300, rows };
  const { papers, asked } = printed(bytesOf(pixels));
  expect(asked).toEqual([]);
  expect(papers).toEqual([withOneDotMore(pixels)]);
});

test('nothing that is installed pulls in the abandoned request', () => {
  const lock = readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, unknown> };
  expect(Object.keys(packages)).toContain('node_modules/escpos');
  expect(Object.keys(packages).filter((name) => /(^|\/)request$/.test(name))).toEqual([]);
});

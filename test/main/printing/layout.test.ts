// SPDX-License-Identifier: EUPL-1.2
/** What a citizen sees on a slip. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { layout } from '../../../src-main/printing/layout.ts';
import { aheadInWords, issuedInWords } from '../../../src-main/printing/words.ts';
import { pictureOf, slip } from './slips.ts';

const WIDTHS = [576, 384] as const;
const DOTS_PER_MM = 8;
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test.each([
  ['2026-11-23T09:05:12+01:00', 'lunedì 23 novembre 2026, ore 9:05'],
  ['2026-10-24T23:59:59.999+02:00', 'sabato 24 ottobre 2026, ore 23:59'],
  ['2026-12-31T22:00:00-05:00', 'giovedì 31 dicembre 2026, ore 22:00'],
  ['2028-02-29T00:30:00+00:00', 'martedì 29 febbraio 2028, ore 0:30'],
])('the time of issue %s reads %s', (issuedAt, words) => {
  expect(issuedInWords(issuedAt).replaceAll('\u00a0', ' ')).toBe(words);
});

test.each(['Europe/Rome', 'Pacific/Kiritimati', 'America/Los_Angeles'])(
  'the time on the slip is the office’s own, though the machine believes to be in %s',
  async (where) => {
    process.env['TZ'] = where;
    vi.resetModules();
    const words = await import('../../../src-main/printing/words.ts');
    expect(words.issuedInWords('2026-11-23T00:15:00+01:00')).toBe('lunedì 23 novembre 2026, ore\u00a00:15');
    expect(words.issuedInWords('2026-11-23T23:45:00+01:00')).toBe('lunedì 23 novembre 2026, ore\u00a023:45');
  },
);

test.each([
  [0, 'Prima di lei: nessuno'],
  [1, 'Prima di lei: 1 persona'],
  [2, 'Prima di lei: 2 persone'],
  [21, 'Prima di lei: 21 persone'],
])('%i ahead reads %s', (ahead, words) => {
  expect(aheadInWords(ahead)).toBe(words);
});

describe.each(WIDTHS)('on paper of %i dots', (width) => {
  test('the same slip gives the same dots, whatever was set before it', () => {
    const first = layout(slip(), width);
    layout(slip({ number: 'P128', reprint: true }), width);
    layout(slip({ number: '7' }), width === 576 ? 384 : 576);
    expect(layout(slip(), width)).toEqual(first);
  });

  test('everything that differs from ticket to ticket is on the slip', () => {
    const usual = pictureOf(layout(slip(), width));
    const changes = [
      { number: '13' },
      { service: 'Altro servizio' },
      { issuedAt: '2026-11-23T09:06:12.000+01:00' },
      { ahead: 7 },
      { office: { ...slip().office, address: 'via Dante Alighieri 12, Corsico' } },
      { office: { ...slip().office, telephone: '331 2331323' } },
    ];
    for (const change of changes) {
      const other = pictureOf(layout(slip(change), width));
      expect(other, JSON.stringify(change)).toHaveLength(usual.length);
      expect(other, JSON.stringify(change)).not.toEqual(usual);
    }
  });

  test.each(['1', '88', '888', 'P128', 'P8888'])('number %s fits, and so do the longest words', (number) => {
    const office = { ...slip().office, name: 'Sportello unico per l’orientamento e il segretariato sociale' };
    const picture = pictureOf(layout(slip({ number, ahead: 128, office, reprint: true }), width));
    const banner = picture.filter((row) => row.startsWith('#')).length;
    expect(picture.slice(banner).filter((row) => !/^\.{8}.*\.{8}$/.test(row))).toEqual([]);
    expect(picture.at(-1)).not.toContain('#');
  });

  test('a reprint says so on a bar across its head, and is otherwise the same slip', () => {
    const original = pictureOf(layout(slip(), width));
    const reprint = pictureOf(layout(slip({ reprint: true }), width));
    const added = reprint.slice(0, reprint.length - original.length);
    expect(reprint.slice(added.length)).toEqual(original);
    expect(added[2]).toBe('#'.repeat(width));
    expect(added[30]).toMatch(/^#+(?:\.+#+){8,}$/);
  });
});

test.each([
  ['1', '8'],
  ['11', '88'],
  ['P117', 'P888'],
])('on 80 mm paper the digits of a number such as %s are at least 20 mm high', (number, other) => {
  const pictures = [number, other].map((n) => pictureOf(layout(slip({ number: n }), 576)));
  const differs = (row: string, y: number) => row !== pictures[1]![y];
  const height = pictures[0]!.findLastIndex(differs) - pictures[0]!.findIndex(differs) + 1;
  expect(height).toBeGreaterThanOrEqual(20 * DOTS_PER_MM);
});

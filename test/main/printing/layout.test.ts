// SPDX-License-Identifier: EUPL-1.2
/** What a citizen sees on a slip. */
import { describe, expect, test } from 'vitest';
import { breakLines } from '../../../src-main/printing/breaking.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { fullSlip, LANGUAGES } from './golden-slips.ts';
import { pictureOf, slip } from './slips.ts';

const WIDTHS = [576, 384] as const;
const DOTS_PER_MM = 8;

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

  test.each(LANGUAGES)('in %s nothing comes too near the edge, however long the words are', (language) => {
    const office = {
      ...fullSlip(language).office,
      name: 'Sportello unico per l’orientamento e il segretariato sociale',
      body: 'Unionedeicomunidellavalledelladorabalteaedelcanavese',
      walkInHours: [1, 2, 3, 5].flatMap((weekday) => [
        { weekday, from: '09:00', to: '12:30' },
        { weekday, from: '14:00', to: `1${weekday + 3}:30` },
      ]),
    };
    for (const number of ['1', '88', '888', 'P128', 'P8888']) {
      const picture = pictureOf(
        layout(fullSlip(language, { number, ahead: 128, waitMinutes: [105, 125], office }), width),
      );
      const banner = picture.filter((row) => row.startsWith('#')).length;
      expect(picture.slice(banner).filter((row) => !/^\.{8}.*\.{8}$/.test(row))).toEqual([]);
      expect(picture.at(-1)).not.toContain('#');
    }
  });

  test.each(LANGUAGES)('in %s a slip is no longer than 14 cm', (language) => {
    const { height } = layout(fullSlip(language, { reprint: false, address: undefined }), width);
    expect(height).toBeLessThanOrEqual(140 * DOTS_PER_MM);
  });

  test('a reprint says so on a bar across its head, and is otherwise the same slip', () => {
    const original = pictureOf(layout(slip(), width));
    const reprint = pictureOf(layout(slip({ reprint: true }), width));
    const added = reprint.slice(0, reprint.length - original.length);
    expect(reprint.slice(added.length)).toEqual(original);
    expect(added[2]).toBe('#'.repeat(width));
    expect(added[30]).toMatch(/^#+(?:\.+#+){8,}$/);
  });

  test('a reprint in another language says so in Italian too', () => {
    const italian = layout(slip({ reprint: true }), width).height - layout(slip(), width).height;
    const foreign = layout(slip({ language: 'fr', reprint: true }), width).height;
    expect(foreign - layout(slip({ language: 'fr' }), width).height).toBeGreaterThan(italian + 20);
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

test('lines are about equally long, and Chinese ones never begin with a mark', () => {
  const widthOf = (words: string) => [...words].length;
  expect(breakLines('mostri questo biglietto qui', 24, widthOf)).toEqual(['mostri questo', 'biglietto qui']);
  expect(breakLines('ore\u00a09:05 e\u00a0poi', 10, widthOf)).toEqual(['ore\u00a09:05', 'e\u00a0poi']);
  expect(breakLines('请到窗口，出示此号票。', 9, widthOf)).toEqual(['请到窗口，出', '示此号票。']);
  expect(breakLines('precipitevolissimevolmente', 10, widthOf).every((line) => line.length <= 10)).toBe(true);
});

// SPDX-License-Identifier: EUPL-1.2
/** Our fonts hold every letter that a slip can say: one that is missing would be drawn as an empty box. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Language } from '../../../src-main/core/ticket.ts';
import { assetsFolder, registerFonts } from '../../../src-main/printing/fonts.ts';
import { bookingInWords, issuedInWords, waitInWords, walkInInWords, WORDS } from '../../../src-main/printing/words.ts';
import { fullSlip, LANGUAGES } from './golden-slips.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: `1${weekday}:30` }));
const WEIGHTS = ['Regular', 'SemiBold', 'Bold'];
/** No-break spaces and what sets a number apart leave no ink. */
const INKLESS = new Set([' ', '\u00a0', '\u2066', '\u2069']);

/** Which letters a font file has (OpenType, table cmap, formats 4 and 12). */
function lettersIn(name: string): Set<number> {
  const font = readFileSync(join(assetsFolder(), 'fonts', name));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')!;
  const cmap = font.subarray(font.readUInt32BE(record + 8));
  const letters = new Set<number>();
  const add = (first: number, last: number) => {
    for (let letter = first; letter <= last && letter < 0x20000; letter += 1) letters.add(letter);
  };
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    const format = table.readUInt16BE(0);
    if (format === 4) {
      const segments = table.readUInt16BE(6) / 2;
      for (let s = 0; s < segments; s += 1) {
        const last = table.readUInt16BE(14 + 2 * s);
        if (last !== 0xffff) add(table.readUInt16BE(16 + 2 * segments + 2 * s), last);
      }
    } else if (format === 12) {
      for (let group = 0; group < table.readUInt32BE(12); group += 1) {
        add(table.readUInt32BE(16 + 12 * group), table.readUInt32BE(20 + 12 * group));
      }
    }
  }
  return letters;
}

function allThatIsSaid(language: Language): string[] {
  const words = WORDS[language];
  const slip = fullSlip(language);
  const days = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-${20 + (i % 7)}T09:05:00Z`);
  const waits: [number, number][] = [
    [0, 1],
    [0, 5],
    [1, 2],
    [2, 11],
    [3, 3],
    [20, 35],
  ];
  const hours = [WEEK, WEEK.map((day) => ({ ...day, to: '13:30' })), WEEK.filter(({ weekday }) => weekday % 2)];
  return [
    ...[words.reprint, words.ifAbsent, words.online, ...Object.values(words.services)],
    ...Array.from({ length: 130 }, (_, n) => words.ahead(n)),
    ...waits.map((waitMinutes) => waitInWords({ ...slip, waitMinutes })!),
    ...days.map((day) => issuedInWords(day, language)),
    ...hours.flatMap((h) => walkInInWords({ ...slip, office: { ...slip.office, walkInHours: h } })),
    ...hours.flatMap((h) => bookingInWords({ ...slip, office: { ...slip.office, telephoneHours: h } })),
  ];
}

/** A language's own font; digits and signs may be Titillium's. */
const OWN: Partial<Record<Language, string>> = { uk: 'NotoSans', ar: 'NotoSansArabic', zh: 'NotoSansSC' };

test.each(LANGUAGES)('the fonts have every letter of %s, in every weight', (language) => {
  for (const weight of WEIGHTS) {
    const own = OWN[language] ?? 'TitilliumWeb';
    const ofOwn = lettersIn(`${own}-${own === 'NotoSansSC' && weight === 'SemiBold' ? 'Bold' : weight}.ttf`);
    const ofTitillium = lettersIn(`TitilliumWeb-${weight}.ttf`);
    const missing = [...allThatIsSaid(language).join('')].filter((letter) => {
      const point = letter.codePointAt(0)!;
      return !INKLESS.has(letter) && !ofOwn.has(point) && !ofTitillium.has(point);
    });
    expect([...new Set(missing)], weight).toEqual([]);
  }
});

test('digits are Latin in every language', () => {
  for (const language of LANGUAGES) expect(allThatIsSaid(language).join('')).not.toMatch(/(?![0-9])\p{Nd}/u);
});

test('a font that is missing is named', async () => {
  const assets = await mkdtemp(join(tmpdir(), 'sportello-assets-'));
  expect(() => registerFonts(assets)).toThrow(
    `the font ${join(assets, 'fonts/TitilliumWeb-Regular.ttf')} is missing or cannot be read`,
  );
  await rm(assets, { recursive: true });
  registerFonts();
});

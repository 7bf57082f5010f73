// SPDX-License-Identifier: EUPL-1.2
/** How a counter's label is set: large enough to be read from afar, whatever it is called. */
import { expect, test } from 'vitest';
import { fitLabel, type Box } from '../../../src-renderer/display/fit-label.ts';

/** Every letter half an em wide. */
const widthOf = (text: string) => text.length / 2;
const fit = (label: string, box: Partial<Box> = {}) =>
  fitLabel(label, widthOf, { width: 1100, height: 500, want: 180, need: 150, padding: 0.3, arrow: true, ...box });

test('a short label is one line behind its arrow, no larger than wanted', () => {
  expect(fit('Box 2')).toEqual({ lines: ['Box 2'], size: 180, narrow: 1, arrow: true });
});

test('a long label is broken between words rather than made too small', () => {
  expect(fit('Stanza del segretariato')).toMatchObject({ lines: ['Stanza del', 'segretariato'], arrow: true });
  expect(fit('Stanza del segretariato').size).toBeGreaterThanOrEqual(150);
});

test('a word too wide for its height goes without the arrow, then in narrower letters', () => {
  expect(fit('segretariato', { width: 920 })).toMatchObject({ arrow: false, narrow: 1 });
  const narrow = fit('segretariato', { width: 800 });
  expect(narrow).toMatchObject({ arrow: false, size: 150 });
  expect(narrow.narrow).toBeCloseTo(800 / 900);
});

test('where nothing is large enough it is as large as can be, and still fits', () => {
  const { lines, size, narrow } = fit('Stanza del segretariato', { width: 400, height: 200 });
  expect(size).toBeLessThan(150);
  expect(size * narrow * Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(400.001);
  expect(lines.length * size).toBeLessThanOrEqual(200);
});

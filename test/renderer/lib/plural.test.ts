// SPDX-License-Identifier: EUPL-1.2
/** How many of something, in the plural forms of each language. */
import { expect, test } from 'vitest';
import { ar } from '../../../src-main/messages/pages/ar.ts';
import { en } from '../../../src-main/messages/pages/en.ts';
import { it } from '../../../src-main/messages/pages/it.ts';

test('one person and seven persons are said differently', () => {
  expect([1, 7].map(it.people)).toEqual(['1 persona', '7 persone']);
  expect([1, 7].map(en.people)).toEqual(['1 person', '7 people']);
});

test('Arabic has a form for none, one, two, a few, many and a hundred', () => {
  expect([0, 1, 2, 3, 11, 100].map(ar.people)).toEqual([
    'لا أحد',
    'شخص واحد',
    'شخصان',
    '3 أشخاص',
    '11 شخصًا',
    '100 شخص',
  ]);
});

test('a wait is a span of minutes, or about so many where both ends are one', () => {
  expect(it.about(20, 35)).toBe('da 20 a 35 minuti');
  expect(it.about(1, 1)).toBe('circa 1 minuto');
  expect(en.about(20, 35)).toBe('20 to 35 minutes');
  expect(ar.about(20, 35)).toBe('من 20 إلى 35 دقيقة');
  expect(ar.about(5, 10)).toBe('من 5 إلى 10 دقائق');
});

// SPDX-License-Identifier: EUPL-1.2
/** How many of something, in the plural forms of each language. */
import { expect, test } from 'vitest';
import { ar } from '../../../src-main/messages/pages/ar.ts';
import { en } from '../../../src-main/messages/pages/en.ts';
import { it } from '../../../src-main/messages/pages/it.ts';
import { ro } from '../../../src-main/messages/pages/ro.ts';
import { uk } from '../../../src-main/messages/pages/uk.ts';
import { zh } from '../../../src-main/messages/pages/zh.ts';

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

test('Ukrainian counts by the last digit, but for eleven, and says minutes by the word before them', () => {
  expect([1, 2, 5, 11, 21, 22].map(uk.people)).toEqual([
    '1 особа',
    '2 особи',
    '5 осіб',
    '11 осіб',
    '21 особа',
    '22 особи',
  ]);
  expect([1, 3, 5, 21].map(uk.minutes)).toEqual(['1 хвилину', '3 хвилини', '5 хвилин', '21 хвилину']);
  expect([uk.about(10, 21), uk.about(20, 22), uk.about(1, 1)]).toEqual([
    'від 10 до 21 хвилини',
    'від 20 до 22 хвилин',
    'близько 1 хвилини',
  ]);
});

test('Romanian says "de" from twenty, Chinese counts all alike', () => {
  expect([1, 2, 19, 20, 101].map(ro.people)).toEqual([
    'o persoană',
    '2 persoane',
    '19 persoane',
    '20 de persoane',
    '101 persoane',
  ]);
  expect([1, 7].map(zh.people)).toEqual(['1\u00a0人', '7\u00a0人']);
});

test('a wait is a span of minutes, or about so many where both ends are one', () => {
  expect(it.about(20, 35)).toBe('da 20 a 35 minuti');
  expect(it.about(1, 1)).toBe('circa 1 minuto');
  expect(en.about(20, 35)).toBe('20 to 35 minutes');
  expect(ar.about(20, 35)).toBe('من 20 إلى 35 دقيقة');
  expect(ar.about(5, 10)).toBe('من 5 إلى 10 دقائق');
});

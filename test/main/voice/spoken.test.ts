// SPDX-License-Identifier: EUPL-1.2
/** What a page has read aloud, in words: times, telephones, numbers that agree with what they count. */
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src-main/contract.ts';
import { LANGUAGES } from '../../../src-main/voice/sentences.ts';
import { spokenSentence } from '../../../src-main/voice/spoken.ts';

const said = (text: string, language: Language = 'it') => spokenSentence(text, language).words;

test.each<[Language, text: string, words: string]>([
  ['it', 'lunedì dalle 9:00 alle 11:30', 'lunedì dalle nove alle undici e trenta'],
  ['en', 'Monday from 9:00 to 17:05', 'Monday from nine o’clock to seventeen oh five'],
  ['ar', 'من 9:00 إلى 11:30', 'من التاسعة إلى الحادية عشرة والنصف'],
  ['es', 'de 9:00 a 13:15', 'de nueve a trece y quince'],
  ['ro', 'de la 9:00 la 12:30', 'de la nouă la douăsprezece și treizeci'],
  ['fr', 'de 9:00 à 21:30', 'de neuf heures à vingt et une heures trente'],
  ['uk', 'з 9:00 до 13:00, о 16:30', "з дев'ятої до тринадцятої, о шістнадцятій тридцять"],
  ['zh', '2:00到9:05', '两点到九点零五分'],
])('in %s "%s" is said as times', (language, text, words) => expect(said(text, language)).toBe(words));

test.each<[Language, text: string, words: string]>([
  ['it', '1 persona, 21 persone, 1 minuto', 'una persona, ventuno persone, un minuto'],
  ['en', '12 people', 'twelve people'],
  ['ar', '3 أشخاص، 3 دقائق، 12 دقيقة', 'ثلاثة أشخاص، ثلاث دقائق، اثنتا عشرة دقيقة'],
  ['es', '1 persona, 21 minutos', 'una persona, veintiún minutos'],
  ['ro', '1 persoană, 2 minute, 21 de persoane', 'o persoană, două minute, douăzeci și una de persoane'],
  ['fr', '1 personne, 21 minutes', 'une personne, vingt et une minutes'],
  ['uk', '1 особа, 2 хвилини, 8 осіб', 'одна особа, дві хвилини, вісім осіб'],
  ['zh', '前面还有2人，12分钟', '前面还有两人，十二分钟'],
])('in %s "%s" agrees with what is counted', (language, text, words) => expect(said(text, language)).toBe(words));

test('a telephone is said figure by figure, in its groups', () => {
  expect(said('Telefono: 331 2331322.')).toBe('Telefono: tre tre uno, due tre tre uno tre due due.');
  expect(said('+39 02 4480')).toBe('zero zero tre nove, zero due, quattro quattro otto zero');
});

test('a ticket number, a range and a year are words', () => {
  expect(said('Il suo numero è P3')).toBe('Il suo numero è pi tre');
  expect(said('circa 10–20 minuti')).toBe('circa dieci a venti minuti');
  expect(said('via Dante Alighieri 11, Corsico')).toBe('via Dante Alighieri undici, Corsico');
  expect(said('2026年11月23日', 'zh')).toBe('二零二六年十一月二十三日');
});

describe('nothing that means something else to a voice comes through', () => {
  test.each(LANGUAGES)('in %s', (language) => {
    const words = said('[[h@l@U]] <speak> a|b\u0000\u2066 7 8:59 2331322 Z9', language);
    expect(words).not.toMatch(/[[\]<>|\d\p{Cc}\p{Cf}]/u);
  });
});

// SPDX-License-Identifier: EUPL-1.2
/** The words of a call in every language: figures spelled, letters named, nothing left for the voice to guess. */
import { expect, test } from 'vitest';
import { counterSentence, LANGUAGES, numberSentence } from '../../../src-main/voice/sentences.ts';
import { inFigures } from '../../../src-main/voice/figures.ts';

const NUMBERS = ['1', '12', '21', '100', 'P3'];

const CALLS = {
  it: [
    ['Numero uno.', 'Numero dodici.', 'Numero ventuno.', 'Numero cento.', 'Numero pi tre.'],
    'Sportello due.',
    'Stanza tre.',
  ],
  en: [
    ['Number one.', 'Number twelve.', 'Number twenty-one.', 'Number one hundred.', 'Number pee three.'],
    'Counter two.',
    'Room three.',
  ],
  ar: [
    ['الرقم واحد.', 'الرقم اثنا عشر.', 'الرقم واحد وعشرون.', 'الرقم مئة.', 'الرقم بي ثلاثة.'],
    'الشباك رقم اثنان.',
    'الغرفة رقم ثلاثة.',
  ],
  es: [
    ['Número uno.', 'Número doce.', 'Número veintiuno.', 'Número cien.', 'Número pe tres.'],
    'Ventanilla dos.',
    'Sala tres.',
  ],
  ro: [
    ['Numărul unu.', 'Numărul doisprezece.', 'Numărul douăzeci și unu.', 'Numărul o sută.', 'Numărul pe trei.'],
    'Ghișeul doi.',
    'Camera trei.',
  ],
  fr: [
    ['Numéro un.', 'Numéro douze.', 'Numéro vingt et un.', 'Numéro cent.', 'Numéro pé trois.'],
    'Guichet deux.',
    'Salle trois.',
  ],
  uk: [
    ['Номер один.', 'Номер дванадцять.', 'Номер двадцять один.', 'Номер сто.', 'Номер пе три.'],
    'Віконце два.',
    'Кімната три.',
  ],
  zh: [['一号。', '十二号。', '二十一号。', '一百号。', '批三号。'], '二号窗口。', '三号房间。'],
} as const;

test.each(LANGUAGES)('in %s the numbers 1, 12, 21, 100 and P3, counter 2 and room 3 are words', (language) => {
  expect(NUMBERS.map((number) => numberSentence(number, language))).toEqual(
    CALLS[language][0].map((words) => ({ language, words })),
  );
  expect(counterSentence('Sportello 2', language)).toEqual({ language, words: CALLS[language][1] });
  expect(counterSentence('Stanza 3', language)).toEqual({ language, words: CALLS[language][2] });
});

test('a counter without a figure keeps its name, and the Italian voice that can say it', () => {
  expect(counterSentence('Accoglienza', 'it')).toEqual({ language: 'it', words: 'Accoglienza.' });
  expect(counterSentence('Accoglienza', 'ar')).toEqual({ language: 'it', words: 'Accoglienza.' });
});

test('every letter of the alphabet has a name in every language', () => {
  for (const language of LANGUAGES) {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      expect(numberSentence(`${letter}1`, language).words, `${letter} in ${language}`).not.toMatch(/undefined|\d/);
    }
  }
  expect(numberSentence('Z1', 'it').words).toBe('Numero zeta uno.');
});

test('no number of a day leaves a figure, or a Latin letter in Cyrillic words', () => {
  for (const language of LANGUAGES) {
    for (let n = 0; n <= 2000; n++) expect(inFigures(n, language)).not.toMatch(/\d|undefined/);
  }
  for (let n = 0; n <= 2000; n++) expect(inFigures(n, 'uk')).toMatch(/^[а-яіїєґ’' -]+$/);
});

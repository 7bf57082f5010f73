// SPDX-License-Identifier: EUPL-1.2
/** What a slip says, in each language. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Language } from '../../../src-main/core/ticket.ts';
import {
  bookingInWords,
  issuedInWords,
  serviceInWords,
  waitInWords,
  walkInInWords,
  WORDS,
} from '../../../src-main/printing/words.ts';
import { slip } from './slips.ts';

const zone = process.env['TZ'];
const plain = (words: string | undefined) => words?.replaceAll('\u00a0', ' ').replaceAll(/[\u2066\u2069]/g, '');

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
  expect(plain(issuedInWords(issuedAt, 'it'))).toBe(words);
});

test.each<[Language, string]>([
  ['en', 'Monday, 23 November 2026, at 9:05'],
  ['ar', 'الاثنين، 23 نوفمبر 2026، الساعة 9:05'],
  ['es', 'lunes, 23 de noviembre de 2026, a las 9:05'],
  ['ro', 'luni, 23 noiembrie 2026, ora 9:05'],
  ['fr', 'lundi 23 novembre 2026, à 9:05'],
  ['uk', 'понеділок, 23 листопада 2026 р., 9:05'],
  ['zh', '2026年11月23日星期一 9:05'],
])('in %s the time of issue reads %s', (language, words) => {
  expect(plain(issuedInWords('2026-11-23T09:05:12+01:00', language))).toBe(words);
});

test.each(['Europe/Rome', 'Pacific/Kiritimati', 'America/Los_Angeles'])(
  'the time on the slip is the office’s own, though the machine believes to be in %s',
  async (where) => {
    process.env['TZ'] = where;
    vi.resetModules();
    const words = await import('../../../src-main/printing/words.ts');
    expect(plain(words.issuedInWords('2026-11-23T00:15:00+01:00', 'it'))).toBe('lunedì 23 novembre 2026, ore 0:15');
    expect(plain(words.issuedInWords('2026-11-23T23:45:00+01:00', 'it'))).toBe('lunedì 23 novembre 2026, ore 23:45');
  },
);

test.each<[Language, number, string]>([
  ['it', 0, 'Prima di lei: nessuno'],
  ['it', 1, 'Prima di lei: 1 persona'],
  ['it', 21, 'Prima di lei: 21 persone'],
  ['en', 0, 'Nobody before you'],
  ['en', 1, '1 person before you'],
  ['en', 2, '2 people before you'],
  ['ar', 0, 'لا أحد قبلك'],
  ['ar', 1, 'شخص واحد قبلك'],
  ['ar', 2, 'شخصان قبلك'],
  ['ar', 3, '3 أشخاص قبلك'],
  ['ar', 11, '11 شخصًا قبلك'],
  ['ar', 100, '100 شخص قبلك'],
  ['es', 0, 'No hay nadie delante'],
  ['es', 1, 'Hay 1 persona delante'],
  ['es', 5, 'Hay 5 personas delante'],
  ['ro', 0, 'Nu aveți pe nimeni în față'],
  ['ro', 1, 'Aveți 1 persoană în față'],
  ['ro', 19, 'Aveți 19 persoane în față'],
  ['ro', 20, 'Aveți 20 de persoane în față'],
  ['fr', 0, 'Personne avant vous'],
  ['fr', 1, '1 personne avant vous'],
  ['fr', 2, '2 personnes avant vous'],
  ['uk', 0, 'Перед вами нікого'],
  ['uk', 21, 'Перед вами 21 особа'],
  ['uk', 3, 'Перед вами 3 особи'],
  ['uk', 12, 'Перед вами 12 осіб'],
  ['zh', 0, '您前面没有人'],
  ['zh', 6, '您前面还有 6 人'],
])('in %s, %i ahead reads %s', (language, ahead, words) => {
  expect(plain(WORDS[language].ahead(ahead))).toBe(words);
});

test.each<[Language, [number, number], string]>([
  ['it', [20, 35], 'Attesa prevista: da 20 a 35 minuti'],
  ['it', [0, 5], 'Attesa prevista: fino a 5 minuti'],
  ['it', [1, 1], 'Attesa prevista: circa 1 minuto'],
  ['ro', [5, 20], 'Așteptare estimată: între 5 și 20 de minute'],
  ['uk', [15, 21], 'Час очікування: від 15 до 21 хвилини'],
  ['ar', [3, 10], 'الانتظار المتوقع: من 3 إلى 10 دقائق'],
  ['zh', [20, 35], '预计等候：20 至 35 分钟'],
])('in %s a wait of %j minutes reads %s', (language, waitMinutes, words) => {
  expect(plain(waitInWords(slip({ language, waitMinutes })))).toBe(words);
});

test('where nothing is known of the wait, nothing is said of it', () => {
  expect(waitInWords(slip())).toBeUndefined();
});

test('a service is called as the settings call it, and one of the usual two in the citizen’s language too', () => {
  expect(serviceInWords(slip({ language: 'it' }))).toBeUndefined();
  expect(serviceInWords(slip({ language: 'es' }))).toBe('Sin cita previa');
  expect(serviceInWords(slip({ language: 'es', serviceId: 'appointment' }))).toBe('Con cita previa');
  expect(serviceInWords(slip({ language: 'es', serviceId: 'constructor' }))).toBeUndefined();
});

const daily = (weekdays: number[], ...times: [from: string, to: string][]) =>
  weekdays.flatMap((weekday) => times.map(([from, to]) => ({ weekday, from, to })));

test.each<[Language, ReturnType<typeof daily>, string[]]>([
  ['it', [], []],
  ['it', daily([1], ['09:00', '11:00']), ['Senza appuntamento: lunedì 9:00–11:00']],
  [
    'it',
    [...daily([1, 3], ['11:30', '13:00']), ...daily([2, 4], ['16:00', '17:30'])],
    ['Senza appuntamento:', 'lunedì e mercoledì 11:30–13:00', 'martedì e giovedì 16:00–17:30'],
  ],
  ['it', daily([1, 2, 3, 4, 5], ['09:00', '12:00']), ['Senza appuntamento: lunedì–venerdì 9:00–12:00']],
  [
    'it',
    daily([1, 2, 3, 6], ['14:00', '16:00'], ['09:00', '12:00']),
    ['Senza appuntamento: lunedì–mercoledì e sabato 9:00–12:00 e 14:00–16:00'],
  ],
  ['en', daily([1, 2], ['09:00', '11:00']), ['Without appointment: Monday and Tuesday 9:00–11:00']],
  ['ar', daily([1, 2, 3], ['09:00', '11:00']), ['بدون موعد: من الاثنين إلى الأربعاء من 9:00 إلى 11:00']],
  ['zh', daily([1, 3], ['09:00', '11:00']), ['无预约：星期一和星期三 9:00至11:00']],
])('in %s the hours %j read %j', (language, walkInHours, lines) => {
  const office = { ...slip().office, walkInHours };
  expect(walkInInWords(slip({ language, office })).map(plain)).toEqual(lines);
});

test('the booking telephone stands before its hours', () => {
  expect(bookingInWords(slip()).map(plain)).toEqual(['Per un appuntamento: 331 2331322', 'lunedì 11:30–13:00']);
});

// SPDX-License-Identifier: EUPL-1.2
/** The public holidays of Italy, and a patron day that is a rule of the settings. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { holidaysOf } from '../../src-main/holidays.ts';

const corsico = { name: 'Festa patronale', rule: 'monday after 3rd sunday in September' };
const ownZone = process.env['TZ'];

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
  vi.restoreAllMocks();
});

test('the public holidays of 2026, by their Italian names', () => {
  const holiday = holidaysOf('IT');
  const days = daysOf(2026).filter((day) => holiday(day) !== undefined);
  expect(Object.fromEntries(days.map((day) => [day, holiday(day)]))).toEqual({
    '2026-01-01': 'Capodanno',
    '2026-01-06': 'Epifania',
    '2026-04-05': 'Domenica di Pasqua',
    '2026-04-06': 'Lunedì dell’Angelo',
    '2026-04-25': 'Liberazione dal nazifascismo (1945)',
    '2026-05-01': 'Festa del lavoro',
    '2026-06-02': 'Festa della Repubblica',
    '2026-08-15': 'Assunzione di Maria',
    '2026-10-04': "Festa nazionale di San Francesco d'Assisi",
    '2026-11-01': 'Ognissanti',
    '2026-12-08': 'Immacolata Concezione',
    '2026-12-25': 'Natale di Gesù',
    '2026-12-26': 'Santo Stefano',
  });
});

test('San Francesco is a holiday again since 2026, and Easter Monday moves', () => {
  const holiday = holidaysOf('IT');
  expect(holiday('2025-10-04')).toBeUndefined();
  expect(['2025-04-21', '2027-03-29', '2028-04-17'].map(holiday)).toEqual(Array(3).fill('Lunedì dell’Angelo'));
});

test('a day that only is observed is not a holiday', () => {
  expect(holidaysOf('IT')('2026-05-10')).toBeUndefined();
});

test('the patron day of Corsico is the Monday after the third Sunday of September', () => {
  const holiday = holidaysOf('IT', corsico);
  const days = [2025, 2026, 2027].map((year) => daysOf(year).filter((day) => holiday(day) === 'Festa patronale'));
  expect(days).toEqual([['2025-09-22'], ['2026-09-21'], ['2027-09-20']]);
  expect(holiday('2026-12-08')).toBe('Immacolata Concezione');
});

test.each([
  ['12-07', '2026-12-07'],
  ['easter 50', '2026-05-25'],
  ['1st monday in October', '2026-10-05'],
  ['2026-09-14', '2026-09-14'],
  ['12-26', '2026-12-26'],
])('a patron day by the rule %s', (rule, day) => {
  expect(holidaysOf('IT', { name: 'San Biagio', rule })(day)).toBe('San Biagio');
});

test('a holiday of several days is one on each of them', () => {
  const holiday = holidaysOf('IT', { name: 'Festa', rule: '09-21 P3D' });
  expect(['2026-09-20', '2026-09-21', '2026-09-23', '2026-09-24'].map(holiday)).toEqual([
    undefined,
    'Festa',
    'Festa',
    undefined,
  ]);
});

describe('what cannot be understood is told with its value and what is accepted', () => {
  test.each([
    '',
    'monday',
    'third monday in September',
    'lunedì dopo la 3a domenica di settembre',
    'monday after',
    '02-30',
    '13-01',
    '2027-02-29',
  ])('the rule "%s"', (rule) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => holidaysOf('IT', { name: 'Festa patronale', rule })).toThrow(
      `The rule of the patron day is "${rule}", but what is accepted is: a day of the year such as "12-07"`,
    );
  });

  test('the country "XX"', () => {
    expect(() => holidaysOf('XX')).toThrow(
      'No holidays are known of the country "XX"; what is accepted is two letters',
    );
  });
});

test.each(['America/Los_Angeles', 'Pacific/Auckland'])('a holiday is the same day on a machine set to %s', (zone) => {
  process.env['TZ'] = zone;
  const holiday = holidaysOf('IT', corsico);
  expect(['2026-12-07', '2026-12-08', '2026-12-09'].map(holiday)).toEqual([
    undefined,
    'Immacolata Concezione',
    undefined,
  ]);
  expect(holiday('2026-09-21')).toBe('Festa patronale');
});

function daysOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1);
  return Array.from({ length: 365 }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
}

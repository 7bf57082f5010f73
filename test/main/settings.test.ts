// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseSettings, settingsTable } from '../../src-main/settings.ts';

test('without a file the desk is that of the brief: Mondays from nine to eleven, three counters, five categories', () => {
  const settings = parseSettings({});
  expect(settings.weekly).toEqual([{ weekday: 1, from: '09:00', to: '11:00' }]);
  expect(settings.counters.map((counter) => counter.label)).toEqual(['Sportello 1', 'Sportello 2', 'Sportello 3']);
  expect(settings.categories.map((category) => category.id)).toEqual([
    ...['information', 'listening', 'needs-analysis', 'short-support', 'referral'],
  ]);
  expect(settings).toMatchObject({ issuingMinutesBefore: 15, ticketsPerDay: null, aheadInARow: 2, keepDays: 30 });
});

test.each([
  [
    { zone: 'Europe/Corsico' },
    'The setting zone is "Europe/Corsico", but what is accepted is: a time zone such as Europe/Rome.',
  ],
  [
    { weekly: [{ weekday: 8, from: '09:00', to: '11:00' }] },
    'The setting weekly[0].weekday is 8, but what is accepted is: a whole number from 1 (Monday) to 7 (Sunday).',
  ],
  [
    { weekly: [{ weekday: 1, from: '9', to: '11:00' }] },
    'The setting weekly[0].from is "9", but what is accepted is: a time such as 09:00.',
  ],
  [{ weekly: [{ weekday: 1, from: '11:00', to: '09:00' }] }, 'a time to that is later than from'],
  [{ issuingMinutesBefore: '15' }, 'The setting issuingMinutesBefore is "15", but what is accepted is: a whole number'],
  [
    { closures: [{ from: '2026-12-24', to: '2026-12-35', reason: 'Natale' }] },
    'The setting closures[0].to is "2026-12-35"',
  ],
  [
    { publicAddress: 'http://numeri.example.it' },
    'The setting publicAddress is "http://numeri.example.it", but what is accepted is: an address such as https://numeri.example.it, or null.',
  ],
  [{ counters: [] }, 'The setting counters is [], but what is accepted is: at least one counter.'],
  [
    {
      counters: [
        { id: '1', label: 'a' },
        { id: '1', label: 'b' },
      ],
    },
    'what is accepted is: no id twice',
  ],
  [
    { counters: [{ id: '1', label: 'a', services: ['tax'] }] },
    'The counter 1 names the service "tax", but the services are walk-in, appointment.',
  ],
  [
    {
      services: [
        { id: 'walk-in', label: 'a' },
        { id: 'tax', label: 'b' },
      ],
    },
    'no series twice',
  ],
  [{ colour: 'red' }, 'The settings have no "colour"; see docs/settings.md for those that exist.'],
  [{ office: { name: 'x' } }, 'The setting office.body is missing, but what is accepted is: a value of type string.'],
  [[], 'The setting file is [], but what is accepted is: a value of type object.'],
])('%j stops the start with name, value and what is accepted', (raw, sentence) => {
  expect(() => parseSettings(raw)).toThrow(sentence);
});

test('every key has its sentence, and docs/settings.md has them all', async () => {
  const page = await readFile(new URL('../../docs/settings.md', import.meta.url), 'utf8');
  for (const { key, sentence } of settingsTable()) {
    expect(sentence, key).toMatch(/\.$/);
    expect(page.replace(/ +/g, ' ')).toContain(`| \`${key}\` | ${sentence} |`);
  }
});

// SPDX-License-Identifier: EUPL-1.2
/** What is said while no numbers are given. */
import { expect, test } from 'vitest';
import type { Opening } from '../../../src-main/contract.ts';
import { it } from '../../../src-main/messages/pages/it.ts';
import { languages } from '../../../src-renderer/kiosk/languages.ts';
import { doorsStillClosed, openingWords } from '../../../src-renderer/lib/opening-words.ts';

const today = { issuesAt: '2026-11-23T08:30:00+01:00', opensAt: '2026-11-23T09:00:00+01:00' };
const nextMonday = { issuesAt: '2026-11-30T08:30:00+01:00', opensAt: '2026-11-30T09:00:00+01:00' };

function said(opening: Opening, now: string): string {
  const { title, reason, when, detail, advice } = openingWords(opening, now, it);
  return [title, reason, when && [when.label, ...when.words].join(' '), detail, advice].filter(Boolean).join(' | ');
}

test('a closed office says when it opens again and from when numbers are given', () => {
  expect(said({ state: 'closed', reason: 'hours', ...nextMonday }, '2026-11-24T15:00:00+01:00')).toBe(
    'Adesso siamo chiusi | Riapriamo lunedì 30 novembre alle 9:00 | Il numero si prende dalle 8:30.',
  );
});

test('on a holiday and on an extraordinary closure it says which', () => {
  const holiday = { state: 'closed', reason: 'holiday', reasonName: 'Sant’Ambrogio', ...nextMonday } as const;
  expect(said(holiday, '2026-11-23T10:00:00+01:00')).toMatch(/^Oggi siamo chiusi \| Sant’Ambrogio \| Riapriamo lunedì/);
});

test('within an hour the minutes until numbers are given are counted, before that the time is said', () => {
  const opening = { state: 'not-yet-open', reason: 'hours', ...today } as const;
  expect(said(opening, '2026-11-23T08:18:00+01:00')).toBe(
    'Apriamo tra poco | Si prende il numero tra 12 minuti | Gli sportelli aprono alle 9:00.',
  );
  expect(said(opening, '2026-11-23T08:29:59+01:00')).toContain('tra 1 minuto');
  expect(said(opening, '2026-11-23T07:30:00+01:00')).toContain('tra 60 minuti');
  expect(said(opening, '2026-11-23T07:29:00+01:00')).toBe(
    'Oggi apriamo più tardi | Apriamo oggi alle 9:00 | Il numero si prende dalle 8:30.',
  );
});

test('when the numbers are gone before the doors open, nobody is told to come back today for one', () => {
  const full: Opening = { state: 'full', opensAt: today.opensAt, issuesAt: nextMonday.issuesAt };
  expect(said(full, '2026-11-23T08:50:00+01:00')).toBe(
    'I numeri di oggi sono finiti | Il prossimo giorno lunedì 30 novembre alle 8:30 | Chi ha già un numero sarà chiamato.',
  );
});

test('a pause promises no time', () => {
  expect(said({ state: 'paused', ...nextMonday }, '2026-11-23T10:00:00+01:00')).toBe(
    'Una breve pausa | I numeri riprendono tra poco. Chi ha già un numero sarà chiamato.',
  );
});

test('an office without any opening ahead promises none', () => {
  expect(said({ state: 'closed', reason: 'hours' }, '2026-11-24T15:00:00+01:00')).toBe('Adesso siamo chiusi');
});

test('who takes a number before the doors open is told when they open', () => {
  const early = '2026-11-23T08:45:00+01:00';
  const closesAt = '2026-11-23T11:00:00+01:00';
  const before: Opening = { state: 'open', opensAt: today.opensAt, issuesAt: nextMonday.issuesAt, closesAt };
  expect(doorsStillClosed(before, early)).toBe(today.opensAt);
  const during: Opening = { state: 'open', ...nextMonday, closesAt };
  expect(doorsStillClosed(during, '2026-11-23T09:30:00+01:00')).toBeUndefined();
  const afternoonToo: Opening = { state: 'open', opensAt: '2026-11-23T14:00:00+01:00', closesAt };
  expect(doorsStillClosed(afternoonToo, '2026-11-23T09:30:00+01:00')).toBeUndefined();
});

test.each(languages)('in $name every state says what is true and when one can come', ({ messages: m }) => {
  const at = (state: Opening['state'], reason?: Opening['reason'], times: object = nextMonday): Opening => ({
    ...{ state, ...times },
    ...(reason && { reason }),
    ...(reason === 'holiday' && { reasonName: 'Sant’Ambrogio' }),
  });
  const words = (opening: Opening, now = '2026-11-24T15:00:00+01:00') => openingWords(opening, now, m);
  const closed = (['hours', 'holiday', 'closure', 'day-closed'] as const).map((reason) => words(at('closed', reason)));
  for (const { title, when, detail } of [...closed, words(at('full'))]) {
    expect(title).not.toBe('');
    expect(when!.words.join(' ')).toMatch(/30.*9:00/);
    expect(detail).toContain('8:30');
  }
  expect(closed[1]!.reason).toBe('Sant’Ambrogio');
  expect(words(at('paused')).advice).toContain(m.stillCalled);
  const soon = words(at('not-yet-open', 'hours', today), '2026-11-23T08:18:00+01:00');
  expect(soon.when!.words.join(' ')).toContain('12');
  expect(soon.detail).toContain('9:00');
});

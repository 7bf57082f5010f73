// SPDX-License-Identifier: EUPL-1.2
/** What the console says of others: colleagues, citizens who come, displays in the room. */
import { expect, test } from 'vitest';
import type { ConsoleView, QueuedTicket } from '#contract';
import { displaysWord, warningsOf } from '../../src-renderer/console/alerts.ts';
import { arrivalsSentence, newsOf, openingNews, takenSentence } from '../../src-renderer/console/news.ts';

const at = '2026-11-23T09:00:00.000+01:00';
const ticket = (number: string, more: Partial<QueuedTicket> = {}): QueuedTicket => ({
  ...{ id: number, number, service: 'walk-in', language: 'it', state: 'waiting' },
  ...{ issuedAt: at, since: at, calls: 0, priority: false, paper: 'printed' },
  ...more,
});
type Seen = Pick<ConsoleView, 'queue' | 'counters' | 'opening' | 'alerts' | 'displays' | 'today'>;

/** Anna at Sportello 2 and Bruno at Sportello 1. */
function seen(
  queue: QueuedTicket[],
  anna: { ticket?: string; next?: string },
  bruno: { ticket?: string } = {},
  more: Partial<Seen> = {},
): Seen {
  return {
    queue,
    counters: [
      { id: '1', label: 'Sportello 1', operator: 'bruno', ...bruno },
      { id: '2', label: 'Sportello 2', operator: 'anna', ...anna },
    ],
    opening: { state: 'open' },
    alerts: [],
    displays: { connected: 1, mute: 0 },
    today: { issued: 2, served: 0, noShow: 0, waiting: 2 },
    ...more,
  };
}

const both = [ticket('14'), ticket('15')];

test('when a colleague calls the ticket one was about to call, the page says who, and whose turn it is now', () => {
  const before = seen(both, { next: '14' });
  const called = [ticket('14', { state: 'called', counter: '1' })];
  expect(newsOf(before, seen([...called, both[1]!], { next: '15' }, { ticket: '14' }), 'anna')).toBe(
    'Bruno ha già chiamato il numero 14 allo Sportello 1. Ora tocca al 15.',
  );
  expect(newsOf(before, seen([...called, both[1]!], { ticket: '15' }, { ticket: '14' }), 'anna')).toBe(
    'Bruno ha già chiamato il numero 14 allo Sportello 1. Lei ha chiamato il 15.',
  );
  expect(newsOf(before, seen(called, {}, { ticket: '14' }), 'anna')).toMatch(/Ora non aspetta più nessuno\.$/);
});

test('nobody is told of what does not concern them', () => {
  const waiting = seen(both, { next: '14' });
  expect(newsOf(waiting, seen([...both, ticket('16')], { next: '14' }), 'anna')).toBeUndefined();
  expect(newsOf(waiting, seen(both, { next: '15' }), 'anna')).toBeUndefined();
  const busy = seen(both, { ticket: '13', next: '14' });
  expect(newsOf(busy, seen(both, { ticket: '13', next: '15' }, { ticket: '14' }), 'anna')).toBeUndefined();
  expect(takenSentence('14', '2', waiting)).toBeUndefined();
  expect(openingNews(waiting, waiting)).toBeUndefined();
});

test('who is sent to this counter is announced, with who sends them', () => {
  const before = seen([ticket('9', { state: 'serving', counter: '1' })], {}, { ticket: '9' });
  expect(newsOf(before, seen([ticket('9', { counter: '2' })], { next: '9' }), 'anna')).toBe(
    'Bruno le manda il numero 9.',
  );
});

test('that numbers are given no longer, or again, is said', () => {
  const open = seen(both, {});
  const paused = seen(both, {}, {}, { opening: { state: 'paused' } });
  expect(openingNews(open, paused)).toBe('Emissione in pausa.');
  expect(openingNews(paused, open)).toBe('Aperto.');
});

test('those who come together are told of together', () => {
  expect(arrivalsSentence(1, 4)).toBe('Un nuovo numero. In attesa: 4.');
  expect(arrivalsSentence(3, 7)).toBe('3 nuovi numeri. In attesa: 7.');
});

test('a display that nobody can hear, or none at all, is an alert that says what to do', () => {
  const titles = (displays: Seen['displays'], noDisplay = false, more: Partial<Seen> = {}) =>
    warningsOf(seen(both, {}, {}, { displays, ...more }), noDisplay).map(({ title }) => title);
  expect(titles({ connected: 2, mute: 0 })).toEqual([]);
  expect(titles({ connected: 1, mute: 1 })).toEqual(['Lo schermo è senza suono']);
  expect(titles({ connected: 3, mute: 1 })).toEqual(['Uno schermo è senza suono']);
  expect(titles({ connected: 3, mute: 2 })).toEqual(['2 schermi sono senza suono']);
  expect(titles({ connected: 0, mute: 0 }, true)).toEqual(['Nessuno schermo in sala']);
  expect(titles({ connected: 0, mute: 0 }, false)).toEqual([]);
});

test('with the office closed and nobody waiting, a display may be off', () => {
  const closed = { opening: { state: 'closed' }, today: { issued: 0, served: 0, noShow: 0, waiting: 0 } } as const;
  expect(warningsOf(seen([], {}, {}, { displays: { connected: 0, mute: 0 }, ...closed }), true)).toEqual([]);
});

test('at a glance: how many displays there are, and how many of them are mute', () => {
  const words = [
    { connected: 0, mute: 0 },
    { connected: 1, mute: 0 },
    { connected: 1, mute: 1 },
    { connected: 3, mute: 1 },
  ].map(displaysWord);
  expect(words).toEqual(['Nessuno schermo', '1 schermo', '1 schermo senza suono', '3 schermi, 1 senza suono']);
});

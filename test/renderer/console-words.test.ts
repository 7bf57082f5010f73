// SPDX-License-Identifier: EUPL-1.2
/** What the console says of a ticket and of what was done. */
import { expect, test } from 'vitest';
import type { CalledTicket, ConsoleView, QueuedTicket } from '#contract';
import { sentenceOf, type Act } from '../../src-renderer/console/said.ts';
import { isReprintable, marksOf, paperWordOf } from '../../src-renderer/console/words.ts';

const at = '2026-11-23T09:00:00.000+01:00';

const labels: Pick<ConsoleView, 'services' | 'counters' | 'categories' | 'printer'> = {
  services: [{ id: 'walk-in', label: 'senza appuntamento' }],
  counters: [
    { id: '1', label: 'Sportello 1' },
    { id: 'b', label: 'Stanza Blu' },
    { id: 'e', label: 'Ingresso' },
  ],
  categories: [{ id: 'listening', label: 'Accoglienza e ascolto' }],
  printer: { state: 'ready', nearEnd: false, since: at },
};

const ticket: QueuedTicket = {
  ...{ id: '2026-11-23-8', number: '8', service: 'walk-in', language: 'it', state: 'waiting' },
  ...{ issuedAt: at, since: at, calls: 0, priority: false, paper: 'printed' },
};

function said(act: Act, called: Partial<CalledTicket> = {}): string {
  return sentenceOf(act, { ok: true, revision: 1, ticket: { ...ticket, ...called } }, labels);
}

test('a call says the number and where to, whatever the counter is called', () => {
  const to = (counter: string) => said({ type: 'CallTicket', ticket: ticket.id, counter });
  expect(to('1')).toBe('Chiamato il numero 8 allo Sportello 1.');
  expect(to('b')).toBe('Chiamato il numero 8 alla Stanza Blu.');
  expect(to('e')).toBe('Chiamato il numero 8 a: Ingresso.');
});

test('the end of a visit says its category, and that there are more', () => {
  const finish = { type: 'FinishServing', ticket: ticket.id, category: 'listening' } as const;
  expect(said(finish)).toBe('Concluso il numero 8: Accoglienza e ascolto.');
  expect(said({ ...finish, also: ['a'] })).toBe('Concluso il numero 8: Accoglienza e ascolto (e un’altra categoria).');
  expect(said({ ...finish, also: ['a', 'b'] })).toContain('(e altre 2 categorie)');
});

test('beside a number stands its service, and whatever sets it apart', () => {
  expect(marksOf(ticket, labels)).toEqual(['senza appuntamento']);
  expect(marksOf({ ...ticket, priority: true, counter: '1', paper: 'unknown' }, labels)).toEqual([
    'senza appuntamento',
    'precedenza',
    'solo Sportello 1',
    'stampa incerta',
  ]);
});

test('only while it waits does a ticket wait for one counter alone', () => {
  expect(marksOf({ ...ticket, state: 'parked', counter: '1' }, labels)).toEqual(['senza appuntamento']);
});

test('a slip that may not be on paper is a doubt, and can be printed again once it is not on its way', () => {
  expect(paperWordOf({ paper: 'not-sent' }, labels)).toBe('stampa mancata');
  expect(paperWordOf({ paper: 'printed' }, labels)).toBeUndefined();
  expect(isReprintable({ paper: 'unknown' }, labels)).toBe(true);
  expect(isReprintable({ paper: 'printing' }, labels)).toBe(false);
});

test('while the printer has stopped, slips that should be on their way are told from those that are', () => {
  const stopped = { printer: { state: 'paper-end', nearEnd: false, since: at } } as const;
  expect([paperWordOf({ paper: 'queued' }, labels), paperWordOf({ paper: 'printing' }, labels)]).toEqual([
    undefined,
    undefined,
  ]);
  expect(paperWordOf({ paper: 'queued' }, stopped)).toBe('da stampare');
  expect(paperWordOf({ paper: 'printing' }, stopped)).toBe('stampa interrotta');
  expect(paperWordOf({ paper: 'printed' }, stopped)).toBeUndefined();
});

test('where there is no printer, nobody is told of paper', () => {
  const without = { printer: { state: 'absent', nearEnd: false, since: at } } as const;
  expect(paperWordOf({ paper: 'not-sent' }, without)).toBeUndefined();
  expect(isReprintable({ paper: 'not-sent' }, without)).toBe(false);
});

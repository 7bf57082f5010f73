// SPDX-License-Identifier: EUPL-1.2
/** What an operator reads when a command was refused. */
import { expect, test } from 'vitest';
import type { Act } from '../../src-main/core/command.ts';
import type { Refusal } from '../../src-main/core/queue.ts';
import { refusalSentence } from '../../src-main/core/refusal.ts';
import { absent, called, issued, opened, queueAfter, served, started, T, type Past } from './given.ts';

const labels = { services: {}, counters: { 1: 'Sportello 1', 2: 'Stanza 2' }, categories: {}, referrals: {} };
const sentence = (past: readonly Past[], refusal: Refusal, act: Act) =>
  refusalSentence(refusal, { id: 'this', ...act }, queueAfter(past), labels);

const past = [opened('1'), opened('2', 'bruno'), issued(1), issued(2)];

test('whoever comes second is told at which counter the ticket was called', () => {
  const act: Act = { type: 'CallTicket', ticket: T(1), counter: '1' };
  expect(sentence([...past, called(1, '2')], 'wrong-state', act)).toBe('Il numero 1 è già stato chiamato (Stanza 2).');
  expect(sentence([...past, called(1, '2'), started(1)], 'wrong-state', act)).toBe(
    'Il numero 1 è già allo sportello (Stanza 2).',
  );
});

test('a ticket that is at no counter is not said to be at one', () => {
  const act: Act = { type: 'Recall', ticket: T(1) };
  expect(sentence([...past, called(1), absent(1)], 'wrong-state', act)).toBe('Il numero 1 è segnato come assente.');
});

test('a counter that is taken is told with who receives there', () => {
  expect(sentence(past, 'counter-taken', { type: 'OpenCounter', counter: '2' })).toBe('Stanza 2: riceve già bruno.');
});

test('a busy counter is told with who is still there', () => {
  const here = 'Allo sportello c’è ancora il numero 1: prima concluda la visita.';
  const busy = [...past, called(1)];
  expect(sentence(busy, 'busy', { type: 'CallNext', counter: '1' })).toBe(here);
  expect(sentence(busy, 'busy', { type: 'CallTicket', ticket: T(2), counter: '1' })).toBe(here);
  expect(sentence(busy, 'busy', { type: 'CloseCounter', counter: '1' })).toBe(here);
  expect(sentence(busy, 'busy', { type: 'OpenCounter', counter: '2' })).not.toContain('numero');
});

test('so is one to which a step would be taken back', () => {
  const past2 = [...past, called(2), served(2), called(1)];
  expect(sentence(past2, 'busy', { type: 'Undo', ticket: T(2) })).toBe(
    'Allo sportello c’è ancora il numero 1: prima concluda la visita.',
  );
});

test('every other refusal has a sentence of its own', () => {
  const refusals: Refusal[] = [
    'closed',
    'not-yet-open',
    'full',
    'paused',
    'queue-empty',
    'not-found',
    'not-your-counter',
  ];
  const all = refusals.map((refusal) => sentence([], refusal, { type: 'CallNext', counter: '1' }));
  expect(new Set(all).size).toBe(refusals.length);
});

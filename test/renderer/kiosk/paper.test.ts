// SPDX-License-Identifier: EUPL-1.2
/** What a citizen at the kiosk is told of the slip. */
import { expect, test } from 'vitest';
import type { Paper, PrinterState } from '#contract';
import { paperOf } from '../../../src-renderer/kiosk/paper.ts';

const at = '2026-11-23T09:00:00.000+01:00';
const mine = { id: '2026-11-23-7' };

function told(state: Paper, printer: PrinterState = 'ready', lost = false) {
  const paper = [
    { ticket: '2026-11-23-8', number: '8', state: 'printed' as const },
    { ticket: mine.id, number: '7', state },
  ];
  return paperOf(mine, { paper, printer: { state: printer, nearEnd: false, since: at } }, lost);
}

test('a slip that is on paper is to be taken, whatever the printer has come to since', () => {
  expect(told('printed')).toBe('printed');
  expect(told('printed', 'paper-end', true)).toBe('printed');
});

test('a slip is on its way only while the printer can print and the office is there to say so', () => {
  expect([told('queued'), told('printing')]).toEqual(['printing', 'printing']);
  expect([told('queued', 'paper-end'), told('queued', 'ready', true)]).toEqual(['none', 'none']);
});

test('of a slip in doubt the citizen is told that it may come out, and so of one that stopped half-way', () => {
  expect([told('unknown'), told('printing', 'paper-end'), told('printing', 'ready', true)]).toEqual([
    'in-doubt',
    'in-doubt',
    'in-doubt',
  ]);
});

test('of a slip that was not sent nobody is told to wait for it', () => {
  expect(told('not-sent')).toBe('none');
});

test('a ticket so new that no view has it yet is about to be printed', () => {
  const printer = { state: 'ready', nearEnd: false, since: at } as const;
  expect(paperOf(mine, { paper: [], printer }, false)).toBe('printing');
});

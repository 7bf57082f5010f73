// SPDX-License-Identifier: EUPL-1.2
/** What the console says of the printer. */
import { expect, test } from 'vitest';
import type { Alert, PrinterState } from '#contract';
import { adviceOn, printerWord, stopsPaper, titleOf } from '../../src-renderer/console/printer-words.ts';

const word = (state: PrinterState, nearEnd = false) => printerWord({ state, nearEnd });
const states: PrinterState[] = ['ready', 'paper-end', 'cover-open', 'cutter', 'error', 'offline', 'absent'];
const troubles: Alert['about'][] = [
  ...['paper-near-end', 'paper-end', 'cover-open', 'cutter', 'error', 'offline', 'absent'],
] as Alert['about'][];

test('every state of the printer has words of its own', () => {
  const words = [...states.map((state) => word(state)), word('ready', true)];
  expect(new Set(words).size).toBe(words.length);
  expect(word('ready')).toBe('Stampante pronta');
  expect(word('ready', true)).toBe('Carta quasi finita');
});

test('a printer that has stopped is not said to be short of paper', () => {
  expect(word('cover-open', true)).toBe('Coperchio aperto');
});

test('every alert says what to do, in one sentence, and is called as in the header', () => {
  for (const about of troubles) expect(adviceOn({ about })).toMatch(/^[A-Z][^.!]+\.$/);
  expect(titleOf({ about: 'paper-end' })).toBe(word('paper-end'));
  expect(titleOf({ about: 'paper-near-end' })).toBe(word('ready', true));
});

test('a roll that is nearly at its end still prints', () => {
  expect(troubles.filter((about) => !stopsPaper({ about }))).toEqual(['paper-near-end']);
});

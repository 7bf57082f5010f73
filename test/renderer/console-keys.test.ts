// SPDX-License-Identifier: EUPL-1.2
/** What the keys of the console mean, and when they mean nothing. */
import { describe, expect, test } from 'vitest';
import { meaningOf, type Place, type Press } from '../../src-renderer/console/keys.ts';

const nothingHeld = { repeat: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<Press> = {}): Press => ({ key, code: '', ...nothingHeld, ...held });
const means = (key: string, held: Partial<Press> = {}, place: Place = 'page') => meaningOf(press(key, held), place);

describe('at the desk', () => {
  test.each([
    ['Enter', 'call-next'],
    [' ', 'start-serving'],
    ['r', 'recall'],
    ['a', 'no-show'],
    ['s', 'park'],
    ['t', 'transfer'],
    ['c', 'queue'],
    ['m', 'more'],
  ])('the key %j means %s', (key, step) => {
    expect(means(key)).toEqual({ step });
  });

  test('a capital, typed with the caps lock on, means the same', () => {
    expect(means('R')).toEqual({ step: 'recall' });
  });

  test('a number finishes the visit with the category of that place', () => {
    expect(means('1')).toEqual({ finish: 0 });
    expect(means('9')).toEqual({ finish: 8 });
    expect(means('0')).toBeUndefined();
  });

  test('Shift and a number mark a further category, on a keyboard that writes a quotation mark then too', () => {
    expect(means('"', { shiftKey: true, code: 'Digit2' })).toEqual({ mark: 1 });
  });

  test('Ctrl Z takes back the last step, and other keys with Ctrl stay the browser’s', () => {
    expect(means('z', { ctrlKey: true })).toEqual({ step: 'undo' });
    expect(means('z', { metaKey: true })).toEqual({ step: 'undo' });
    expect(means('z')).toBeUndefined();
    expect(means('r', { ctrlKey: true })).toBeUndefined();
    expect(means('a', { altKey: true })).toBeUndefined();
  });

  test('the question mark shows the keys', () => {
    expect(means('?', { shiftKey: true, code: 'Minus' })).toEqual({ step: 'help' });
  });
});

test('a key that is held down does nothing more', () => {
  for (const key of ['Enter', ' ', 'r', '1']) expect(means(key, { repeat: true })).toBeUndefined();
  expect(means('z', { ctrlKey: true, repeat: true })).toBeUndefined();
});

test('no key fires while somebody types', () => {
  for (const key of ['Enter', ' ', 'r', 'm', '1', '?']) expect(means(key, {}, 'field')).toBeUndefined();
  expect(means('z', { ctrlKey: true }, 'field')).toBeUndefined();
});

test('on a button Enter and Space press that button, all other keys keep their meaning', () => {
  expect(means('Enter', {}, 'control')).toBeUndefined();
  expect(means(' ', {}, 'control')).toBeUndefined();
  expect(means('r', {}, 'control')).toEqual({ step: 'recall' });
  expect(means('2', {}, 'control')).toEqual({ finish: 1 });
});

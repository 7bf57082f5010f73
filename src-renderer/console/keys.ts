// SPDX-License-Identifier: EUPL-1.2
/** What the keys mean at the desk. */

export type Step =
  'call-next' | 'start-serving' | 'recall' | 'no-show' | 'park' | 'transfer' | 'undo' | 'queue' | 'more' | 'help';

/** `cap` is what stands on the button, `aria` how aria-keyshortcuts writes it. */
export interface Key {
  cap: string;
  aria: string;
}

export const keyOf: Record<Step, Key> = {
  'call-next': { cap: 'Invio', aria: 'Enter' },
  'start-serving': { cap: 'Spazio', aria: 'Space' },
  recall: { cap: 'R', aria: 'R' },
  'no-show': { cap: 'A', aria: 'A' },
  park: { cap: 'S', aria: 'S' },
  transfer: { cap: 'T', aria: 'T' },
  undo: { cap: 'Ctrl Z', aria: 'Control+Z' },
  queue: { cap: 'C', aria: 'C' },
  more: { cap: 'M', aria: 'M' },
  help: { cap: '?', aria: '?' },
};

const stepOf: Readonly<Record<string, Step>> = {
  enter: 'call-next',
  ' ': 'start-serving',
  r: 'recall',
  a: 'no-show',
  s: 'park',
  t: 'transfer',
  c: 'queue',
  m: 'more',
  '?': 'help',
};

/** Where the press arrives: in a field, on a control that has a use for Enter and Space itself, or on neither. */
export type Place = 'field' | 'control' | 'page';

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A step, or the place of a category: to finish with, or to mark as a further one. Places count from 0. */
export type Meaning = { step: Step } | { finish: number } | { mark: number };

/** What a press means at the desk; nothing while somebody types, or for a key that is held down. */
export function meaningOf(press: Press, place: Place): Meaning | undefined {
  if (press.repeat || press.altKey || place === 'field') return undefined;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) return key === 'z' && !press.shiftKey ? { step: 'undo' } : undefined;
  if (press.shiftKey) {
    // With Shift a digit gives another sign, and which one depends on the keyboard.
    const digit = /^Digit([1-9])$/.exec(press.code);
    if (digit) return { mark: Number(digit[1]) - 1 };
    return key === '?' ? { step: 'help' } : undefined;
  }
  const digit = digitOf(press);
  if (digit !== undefined) return digit > 0 ? { finish: digit - 1 } : undefined;
  if (place === 'control' && (key === 'enter' || key === ' ')) return undefined;
  const step = stepOf[key];
  return step && { step };
}

/** The digit pressed, 0 to 9, without anything held down beside it. */
export function digitOf(press: Press): number | undefined {
  if (press.repeat || press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return undefined;
  return /^\d$/.test(press.key) ? Number(press.key) : undefined;
}

/** @param target where the press was aimed at */
export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page';
  if (target.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])')) return 'field';
  return target.closest('button, a[href], summary, input, label') ? 'control' : 'page';
}

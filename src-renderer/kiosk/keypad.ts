// SPDX-License-Identifier: EUPL-1.2
/** The keys of a keypad that is read by touch, and what each of them asks for. */

export type Press = 'next' | 'back' | 'choose' | 'louder' | 'softer' | 'off';

const KEYS: Readonly<Record<string, Press>> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'back',
  ArrowLeft: 'back',
  Enter: 'choose',
  ' ': 'choose',
  '+': 'louder',
  PageUp: 'louder',
  AudioVolumeUp: 'louder',
  '-': 'softer',
  PageDown: 'softer',
  AudioVolumeDown: 'softer',
  Escape: 'off',
};

/** The keys that a blind person finds first: any of them starts the speech. */
const STARTING: readonly Press[] = ['next', 'back', 'choose'];

/** @param on whether the speech is on; if not, Tab and a key for the button in focus remain the browser's */
export function pressOf(event: KeyboardEvent, on: boolean): Press | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.key === 'Tab') return on ? (event.shiftKey ? 'back' : 'next') : undefined;
  const press = KEYS[event.key];
  if (on || press === undefined) return press;
  const isForButton = press === 'choose' && document.activeElement instanceof HTMLButtonElement;
  return STARTING.includes(press) && !isForButton ? press : undefined;
}

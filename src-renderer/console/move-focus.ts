// SPDX-License-Identifier: EUPL-1.2
/** Walks through the buttons of a list with the arrow keys. */

/** Moves the focus when the key is an arrow and the focus is in the list; then the page does not scroll. */
export function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || !list.contains(document.activeElement)) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll<HTMLElement>('button:enabled')];
  const next = buttons.indexOf(document.activeElement as HTMLElement) + by;
  buttons[Math.min(Math.max(next, 0), buttons.length - 1)]?.focus();
}

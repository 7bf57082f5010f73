// SPDX-License-Identifier: EUPL-1.2
/** Takes from a page of the public what a browser offers besides touching: its menu, dragging, zooming, printing, and its keys. */
import './public-screen.css';

export function lockPublicScreen(): void {
  const refuse = (event: globalThis.Event) => event.preventDefault();
  addEventListener('contextmenu', refuse);
  addEventListener('dragstart', refuse);
  // a window without tabs asks the page first, also about another window and about closing this one
  addEventListener('keydown', (event) => isShortcut(event) && event.preventDefault(), { capture: true });
  window.print = () => undefined;
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false });
}

/** Ctrl and Alt at once write a third sign on some keyboards. */
function isShortcut({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey !== altKey || metaKey || /^F\d+$/.test(key);
}

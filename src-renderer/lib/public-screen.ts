// SPDX-License-Identifier: EUPL-1.2
/** Takes from a page of the public what a browser offers besides touching: its menu, dragging, and zooming by wheel. */
import './public-screen.css';

export function lockPublicScreen(): void {
  const refuse = (event: globalThis.Event) => event.preventDefault();
  addEventListener('contextmenu', refuse);
  addEventListener('dragstart', refuse);
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false });
}

// SPDX-License-Identifier: EUPL-1.2
/** Tells a slow hand from a bag that leans on the screen: what is held for too long presses nothing. */

const LONGEST_PRESS_MS = 1500;

export function ignoreLongPresses(): void {
  let since = 0;
  addEventListener('pointerdown', ({ timeStamp }) => (since = timeStamp), { capture: true });
  addEventListener(
    'click',
    (event) => {
      // a key or a program presses without a pointer
      if (event.detail > 0 && event.timeStamp - since > LONGEST_PRESS_MS) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

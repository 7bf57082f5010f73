// SPDX-License-Identifier: EUPL-1.2
/** Finds how much larger the letters of a page can be so that all of it still stays on the screen. */

const LARGER = [1.5, 1.4, 1.3, 1.2, 1.1];

/** Sets `--larger` on the root: 1 unless larger text is wished for, and then as much as there is room for. */
export function fitLetters(larger: boolean): void {
  const root = document.documentElement;
  for (const factor of larger ? LARGER : []) {
    root.style.setProperty('--larger', String(factor));
    if (isWhole()) return;
  }
  root.style.setProperty('--larger', '1');
}

function isWhole(): boolean {
  const main = document.querySelector('main');
  return !main || [main, ...main.querySelectorAll('button, nav, section, .foot')].every(fits);
}

/** Letters may reach a little over the line they stand on. */
function fits(element: Element): boolean {
  const overline = element.tagName === 'MAIN' ? 1 : parseFloat(getComputedStyle(element).fontSize) / 4;
  return element.scrollHeight <= element.clientHeight + overline && element.scrollWidth <= element.clientWidth + 1;
}

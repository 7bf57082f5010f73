// SPDX-License-Identifier: EUPL-1.2
/** Finds how large the letters of a page can be so that all of it still stays on the screen. */

const LARGER = [1.5, 1.4, 1.3, 1.2, 1.1];
const AS_DRAWN = [1, 0.9, 0.8, 0.7];

/**
 * Sets `--larger` and `--drawn` on the root: as drawn, or larger where that is wished for, and smaller where there is
 * no room for it.
 */
export function fitLetters(larger: boolean): void {
  const { style } = document.documentElement;
  for (const factor of [...(larger ? LARGER : []), ...AS_DRAWN]) {
    style.setProperty('--larger', String(Math.max(1, factor)));
    style.setProperty('--drawn', String(Math.min(1, factor)));
    if (isWhole()) return;
  }
}

function isWhole(): boolean {
  const main = document.querySelector('main');
  return !main || [main, ...main.querySelectorAll('button, nav, section, dl, .foot')].every(fits);
}

/** Letters may reach a little over the line they stand on. */
function fits(element: Element): boolean {
  const overline = element.tagName === 'MAIN' ? 1 : Math.max(...[element, ...element.children].map(letterOf)) / 4;
  return element.scrollHeight <= element.clientHeight + overline && element.scrollWidth <= element.clientWidth + 1;
}

/** In pixels. */
function letterOf(element: Element): number {
  return parseFloat(getComputedStyle(element).fontSize);
}

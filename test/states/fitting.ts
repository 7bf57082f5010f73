// SPDX-License-Identifier: EUPL-1.2
/** Whether every word on a page can be read: on the screen, within what it stands in, and on no other word. */
import type { Page } from 'playwright-core';

/** What does not fit, in words. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 1.5;
    interface Line {
      text: string;
      of: Element;
      rect: DOMRect;
    }
    const lines: Line[] = [];
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement!;
      const text = node.textContent!.trim();
      if (!text || !of.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (of.closest('[data-offscreen], script, style, svg, [inert]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) if (rect.width > 0) lines.push({ text, of, rect });
    }
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
    const inList = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) if (scrolls(at)) return true;
      return false;
    };

    for (const { text, of, rect } of lines) {
      if (inList(of)) continue;
      // the letters, without the room that a font keeps above them, and below those that do not reach under the line
      const [above, below] = /^[A-Z\d]+$/.test(text) ? [0.28, 0.25] : [0.22, 0.22];
      const letters = { top: rect.top + rect.height * above, bottom: rect.bottom - rect.height * below };
      if (rect.left < -SLACK || rect.right > innerWidth + SLACK) found.add(`“${text}” leaves the screen sideways`);
      if (letters.top < -SLACK || letters.bottom > innerHeight + SLACK) found.add(`“${text}” leaves the screen`);
      for (let at: Element | null = of; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        const holds = at.matches('button, a, input, [role=dialog], footer, header, nav, dl, li, section, main');
        const clipsX = overflowX !== 'visible' || textOverflow === 'ellipsis';
        if ((holds || clipsX) && (rect.left < box.left - SLACK || rect.right > box.right + SLACK))
          found.add(`“${text}” is wider than its ${at.tagName.toLowerCase()}`);
        if (
          (holds || overflowY !== 'visible') &&
          (letters.top < box.top - SLACK || letters.bottom > box.bottom + SLACK)
        )
          found.add(`“${text}” is higher than its ${at.tagName.toLowerCase()}`);
      }
    }
    for (const [i, a] of lines.entries()) {
      for (const b of lines.slice(i + 1)) {
        if (a.of === b.of || a.of.contains(b.of) || b.of.contains(a.of)) continue;
        if (a.of.closest('dialog') !== b.of.closest('dialog')) continue;
        const inner = (r: DOMRect) => [r.top + r.height * 0.25, r.bottom - r.height * 0.25] as const;
        const [aTop, aBottom] = inner(a.rect);
        const [bTop, bBottom] = inner(b.rect);
        const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
        const down = Math.min(aBottom, bBottom) - Math.max(aTop, bTop);
        if (across > 2 && down > 2 && !inList(a.of) && !inList(b.of))
          found.add(`“${a.text}” and “${b.text}” lie on each other`);
      }
    }
    return [...found];
  });
}

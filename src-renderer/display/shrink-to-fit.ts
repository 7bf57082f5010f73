// SPDX-License-Identifier: EUPL-1.2
/** Lets words that are longer than expected keep inside their box: sets --fit, from 1 down, until nothing sticks out. */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

const STEP = 0.05;
const LEAST = 0.4;

export const shrinkToFit: Attachment<HTMLElement> = (box) => {
  const fit = () => {
    for (let size = 1; size > LEAST; size -= STEP) {
      box.style.setProperty('--fit', size.toFixed(2));
      if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) return;
    }
  };
  fit();
  const room = new ResizeObserver(fit);
  room.observe(box);
  const words = new MutationObserver(fit);
  words.observe(box, { childList: true, characterData: true, subtree: true });
  const letters = on(document.fonts, 'loadingdone', fit);
  return () => {
    room.disconnect();
    words.disconnect();
    letters();
  };
};

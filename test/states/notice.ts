// SPDX-License-Identifier: EUPL-1.2
/** A notice as long as one can be: 200 letters. */
import type { Past } from '../core/given.ts';

export const notice: Past = {
  type: 'NoticePosted',
  text:
    'Oggi riceviamo a un solo sportello, perché una collega è malata: l’attesa può essere più lunga del solito. ' +
    'Chi può tornare lunedì prossimo aspetterà molto di meno. Ci scusiamo e ringraziamo tutti voi.',
};

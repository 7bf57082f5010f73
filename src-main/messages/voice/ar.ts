// SPDX-License-Identifier: EUPL-1.2
/** What the voice says in Arabic. */
import type { Words } from './it.ts';

export const ar: Words = {
  number: (said) => `الرقم ${said}.`,
  counter: (said) => `الشباك رقم ${said}.`,
  room: (said) => `الغرفة رقم ${said}.`,
  to: 'إلى',
  letters: 'إيه,بي,سي,دي,إي,إف,جي,إتش,آي,جيه,كيه,إل,إم,إن,أو,بي,كيو,آر,إس,تي,يو,في,دبليو,إكس,واي,زد',
};

// SPDX-License-Identifier: EUPL-1.2
/** A language that the public may choose, and the office's own: a page that offers no other loads no other. */
import type { Language } from '#contract';
import { it, type Messages } from '#messages/pages/it.ts';

export interface Offered {
  id: Language;
  /** In the language itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  messages: Messages;
}

export const home: Offered = { id: 'it', name: 'Italiano', direction: 'ltr', messages: it };

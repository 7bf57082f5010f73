// SPDX-License-Identifier: EUPL-1.2
/** The languages that the public may choose, each under its own name. */
import { ar } from '#messages/pages/ar.ts';
import { en } from '#messages/pages/en.ts';
import { it, type Messages } from '#messages/pages/it.ts';

export interface Offered {
  id: 'it' | 'en' | 'ar';
  name: string;
  direction: 'ltr' | 'rtl';
  messages: Messages;
}

export const home: Offered = { id: 'it', name: 'Italiano', direction: 'ltr', messages: it };

export const languages: readonly Offered[] = [
  home,
  { id: 'en', name: 'English', direction: 'ltr', messages: en },
  { id: 'ar', name: 'العربية', direction: 'rtl', messages: ar },
];

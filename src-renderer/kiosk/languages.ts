// SPDX-License-Identifier: EUPL-1.2
/** The languages that a citizen may choose, in the order in which they stand on the screen. */
import { ar } from '#messages/pages/ar.ts';
import { en } from '#messages/pages/en.ts';
import { es } from '#messages/pages/es.ts';
import { fr } from '#messages/pages/fr.ts';
import { ro } from '#messages/pages/ro.ts';
import { uk } from '#messages/pages/uk.ts';
import { zh } from '#messages/pages/zh.ts';
import { home, type Offered } from '../lib/language.ts';

export const languages: readonly Offered[] = [
  home,
  { id: 'en', name: 'English', direction: 'ltr', messages: en },
  { id: 'ar', name: 'العربية', direction: 'rtl', messages: ar },
  { id: 'es', name: 'Español', direction: 'ltr', messages: es },
  { id: 'ro', name: 'Română', direction: 'ltr', messages: ro },
  { id: 'fr', name: 'Français', direction: 'ltr', messages: fr },
  { id: 'uk', name: 'Українська', direction: 'ltr', messages: uk },
  { id: 'zh', name: '中文', direction: 'ltr', messages: zh },
];

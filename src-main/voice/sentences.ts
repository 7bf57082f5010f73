// SPDX-License-Identifier: EUPL-1.2
/** The two sentences of a call: the number, and the counter. */
import type { Language } from '../core/ticket.ts';
import { ar } from '../messages/voice/ar.ts';
import { en } from '../messages/voice/en.ts';
import { es } from '../messages/voice/es.ts';
import { fr } from '../messages/voice/fr.ts';
import { it, type Words } from '../messages/voice/it.ts';
import { ro } from '../messages/voice/ro.ts';
import { uk } from '../messages/voice/uk.ts';
import { zh } from '../messages/voice/zh.ts';
import { inFigures } from './figures.ts';

export const WORDS: Readonly<Record<Language, Words>> = { it, en, ar, es, ro, fr, uk, zh };
export const LANGUAGES = Object.keys(WORDS) as Language[];

/** What is to be said, in words, and in which language. */
export interface Sentence {
  language: Language;
  words: string;
}

/** @param number such as `12` or `P3` */
export function numberSentence(number: string, language: Language): Sentence {
  return { language, words: WORDS[language].number(ticketNumber(number, language)) };
}

/** `P3` -> `pi tre` */
export function ticketNumber(number: string, language: Language): string {
  const figures = inFigures(Number(number.replace(/^[A-Z]/, '')), language);
  const letter = letterName(number, language);
  if (!letter) return figures;
  return language === 'zh' ? letter + figures : `${letter} ${figures}`;
}

/**
 * @param label as the settings have it, in Italian: in that language it is said as it is; another language has its own
 * word before the label's figure, and a label without a figure stays Italian
 */
export function counterSentence(label: string, language: Language): Sentence {
  const figures = /\d+/.exec(label)?.[0];
  if (language === 'it' || figures === undefined) {
    const words = label.replaceAll(/\d+/g, (digits) => inFigures(Number(digits), 'it'));
    return { language: 'it', words: `${words}.` };
  }
  const { counter, room } = WORDS[language];
  const said = inFigures(Number(figures), language);
  return { language, words: /^stanza\b/i.test(label) ? room(said) : counter(said) };
}

function letterName(number: string, language: Language): string | undefined {
  const place = number.charCodeAt(0) - 'A'.charCodeAt(0);
  return WORDS[language].letters.split(',')[place];
}

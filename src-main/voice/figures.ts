// SPDX-License-Identifier: EUPL-1.2
/** A whole number in words, as each of the languages counts, or as it agrees with the noun after it. */
import { toCardinal as ar } from 'n2words/ar-SA';
import { toCardinal as en } from 'n2words/en-GB';
import { toCardinal as es } from 'n2words/es-ES';
import { toCardinal as fr } from 'n2words/fr-FR';
import { toCardinal as it } from 'n2words/it-IT';
import { toCardinal as ro } from 'n2words/ro-RO';
import { toCardinal as uk } from 'n2words/uk-UA';
import { toCardinal as zh } from 'n2words/zh-Hans-CN';
import type { Language } from '../core/ticket.ts';

/** How the nouns begin that the pages count; where a noun is not known the number is said by itself. */
const FEMININE: Partial<Record<Language, RegExp>> = {
  it: /^person/,
  es: /^persona/,
  fr: /^(personne|minute|seconde)/,
  ro: /^(de )?(persoan|secund)/,
  uk: /^(люд|ос[іо]б|хвилин|секунд)/,
  ar: /^(دقيق|دقائق|ثاني|ثوان)/,
};
const MASCULINE: Partial<Record<Language, RegExp>> = {
  it: /^(minut|second)/,
  es: /^(minuto|segundo)/,
  ro: /^minut/,
};

const CARDINALS: Readonly<Record<Language, (n: number, noun: string) => string>> = {
  it: (n, noun) => {
    if (n === 1 && FEMININE.it?.test(noun)) return 'una';
    return n === 1 && MASCULINE.it?.test(noun) ? 'un' : it(n);
  },
  en: (n) => en(n),
  es: (n, noun) => {
    if (FEMININE.es?.test(noun)) return es(n).replace(/uno$/, 'una');
    return MASCULINE.es?.test(noun) ? es(n).replace('veintiuno', 'veintiún').replace(/uno$/, 'un') : es(n);
  },
  fr: (n, noun) => (FEMININE.fr?.test(noun) ? fr(n).replace(/un$/, 'une') : fr(n)),
  ro: (n, noun) => {
    if (n === 1 && noun) return FEMININE.ro?.test(noun) ? 'o' : MASCULINE.ro?.test(noun) ? 'un' : 'unu';
    // a minute is feminine as soon as there are several
    const feminine = FEMININE.ro?.test(noun) || /^(de )?minute/.test(noun);
    const said = ro(n, { gender: feminine ? 'feminine' : 'masculine' });
    return feminine ? said : said.replace(/douăsprezece$/, 'doisprezece');
  },
  uk: (n, noun) => cyrillic(uk(n, { gender: FEMININE.uk?.test(noun) ? 'feminine' : 'masculine' })),
  // the older spelling of a hundred misleads the voice
  ar: (n, noun) => ar(n, { gender: FEMININE.ar?.test(noun) ? 'feminine' : 'masculine' }).replaceAll('مائة', 'مئة'),
  zh: (n, noun) => (n === 2 && /^[人位个分秒]/.test(noun) ? '两' : zh(n, { formal: false }).replace(/^一十/, '十')),
};

/** @param noun what follows the figures in the text, if anything */
export function inFigures(n: number, language: Language, noun = ''): string {
  return CARDINALS[language](n, noun);
}

/** The package writes the Ukrainian і with the Latin letter, which is another sound. */
export function cyrillic(words: string): string {
  return words.replaceAll('i', 'і');
}

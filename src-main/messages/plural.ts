// SPDX-License-Identifier: EUPL-1.2
/** Says how many of something, in the plural forms that CLDR gives to each language. */

/** The forms that whole numbers below a million take. */
interface Forms {
  it: 'one' | 'other';
  en: 'one' | 'other';
  es: 'one' | 'other';
  fr: 'one' | 'other';
  ro: 'one' | 'few' | 'other';
  uk: 'one' | 'few' | 'many' | 'other';
  ar: Intl.LDMLPluralRule;
  zh: 'other';
}

/**
 * Makes the words for a whole number: `#` in a form stands for it, always in Latin digits; `nobody` is said of none.
 * A form that the language needs and that is missing does not compile.
 */
export function plural<L extends keyof Forms>(
  language: L,
  forms: Record<Forms[L] | 'other', string> & { nobody?: string },
): (n: number) => string {
  const rules = new Intl.PluralRules(language);
  const known: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string; nobody?: string } = forms;
  return (n) => ((n === 0 ? known.nobody : undefined) ?? known[rules.select(n)] ?? known.other).replace('#', String(n));
}

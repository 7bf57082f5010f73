// SPDX-License-Identifier: EUPL-1.2
/** Says how many of something, in the plural forms that CLDR gives to each language. */

/** The forms that whole numbers below a million take. */
interface Forms {
  it: 'one' | 'other';
  en: 'one' | 'other';
  ar: Intl.LDMLPluralRule;
}

/**
 * Makes the words for a whole number: `#` in a form stands for it, always in Latin digits.
 * A form that the language needs and that is missing does not compile.
 */
export function plural<L extends keyof Forms>(
  language: L,
  forms: Record<Forms[L] | 'other', string>,
): (n: number) => string {
  const rules = new Intl.PluralRules(language);
  const known: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = forms;
  return (n) => (known[rules.select(n)] ?? known.other).replace('#', String(n));
}

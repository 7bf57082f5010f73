// SPDX-License-Identifier: EUPL-1.2
/** The words of every language that the public may choose. */
import { expect, test } from 'vitest';
import { languages } from '../../../src-renderer/lib/language.ts';

/** Every text of a language, those with a number or a time filled in. */
function textsOf(messages: object): string[] {
  return Object.values(messages).flatMap((entry: unknown) => {
    if (typeof entry === 'string') return entry;
    if (typeof entry === 'function') return [0, 1, 2, 7, 25, 100].map((n) => String(entry(n, n, n)));
    return textsOf(entry as object);
  });
}

test.each(languages)('in $name no text is empty and none still shows the mark of a number', ({ messages }) => {
  const texts = textsOf(messages);
  expect(texts.length).toBeGreaterThan(60);
  expect(texts.filter((text) => text.trim() === '' || /#|undefined/.test(text))).toEqual([]);
});

test.each(languages)(
  'in $name digits are Latin ones, so that a number on paper is the number on the wall',
  (language) => {
    expect(textsOf(language.messages).filter((text) => /[\u0660-\u0669\u06f0-\u06f9]/.test(text))).toEqual([]);
  },
);

test('every Arabic text is written in Arabic', () => {
  const { locale: _, ...words } = languages.find(({ id }) => id === 'ar')!.messages;
  expect(textsOf(words).filter((text) => /[a-z]/i.test(text) || !/[\u0600-\u06ff]/.test(text))).toEqual([]);
});

test('no text speaks of an error', () => {
  expect(languages.flatMap(({ messages }) => textsOf(messages)).filter((text) => /error|خطأ/i.test(text))).toEqual([]);
});

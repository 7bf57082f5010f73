// SPDX-License-Identifier: EUPL-1.2
/** The words of every language that the public may choose. */
import { expect, test } from 'vitest';
import { languages } from '../../../src-renderer/kiosk/languages.ts';

/** Every text of a language; a number is filled in as text, since some texts are told a time. */
function textsOf(messages: object): string[] {
  return Object.values(messages).flatMap((entry: unknown) => {
    if (typeof entry === 'string') return entry;
    if (typeof entry === 'function') return [0, 1, 2, 7, 25, 100].map((n) => String(entry(`${n}`, `${n}`, `${n}`)));
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

test.each([
  ['ar', /[\u0600-\u06ff]/],
  ['uk', /[\u0400-\u04ff]/],
  ['zh', /[\u4e00-\u9fff]/],
] as const)('every text in %s is written in its own letters', (id, letter) => {
  const { locale: _, at: __, ...words } = languages.find((language) => language.id === id)!.messages;
  expect(textsOf(words).filter((text) => /[a-z]/i.test(text) || !letter.test(text))).toEqual([]);
});

test('the eight languages say the same things, each its own way', () => {
  expect(languages.map(({ messages }) => messages.locale.slice(0, 2))).toEqual(languages.map(({ id }) => id));
  expect(new Set(languages.map(({ messages }) => messages.goFirst)).size).toBe(8);
});

test('no text speaks of an error', () => {
  expect(
    languages
      .flatMap(({ messages }) => textsOf(messages))
      .filter((text) => /err?or\b|erreur|eroare|خطأ|помилк|错误/i.test(text)),
  ).toEqual([]);
});

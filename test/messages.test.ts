// SPDX-License-Identifier: EUPL-1.2
/** Every message is used, on a page, a slip or by the voice; that none is missing in a language, its type sees to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { it as pages } from '../src-main/messages/pages/it.ts';
import { it as slip } from '../src-main/messages/slip/it.ts';
import { it as voice } from '../src-main/messages/voice/it.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** All sources of a folder that can use messages, as one text. */
function sourcesOf(folder: string): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');
}

/**
 * The messages that no source names: after a dot behind `m`, `words` or a list of languages, or taken out of them in
 * braces. A group may be handed on whole, or be looked up by names that only the running office knows.
 */
function unused(messages: object, sources: string, group?: string): string[] {
  const from = group ? `(?:m\\.${group}|words)` : String.raw`(?:\bm|\bwords|\bWORDS(?:\.\w+|\[[^\]]+\]))`;
  const takenOut = [...sources.matchAll(/\{([^{}]*)\}\s*(?::\s*(?:Words|Messages)\b|=\s*[^;\n]*words\b)/gi)];
  const isNamed = (key: string) =>
    new RegExp(`${from}\\??\\.${key}\\b`).test(sources) ||
    takenOut.some(([, names]) => new RegExp(`(?:^|[\\s,])${key}\\s*(?:[,:]|$)`).test(names!));
  const isLookedUp = (key: string) =>
    new RegExp(`(?:${from}\\.${key}(?:\\[| as |;)|(?<![.\\w])${key}\\[)`).test(sources);
  return Object.entries(messages).flatMap(([key, text]: [string, unknown]) => {
    if (!isNamed(key)) return [group ? `${group}.${key}` : key];
    if (typeof text !== 'object' || text === null || group || isLookedUp(key)) return [];
    return unused(text, sources, key);
  });
}

test.each([
  ['a page', pages, ['src-renderer']],
  ['a slip', slip, ['src-main/printing']],
  ['the voice', voice, ['src-main/voice']],
])('every message of %s is used', (_, messages, folders) => {
  expect(unused(messages, folders.map(sourcesOf).join('\n'))).toEqual([]);
});

describe('a message that is not used is noticed', () => {
  const messages = { title: 'Ciao', closed: 'Chiuso', sight: { low: 'In basso', large: 'Grande' } };

  test.each([
    ['used nowhere', `m.title m.sight[kind]`, ['closed']],
    ['of the same name as something else', `m.title m.sight[kind] view.closed`, ['closed']],
    ['of a group', `m.title m.closed m.sight.low`, ['sight.large']],
    ['a whole group', `m.title m.closed`, ['sight']],
  ])('%s', (_, sources, found) => expect(unused(messages, sources)).toEqual(found));

  test.each([
    `m.title m.closed m.sight.low m.sight.large`,
    `const { title, closed } = WORDS[language]; (m.sight as Record<string, string>)[id]`,
    `function f({ closed, title }: Words) {} m.sight; words.low; words.large`,
  ])('and what is used is let pass: %s', (sources) => expect(unused(messages, sources)).toEqual([]));
});

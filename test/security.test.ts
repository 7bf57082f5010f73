// SPDX-License-Identifier: EUPL-1.2
/** What docs/security.md says of the program holds: every line that it quotes stands in the file that it names. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8');
const page = read('docs/security.md');
const quoted = [...page.matchAll(/`([\w./-]+)`:\s+`([^`]+)`/g)].map(([, file, line]) => ({ file: file!, line: line! }));

test.each(quoted)('$file says $line', ({ file, line }) => {
  expect(
    read(file)
      .split('\n')
      .some((found) => found.includes(line)),
  ).toBe(true);
});

test('every point of Electron’s list is answered', () => {
  const points = [...page.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => Number(number));
  expect(points).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(quoted.length).toBeGreaterThan(20);
});

test('nothing that the list forbids is switched on', () => {
  const program = ['full-screen-window', 'lockdown', 'kiosk-app', 'windows', 'main'].map((name) =>
    read(`src-main/${name}.ts`),
  );
  for (const word of ['webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures'])
    expect(program.join('\n')).not.toContain(word);
});

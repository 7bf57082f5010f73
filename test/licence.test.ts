// SPDX-License-Identifier: EUPL-1.2
/** Every source file says under which licence it may be used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const LINE = /^(#!.*\n)?(<!doctype html>\s*)?(\/\/|\/\*|<!--) SPDX-License-Identifier: EUPL-1\.2\b/i;

test('every source opens with its licence', () => {
  const inside = ['src-main', 'src-renderer', 'assets', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const sources = [...readdirSync(root), ...inside].filter((file) =>
    /\.(ts|js|mjs|svelte|css|scss|html|svg)$/.test(file),
  );
  expect(sources).toContain('src-main/core/queue.ts');
  expect(sources.filter((file) => !LINE.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test.each(['export {};\n', '// A line\n// SPDX-License-Identifier: EUPL-1.2\n', '// SPDX-License-Identifier: MIT\n'])(
  'a source that opens with %j is noticed',
  (text) => expect(text).not.toMatch(LINE),
);

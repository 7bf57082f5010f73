// SPDX-License-Identifier: EUPL-1.2
/** That the list of a package's files notices what is too much and what is not there. */
import { expect, test } from 'vitest';
import { differences } from './files.ts';

const LIST = '# a remark\n\na/b+c.js\na/*.css\n';

test('the files that are named are all there is', () => {
  expect(differences(['a/b+c.js', 'a/x.css', 'a/y.css'], LIST)).toEqual({ unexpected: [], missing: [] });
});

test('a file that is not named is noticed, also deeper in a folder than a pattern reaches', () => {
  expect(differences(['a/b+c.js', 'a/x.css', 'a/b/x.css', 'a/bbc.js'], LIST).unexpected).toEqual([
    ...['a/b/x.css', 'a/bbc.js'],
  ]);
});

test('a line without a file is noticed', () => {
  expect(differences(['a/x.css'], LIST).missing).toEqual(['a/b+c.js']);
});

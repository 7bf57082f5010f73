// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { findOperator, newOperator, withOperator } from '../../../src-main/server/operators.ts';

test('an operator signs in with name and secret, whatever the capitals of the name', async () => {
  const operators = [await newOperator('Anna', 'una lunga parola', true)];
  expect(await findOperator(operators, 'anna', 'una lunga parola')).toMatchObject({ name: 'Anna', coordinator: true });
  expect(await findOperator(operators, 'anna', 'Una lunga parola')).toBeUndefined();
  expect(await findOperator(operators, 'bruno', 'una lunga parola')).toBeUndefined();
});

test('neither the secret nor the same hash for the same secret is kept', async () => {
  const one = await newOperator('Anna', 'una lunga parola', false);
  const two = await newOperator('Bruno', 'una lunga parola', false);
  expect(JSON.stringify(one)).not.toContain('parola');
  expect(one.hash).not.toBe(two.hash);
});

test('adding a name again gives that operator a new secret', async () => {
  const before = [await newOperator('Anna', 'prima', false)];
  const after = withOperator(before, await newOperator('anna', 'seconda', true));
  expect(after.map(({ name }) => name)).toEqual(['anna']);
});

test.each([
  ['kiosk', 'demo', 'the program’s own'],
  ['', 'demo', 'is not accepted'],
  ['1anna', 'demo', 'a letter first'],
  ['anna', 'abc', 'from 4 to 200 characters'],
])('the name "%s" with the secret "%s" is refused with a sentence', async (name, secret, sentence) => {
  await expect(newOperator(name, secret, false)).rejects.toThrow(sentence);
});

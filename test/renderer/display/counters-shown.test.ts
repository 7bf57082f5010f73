// SPDX-License-Identifier: EUPL-1.2
/** Which counters a screen is for. */
import { expect, test } from 'vitest';
import { countersShown } from '../../../src-renderer/display/counters-shown.ts';

const counters = ['1', '2', '3'].map((id) => ({ id, label: `Sportello ${id}` }));

test('a screen is for all counters unless its address names some', () => {
  for (const search of ['', '?counters=', '?counters=,', '?other=1']) {
    expect(countersShown(search, counters)).toEqual({ ids: undefined, labels: [], unknown: [] });
  }
  expect(countersShown('?counters=2,%201,2', counters)).toEqual({
    ids: ['1', '2'],
    labels: ['Sportello 1', 'Sportello 2'],
    unknown: [],
  });
});

test('counters that the office does not have are named', () => {
  expect(countersShown('?counters=1,9,x', counters)).toMatchObject({ ids: ['1'], unknown: ['9', 'x'] });
  expect(countersShown('?counters=9', counters)).toMatchObject({ ids: [], unknown: ['9'] });
});

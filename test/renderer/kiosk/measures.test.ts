// SPDX-License-Identifier: EUPL-1.2
/** What a kiosk's screen asks of letters, targets and reach. */
import { expect, test } from 'vitest';
import { measuresOf } from '../../../src-renderer/kiosk/measures.ts';

const portrait = { width: 1080, height: 1920 };

test('on a 24-inch screen at 60 cm letters are at least 38 pixels and targets 72', () => {
  const { letter, target } = measuresOf({ inches: 24, distanceMm: 600, lowerEdgeMm: 750 }, portrait);
  expect(letter).toBeCloseTo(38.3, 1);
  expect(target).toBeCloseTo(72.3, 1);
});

test('the same pixels are smaller on a smaller screen, and letters larger where one stands further away', () => {
  const at = (inches: number, distanceMm: number) => measuresOf({ inches, distanceMm, lowerEdgeMm: 750 }, portrait);
  expect(at(12, 600).target).toBeCloseTo(2 * at(24, 600).target);
  expect(at(24, 1200).letter).toBeCloseTo(2 * at(24, 600).letter);
});

test('what lies below 380 mm is out of reach', () => {
  const below = (lowerEdgeMm: number) => measuresOf({ inches: 24, distanceMm: 600, lowerEdgeMm }, portrait).below;
  expect([below(750), below(380)]).toEqual([0, 0]);
  expect(below(280)).toBeCloseTo(361.5, 0);
});

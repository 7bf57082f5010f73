// SPDX-License-Identifier: EUPL-1.2
/** Millimetres on a screen whose diagonal is known, and how tall letters must be at a distance. */

/** The height of a capital letter of Titillium Web, in em. */
const CAPITAL_EM = 0.69;
/** The least height of a capital letter, as a share of the distance it is read from (EN 301 549, 5.1.4). */
const CAPITAL_OF_DISTANCE = 0.0122;
const INCH_MM = 25.4;

/** CSS pixels per millimetre on a screen that a page of this size in CSS pixels fills. */
export function pixelsPerMm(inches: number, { width, height }: { width: number; height: number }): number {
  return Math.hypot(width, height) / (inches * INCH_MM);
}

/** The least font size, in millimetres, for letters that are read from a distance. */
export function leastFontMm(distanceMm: number): number {
  return (CAPITAL_OF_DISTANCE * distanceMm) / CAPITAL_EM;
}

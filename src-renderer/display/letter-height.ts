// SPDX-License-Identifier: EUPL-1.2
/** How large letters must be to be read from where people sit. */
import type { DisplayView } from '#contract';

/** EN 301 549, clause 5.1.4: a capital H of 0.7 degrees. */
const HEIGHT_PER_DISTANCE = 0.0122;
/** A capital H of Titillium Web, in em. */
export const CAPITAL_EM = 0.685;
const MM_PER_INCH = 25.4;

/**
 * The least font size, in CSS pixels, for a number or a counter that is called.
 * @param width of the whole screen, in CSS pixels, as `height`
 */
export function leastFontSize({ inches, distanceMm }: DisplayView['screen'], width: number, height: number): number {
  const pixelsPerMm = Math.hypot(width, height) / (inches * MM_PER_INCH);
  return (HEIGHT_PER_DISTANCE * distanceMm * pixelsPerMm) / CAPITAL_EM;
}

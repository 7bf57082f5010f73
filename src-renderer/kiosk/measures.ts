// SPDX-License-Identifier: EUPL-1.2
/** What the kiosk's screen asks of a page: how large letters and targets must be, and how low one can reach. */
import type { KioskView } from '#contract';
import { leastFontMm, pixelsPerMm } from '../lib/millimetres.ts';

const TARGET_MM = 20;
/** The lowest point that a hand reaches from a wheelchair (EN 301 549, 8.3.2.1). */
const REACHED_FROM_MM = 380;

/** All in CSS pixels. */
export interface Measures {
  /** The smallest font size. */
  letter: number;
  /** The smallest side of what is touched. */
  target: number;
  /** How much of the screen lies too low to be touched. */
  below: number;
}

/** @param size of the page in CSS pixels, which fills the screen */
export function measuresOf(screen: KioskView['screen'], size: { width: number; height: number }): Measures {
  const mm = pixelsPerMm(screen.inches, size);
  return {
    letter: leastFontMm(screen.distanceMm) * mm,
    target: TARGET_MM * mm,
    below: Math.max(0, REACHED_FROM_MM - screen.lowerEdgeMm) * mm,
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** A picture in dots, black or white and nothing between, as a thermal head prints it. */
import type { ImageData } from '@napi-rs/canvas';

export interface Pixels {
  /** In dots, a multiple of 8. */
  width: number;
  height: number;
  /** One row after the other, eight dots a byte, the leftmost dot its highest bit, 1 for black. */
  rows: Uint8Array;
}

/** With less light than this (of 255) a dot is black: a little over half, so that thin strokes do not break. */
const BLACK_BELOW = 144;

/** Of a picture that was painted in black and white on opaque ground, its width a multiple of 8. */
export function pixelsOf({ data, width, height }: ImageData): Pixels {
  const rows = new Uint8Array((width / 8) * height);
  for (let i = 0, red = 0; i < rows.length; i += 1) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit += 1, red += 4) byte = (byte << 1) | (data[red]! < BLACK_BELOW ? 1 : 0);
    rows[i] = byte;
  }
  return { width, height, rows };
}

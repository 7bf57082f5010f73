// SPDX-License-Identifier: EUPL-1.2
/** A picture in dots, black or white and nothing between, as a thermal head prints it. */
import type { SKRSContext2D } from '@napi-rs/canvas';

export interface Pixels {
  /** In dots, a multiple of 8. */
  width: number;
  height: number;
  /** One row after the other, eight dots a byte, the leftmost dot its highest bit, 1 for black. */
  rows: Uint8Array;
}

/** With less light than this (of 255) a dot is black: a little over half, so that thin strokes do not break. */
const BLACK_BELOW = 144;
/** So many rows at once: what is read then fits in memory at hand, new memory would take longer than the reading. */
const ROWS_AT_ONCE = 48;

/** The upper part of a sheet that was painted in black and white on opaque ground, its width a multiple of 8. */
export function pixelsOf(sheet: SKRSContext2D, width: number, height: number): Pixels {
  const rows = new Uint8Array((width / 8) * height);
  for (let top = 0; top < height; top += ROWS_AT_ONCE) {
    const { data } = sheet.getImageData(0, top, width, Math.min(ROWS_AT_ONCE, height - top));
    pack(new Uint32Array(data.buffer, data.byteOffset, data.length / 4), rows.subarray((top * width) / 8));
  }
  return { width, height, rows };
}

/** @param dots red, green, blue and opacity in one figure each; in greys any of the inner two is the light */
function pack(dots: Uint32Array, bytes: Uint8Array): void {
  for (let dot = 0, at = 0; dot < dots.length; at += 1) {
    let byte = 0;
    for (const end = dot + 8; dot < end; dot += 1)
      byte = (byte << 1) | (((dots[dot]! >> 8) & 0xff) < BLACK_BELOW ? 1 : 0);
    bytes[at] = byte;
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** Turns a picture into what an ESC/POS printer is sent: initialise, the picture in bands, feed, cut. */
import Printer from 'escpos';
import type { Pixels } from './pixels.ts';

/** In dots; low enough for the memory of a small printer (9 KB a band at 576 dots). */
const BAND_HEIGHT = 128;
/** From the head to the cutter there are 12 to 15 mm; four lines are 17 mm. */
const LINES_BEFORE_CUT = 4;
const HEADER_LENGTH = 8;

const DLE = 0x10;
/** What makes a command that is executed at once, wherever it stands: DLE EOT, DLE ENQ and DLE DC4. */
const REAL_TIME = [0x04, 0x05, 0x14];
/** Stands in for DLE in a picture: one dot more is black. */
const DLE_STAND_IN = 0x18;

export function bytesOf(pixels: Pixels): Buffer {
  return built((printer) => printer.hardware('init').raw(raster(pixels)).cut(true, LINES_BEFORE_CUT));
}

function built(by: (printer: Printer) => Printer): Buffer {
  let bytes: Buffer = Buffer.alloc(0);
  by(new Printer({ write: (all: Buffer) => void (bytes = all) })).flush();
  return bytes;
}

/**
 * White for all the rows, and the rest of their header, that a printer may still wait for after a job that broke off
 * within a picture: else it would take the next job for them. Where none are awaited, NUL means nothing.
 */
export function missingRows(width: number): Buffer {
  return Buffer.alloc(HEADER_LENGTH + (width / 8) * BAND_HEIGHT);
}

/** After a job that broke off for certain its half slip is cut off as well, or it would hang on the next one. */
export function endOfHalf(width: number): Buffer {
  return Buffer.concat([missingRows(width), built((printer) => printer.cut(true, LINES_BEFORE_CUT))]);
}

/**
 * The picture as `GS v 0` bands (Epson ESC/POS command reference: 1D 76 30 m xL xH yL yH, then the rows; x in bytes,
 * y in dots). Nothing in it can be taken for a real-time command.
 */
function raster({ width, height, rows }: Pixels): Buffer {
  const rowBytes = width / 8;
  const bands: Buffer[] = [];
  for (let top = 0; top < height; top += BAND_HEIGHT) {
    const bandHeight = Math.min(BAND_HEIGHT, height - top);
    const header = [0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, bandHeight & 0xff, bandHeight >> 8];
    bands.push(Buffer.from(header), harmless(rows.subarray(top * rowBytes, (top + bandHeight) * rowBytes)));
  }
  return Buffer.concat(bands);
}

function harmless(picture: Uint8Array): Buffer {
  const bytes = Buffer.from(picture);
  for (let i = bytes.indexOf(DLE); i !== -1; i = bytes.indexOf(DLE, i + 1)) {
    if (REAL_TIME.includes(bytes[i + 1]!)) bytes[i] = DLE_STAND_IN;
  }
  return bytes;
}

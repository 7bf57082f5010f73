// SPDX-License-Identifier: EUPL-1.2
/** The paper of a virtual printer: what the head has printed on it, and the pieces that came off the roll. */
import { createCanvas } from '@napi-rs/canvas';
import type { Pixels } from './pixels.ts';

/** A piece of paper that somebody could hold, or that still hangs out of the printer. */
export interface Piece {
  id: number;
  /** When it came off, or for what still hangs in the printer, now; ISO 8601 with offset. */
  at: string;
  /** `torn` is the end of a roll that was taken out, `hanging` what was printed and not yet cut off. */
  how: 'cut' | 'torn' | 'hanging';
  /** What was not understood has left its marks on it. */
  garbled: boolean;
  pixels: Pixels;
}

export interface Paper {
  /** A row is cut short, or filled up with white, to the width of the paper. */
  print(row: Uint8Array): void;
  garble(): void;
  feed(dots: number): void;
  cut(): void;
  /** A new roll is put in; what was printed on the end of the old one goes away with it. */
  change(): void;
  /** The last ones, newest first. */
  pieces(): Piece[];
}

const PIECES_KEPT = 200;
/** In dots. The blade stands above the head: what it cuts off is what left the head earlier. */
const HEAD_TO_BLADE = 100;

/** @param now ISO 8601 with offset */
export function createPaper(width: number, now: () => string, onPiece: (piece: Piece) => void): Paper {
  const rowBytes = width / 8;
  const off: Piece[] = [];
  let count = 0;
  let rows: Uint8Array[] = [];
  let printed = false;
  let garbled = false;
  feed(HEAD_TO_BLADE);

  function feed(dots: number): void {
    if (dots > 0) rows.push(new Uint8Array(dots * rowBytes));
  }

  function piece(how: Piece['how'], bytes: Uint8Array): Piece {
    const pixels = { width, height: bytes.length / rowBytes, rows: bytes };
    return { id: count + 1, at: now(), how, garbled, pixels };
  }

  function takeOff(taken: Piece, left: Uint8Array[]): void {
    count += 1;
    off.unshift(taken);
    off.splice(PIECES_KEPT);
    rows = left;
    printed = garbled = false;
    onPiece(taken);
  }

  return {
    print(row) {
      const fitting = new Uint8Array(rowBytes);
      fitting.set(row.subarray(0, rowBytes));
      rows.push(fitting);
      printed = true;
    },
    garble() {
      printed = garbled = true;
    },
    feed,
    cut() {
      const all = Buffer.concat(rows);
      const end = Math.max(0, all.length - HEAD_TO_BLADE * rowBytes);
      takeOff(piece('cut', all.subarray(0, end)), [all.subarray(end)]);
    },
    change() {
      const end = Buffer.concat(rows);
      if (printed) takeOff(piece('torn', end), []);
      rows = [];
      feed(HEAD_TO_BLADE);
    },
    pieces: () => (printed ? [piece('hanging', Buffer.concat(rows)), ...off] : [...off]),
  };
}

export function pngOf({ width, height, rows }: Pixels): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const picture = context.createImageData(width, height);
  const dots = new Uint32Array(picture.data.buffer);
  for (let dot = 0; dot < dots.length; dot += 1) {
    const black = rows[dot >> 3]! & (0x80 >> (dot & 7));
    dots[dot] = black ? 0xff000000 : 0xffffffff;
  }
  context.putImageData(picture, 0, 0);
  return canvas.toBuffer('image/png');
}

// SPDX-License-Identifier: EUPL-1.2
/** Writes on a slip from its top downwards, every line centred, and knows how far down it has come. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Language } from '../core/ticket.ts';
import { breakLines } from './breaking.ts';
import { registerFonts, scriptOf, type Weight } from './fonts.ts';
import { pixelsOf, type Pixels } from './pixels.ts';

/** All sizes are in dots. */
export interface Pen {
  /** As many lines as the words need. */
  text(words: string, language: Language, weight: Weight, size: number): void;
  /** As large as `largest`, or as the paper is wide. */
  number(number: string, largest: number): void;
  /** White on a black bar, from edge to edge, in lines of their own. */
  banner(lines: readonly { words: string; language: Language; size: number }[]): void;
  /** Black squares of `side` dots where the rows say true. */
  squares(rows: readonly (readonly boolean[])[], side: number): void;
  rule(): void;
  space(dots: number): void;
  /** What was written so far. */
  pixels(): Pixels;
}

/** What stands on its own on a slip, as high as the room that it was given. */
interface Piece {
  top: number;
  height: number;
  /** All that its dots depend on, where others are likely to be the same. */
  key?: string;
  /** Its top is at 0. */
  paint(sheet: SKRSContext2D): void;
}

interface Line {
  words: string;
  font: string;
  direction: 'ltr' | 'rtl';
  top: number;
  height: number;
  /** From its top. */
  baseline: number;
}

/** Height of Titillium Web's digits at a letter size of 1. */
const DIGIT = 0.69;
const MARGIN = 16;
const RULE = 3;
/** So far do letters reach over the line that they stand on. */
const REACH = 8;
/** Heights of sheets are multiples of this: 5 cm. */
const SHEET = 400;
const MOST_KEPT = 1000;

/** Kept, and wiped for every piece: a new one each time would cost more than all that is written on it. */
const sheets = new Map<string, SKRSContext2D>();
/** The dots of lines, of which most stand on every slip: reading them off a sheet costs more than all the rest. */
const kept = new Map<string, Uint8Array>();

/** A pen on blank paper as long as it takes. */
export function penFor(width: number): Pen {
  registerFonts();
  const ruler = sheetFor(width, SHEET);
  const middle = width / 2;
  const room = width - 2 * MARGIN;
  const pieces: Piece[] = [];
  let y = 0;

  function set(words: string, language: Language, weight: Weight, size: number): Line[] {
    const { families, direction, scale, line, middle: rise } = scriptOf(language);
    const letters = size * scale;
    const height = Math.round(letters * line);
    const font = `${weight} ${letters}px ${families}`;
    Object.assign(ruler, { font, direction });
    return breakLines(words, room, (some) => ruler.measureText(some).width).map((part) => {
      const top = y;
      y += height;
      return { words: part, font, direction, top, height, baseline: Math.round(height / 2 + letters * rise) };
    });
  }

  function write(sheet: SKRSContext2D, { words, font, direction, baseline }: Line, fillStyle: string): void {
    Object.assign(sheet, { font, direction, fillStyle });
    sheet.fillText(words, middle, baseline);
  }

  function dotsOf({ height, key, paint }: Piece): Uint8Array {
    const known = key === undefined ? undefined : kept.get(key);
    if (known) return known;
    const sheet = sheetFor(width, height + 2 * REACH);
    sheet.resetTransform();
    sheet.fillStyle = 'white';
    sheet.fillRect(0, 0, width, sheet.canvas.height);
    sheet.translate(0, REACH);
    paint(sheet);
    const { rows } = pixelsOf(sheet, width, height + 2 * REACH);
    if (kept.size === MOST_KEPT) kept.clear();
    if (key !== undefined) kept.set(key, rows);
    return rows;
  }

  return {
    text(words, language, weight, size) {
      for (const line of set(words, language, weight, size)) {
        const key = [width, line.font, line.direction, line.words].join();
        pieces.push({ top: line.top, height: line.height, key, paint: (sheet) => write(sheet, line, 'black') });
      }
    },
    number(number, largest) {
      const { families, direction } = scriptOf('it');
      Object.assign(ruler, { font: `700 ${largest}px ${families}`, direction });
      const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = ruler.measureText(number);
      const scale = Math.min(1, room / (left + right));
      const font = `700 ${Math.floor(largest * scale)}px ${families}`;
      // centred by its ink: a 1 has much air on its left
      const centre = Math.round(middle + (scale * (left - right)) / 2);
      const height = Math.ceil(largest * scale * DIGIT);
      const paint = (sheet: SKRSContext2D) => {
        Object.assign(sheet, { font, direction, fillStyle: 'black' });
        sheet.fillText(number, centre, height);
      };
      pieces.push({ top: y, height, paint });
      y += height;
    },
    banner(lines) {
      const top = y;
      const air = Math.round(lines[0]!.size * 0.18);
      y += air;
      const written = lines.flatMap(({ words, language, size }) => set(words, language, 700, size));
      y += air;
      const height = y - top;
      const paint = (sheet: SKRSContext2D) => {
        sheet.fillStyle = 'black';
        sheet.fillRect(0, 0, width, height);
        for (const line of written) write(sheet, { ...line, baseline: line.top - top + line.baseline }, 'white');
      };
      pieces.push({ top, height, paint });
    },
    squares(rows, side) {
      const left = Math.floor((width - rows.length * side) / 2);
      const paint = (sheet: SKRSContext2D) => {
        sheet.fillStyle = 'black';
        for (const [down, row] of rows.entries()) {
          row.forEach((black, at) => black && sheet.fillRect(left + at * side, down * side, side, side));
        }
      };
      pieces.push({ top: y, height: rows.length * side, paint });
      y += rows.length * side;
    },
    rule() {
      const paint = (sheet: SKRSContext2D) => {
        sheet.fillStyle = 'black';
        sheet.fillRect(MARGIN, 0, room, RULE);
      };
      pieces.push({ top: y, height: RULE, key: `${width}, rule`, paint });
      y += RULE;
    },
    space(dots) {
      y += dots;
    },
    pixels() {
      const rows = new Uint8Array((width / 8) * y);
      for (const piece of pieces) lay(dotsOf(piece), rows, ((piece.top - REACH) * width) / 8);
      return { width, height: y, rows };
    },
  };
}

/** Adds the black dots to those of the slip, from a byte on that may lie before it. */
function lay(dots: Uint8Array, slip: Uint8Array, from: number): void {
  const end = Math.min(dots.length, slip.length - from);
  for (let at = Math.max(0, -from); at < end; at += 1) slip[from + at]! |= dots[at]!;
}

function sheetFor(width: number, height: number): SKRSContext2D {
  const enough = Math.ceil(height / SHEET) * SHEET;
  const key = `${width}x${enough}`;
  const sheet = sheets.get(key) ?? createCanvas(width, enough).getContext('2d');
  sheet.textAlign = 'center';
  sheets.set(key, sheet);
  return sheet;
}

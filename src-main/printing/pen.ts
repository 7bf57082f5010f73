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

/** Height of Titillium Web's digits at a letter size of 1. */
const DIGIT = 0.69;
const MARGIN = 16;
const RULE = 3;
/** Heights of sheets are multiples of this: 5 cm. */
const SHEET = 400;

/** Kept, and wiped for every slip: a new one each time would cost more than all that is written on it. */
const sheets = new Map<string, SKRSContext2D>();

/** A pen on blank paper as long as it takes. */
export function penFor(width: number): Pen {
  registerFonts();
  const ruler = sheetFor(width, SHEET);
  const middle = width / 2;
  const room = width - 2 * MARGIN;
  let y = 0;
  /** Done on paper once it is known how much of it is needed: a sheet too long costs as much as all the rest. */
  const strokes: ((sheet: SKRSContext2D) => void)[] = [];

  function write(words: string, language: Language, weight: Weight, size: number, colour = 'black'): void {
    const { families, direction, scale, line, middle: rise } = scriptOf(language);
    const letters = size * scale;
    const height = Math.round(letters * line);
    const font = `${weight} ${letters}px ${families}`;
    ruler.font = font;
    ruler.direction = direction;
    for (const part of breakLines(words, room, (some) => ruler.measureText(some).width)) {
      const baseline = y + Math.round(height / 2 + letters * rise);
      strokes.push((sheet) => {
        Object.assign(sheet, { font, direction, fillStyle: colour });
        sheet.fillText(part, middle, baseline);
      });
      y += height;
    }
  }

  function fill(left: number, top: number, across: number, down: number): void {
    strokes.push((sheet) => {
      sheet.fillStyle = 'black';
      sheet.fillRect(left, top, across, down);
    });
  }

  return {
    text: (words, language, weight, size) => write(words, language, weight, size),
    number(number, largest) {
      const { families, direction } = scriptOf('it');
      ruler.font = `700 ${largest}px ${families}`;
      ruler.direction = direction;
      const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = ruler.measureText(number);
      const scale = Math.min(1, room / (left + right));
      const font = `700 ${Math.floor(largest * scale)}px ${families}`;
      // centred by its ink: a 1 has much air on its left
      const centre = Math.round(middle + (scale * (left - right)) / 2);
      const baseline = y + Math.ceil(largest * scale * DIGIT);
      strokes.push((sheet) => {
        Object.assign(sheet, { font, direction, fillStyle: 'black' });
        sheet.fillText(number, centre, baseline);
      });
      y = baseline;
    },
    banner(lines) {
      const top = y;
      const before = strokes.length;
      const air = Math.round(lines[0]!.size * 0.18);
      y += air;
      for (const { words, language, size } of lines) write(words, language, 700, size, 'white');
      y += air;
      const written = strokes.splice(before);
      fill(0, top, width, y - top);
      strokes.push(...written);
    },
    squares(rows, side) {
      const left = Math.floor((width - rows.length * side) / 2);
      for (const row of rows) {
        row.forEach((black, at) => black && fill(left + at * side, y, side, side));
        y += side;
      }
    },
    rule() {
      fill(MARGIN, y, room, RULE);
      y += RULE;
    },
    space(dots) {
      y += dots;
    },
    pixels() {
      const sheet = sheetFor(width, y);
      sheet.fillStyle = 'white';
      sheet.fillRect(0, 0, width, sheet.canvas.height);
      for (const stroke of strokes) stroke(sheet);
      return pixelsOf(sheet, width, y);
    },
  };
}

function sheetFor(width: number, height: number): SKRSContext2D {
  const enough = Math.ceil(height / SHEET) * SHEET;
  const key = `${width}x${enough}`;
  const sheet = sheets.get(key) ?? createCanvas(width, enough).getContext('2d');
  sheet.textAlign = 'center';
  sheets.set(key, sheet);
  return sheet;
}

// SPDX-License-Identifier: EUPL-1.2
/** Writes on a slip from its top downwards, every line centred, and knows how far down it has come. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { FAMILY, registerFonts, type Weight } from './fonts.ts';
import { pixelsOf, type Pixels } from './pixels.ts';

/** All sizes are in dots. */
export interface Pen {
  /** As many lines as the words need. */
  text(words: string, weight: Weight, size: number): void;
  /** As large as `largest`, or as the paper is wide. */
  number(number: string, largest: number): void;
  /** White on a black bar, from edge to edge. */
  banner(words: string, size: number): void;
  rule(): void;
  space(dots: number): void;
  /** What was written so far. */
  pixels(): Pixels;
}

/** Heights of Titillium Web's capitals and digits, and of its lines, at a letter size of 1. */
const CAPITAL = 0.69;
const LINE = 1.25;
const MARGIN = 16;
const RULE = 3;
/** 20 cm of paper, far more than the longest slip. */
const LONGEST = 1600;

/** One sheet a width, wiped for every slip: a new one each time would cost more than all that is written on it. */
const sheets = new Map<number, SKRSContext2D>();

/** A pen on blank paper; it is good until the next one for the same width is asked for. */
export function penFor(width: number): Pen {
  registerFonts();
  const sheet = sheets.get(width) ?? createCanvas(width, LONGEST).getContext('2d');
  sheets.set(width, sheet);
  sheet.fillStyle = 'white';
  sheet.fillRect(0, 0, width, LONGEST);
  sheet.fillStyle = 'black';
  sheet.textAlign = 'center';

  const middle = width / 2;
  const room = width - 2 * MARGIN;
  let y = 0;
  const use = (weight: Weight, size: number) => (sheet.font = `${weight} ${size}px ${FAMILY}`);

  return {
    text(words, weight, size) {
      use(weight, size);
      const height = Math.round(size * LINE);
      for (const line of lines(sheet, words, room)) {
        sheet.fillText(line, middle, y + Math.round((height + size * CAPITAL) / 2));
        y += height;
      }
    },
    number(number, largest) {
      use(700, largest);
      const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = sheet.measureText(number);
      const scale = Math.min(1, room / (left + right));
      use(700, Math.floor(largest * scale));
      y += Math.ceil(largest * scale * CAPITAL);
      // centred by its ink: a 1 has much air on its left
      sheet.fillText(number, Math.round(middle + (scale * (left - right)) / 2), y);
    },
    banner(words, size) {
      use(700, size);
      const height = Math.round(size * 1.6);
      sheet.fillRect(0, y, width, height);
      sheet.fillStyle = 'white';
      sheet.fillText(words, middle, y + Math.round((height + size * CAPITAL) / 2));
      sheet.fillStyle = 'black';
      y += height;
    },
    rule() {
      sheet.fillRect(MARGIN, y, room, RULE);
      y += RULE;
    },
    space(dots) {
      y += dots;
    },
    pixels: () => pixelsOf(sheet.getImageData(0, 0, width, Math.min(y, LONGEST))),
  };
}

/** Breaks words into lines that fit; a word that is too long by itself stays whole. */
function lines(sheet: SKRSContext2D, words: string, room: number): string[] {
  const done: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && sheet.measureText(longer).width > room) {
      done.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...done, line];
}

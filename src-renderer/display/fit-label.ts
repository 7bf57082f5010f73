// SPDX-License-Identifier: EUPL-1.2
/** Breaks a label into lines and finds its size: as large as a box allows, never below what is needed to be read. */

export interface Fitted {
  lines: readonly string[];
  /** Font size in CSS pixels. */
  size: number;
  /** 1, or less where only narrower letters are high enough. */
  narrow: number;
  /** Whether there is room for an arrow before the words. */
  arrow: boolean;
}

export interface Box {
  width: number;
  height: number;
  /** The size that is asked for, and the one that is not to be undercut if it can be helped. */
  want: number;
  need: number;
  /** Around the lines, above and below together, in em. */
  padding: number;
  /** Whether an arrow would help. */
  arrow: boolean;
}

export const ARROW_EM = 0.84;
export const LINE_EM = 1.06;
const MOST_LINES = 3;
const NARROWEST = 0.8;
/** A second line, or words without an arrow, must bring in so much more height of letters. */
const LINE_COSTS = 0.85;
const ARROW_MATTERS = 0.8;

/** @param widthOf the width of a text in em */
export function fitLabel(label: string, widthOf: (text: string) => number, box: Box): Fitted {
  const tries = (box.arrow ? [true, false] : [false]).flatMap((arrow) =>
    brokenUp(label.split(/\s+/)).map((lines) => attempt(lines, arrow, widthOf, box)),
  );
  const best = (list: typeof tries) => list.reduce((a, b) => (b.worth > a.worth ? b : a));
  const readable = tries.filter(({ fitted }) => fitted.size >= box.need);
  return best(readable.length > 0 ? readable : tries.map((t) => ({ ...t, worth: t.fitted.size }))).fitted;
}

function attempt(lines: readonly string[], arrow: boolean, widthOf: (text: string) => number, box: Box) {
  const widest = Math.max(...lines.map(widthOf));
  const beside = arrow ? ARROW_EM : 0;
  const byHeight = Math.min(box.want, box.height / (lines.length * LINE_EM + box.padding));
  const plain = Math.min(byHeight, box.width / (widest + beside));
  const size = Math.max(plain, Math.min(box.need, byHeight, box.width / (widest * NARROWEST + beside)));
  const narrow = Math.min(1, (box.width / size - beside) / widest);
  const worth = size * LINE_COSTS ** (lines.length - 1) * (arrow ? 1 : ARROW_MATTERS) * narrow ** 2;
  return { fitted: { lines, size, narrow, arrow }, worth };
}

/** Every way to set the words in one to three lines. */
function brokenUp(words: readonly string[], most = MOST_LINES): string[][] {
  const whole = [words.join(' ')];
  if (most === 1) return [whole];
  const broken = words.slice(1).flatMap((_, i) => {
    const head = words.slice(0, i + 1).join(' ');
    return brokenUp(words.slice(i + 1), most - 1).map((tail) => [head, ...tail]);
  });
  return [whole, ...broken];
}

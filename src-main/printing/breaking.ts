// SPDX-License-Identifier: EUPL-1.2
/** Breaks words into lines that fit and are about equally long: at spaces, and in Chinese after any sign. */

/** No-break spaces hold a piece together; Chinese marks stay with the sign before them. */
const PIECE = /[^ \p{Script=Han}]*\p{Script=Han}[，。、：；！？]*|[^ \p{Script=Han}]+| /gu;

interface Piece {
  words: string;
  width: number;
}

/**
 * @param room how long a line may be, in dots
 * @param widthOf of a few words, in dots
 */
export function breakLines(words: string, room: number, widthOf: (words: string) => number): string[] {
  const whole = widthOf(words);
  if (whole <= room) return [words];
  const pieces = (words.match(PIECE) ?? []).flatMap((piece) => fitting(piece, room, widthOf));
  const fewest = linesOf(pieces, room).length;
  // the narrowest room that asks for no line more: a last line of one short word would look lost
  let tooNarrow = whole / fewest - 1;
  let enough = room;
  while (enough - tooNarrow > 2) {
    const tried = (tooNarrow + enough) / 2;
    if (linesOf(pieces, tried).length > fewest) tooNarrow = tried;
    else enough = tried;
  }
  return linesOf(pieces, enough);
}

/** A piece, or its letters where it is longer than a line. */
function fitting(piece: string, room: number, widthOf: (words: string) => number): Piece[] {
  const width = widthOf(piece);
  if (width <= room) return [{ words: piece, width }];
  return Array.from(piece, (letter) => ({ words: letter, width: widthOf(letter) }));
}

function linesOf(pieces: readonly Piece[], room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of pieces) {
    if (line && piece.words !== ' ' && width + piece.width > room) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    if (!line && piece.words === ' ') continue;
    line += piece.words;
    width += piece.width;
  }
  return [...lines, line.trimEnd()];
}

// SPDX-License-Identifier: EUPL-1.2
/** The letters of every language, so that none is ever seen in those of another. */
import { languages } from './languages.ts';
import './letters.css';

const WEIGHTS = [400, 600, 700];

export function loadLetters(): void {
  const { fontFamily } = getComputedStyle(document.body);
  for (const weight of WEIGHTS) {
    for (const { name } of languages) void document.fonts.load(`${weight} 1em ${fontFamily}`, name);
  }
}

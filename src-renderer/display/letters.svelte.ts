// SPDX-License-Identifier: EUPL-1.2
/** How wide words are in the wall's bold letters, once the browser has them. */
const FONT = '700 100px "Titillium Web"';

export class Letters {
  #loaded = $state(false);
  readonly #pen = document.createElement('canvas').getContext('2d')!;

  constructor() {
    void document.fonts.load(FONT).then(() => (this.#loaded = true));
  }

  /** The width of a text in em; measured again, where it is shown, when the letters have come. */
  readonly widthOf = (text: string): number => {
    // also read before they have: whoever asked is told when that changes
    this.#pen.font = this.#loaded ? FONT : `${FONT}, sans-serif`;
    return this.#pen.measureText(text).width / 100;
  };
}

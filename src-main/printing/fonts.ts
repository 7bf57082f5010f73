// SPDX-License-Identifier: EUPL-1.2
/** The letters of a slip: files of ours, so that it looks the same on every machine. */
import { GlobalFonts } from '@napi-rs/canvas';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/ticket.ts';

export type Weight = 400 | 600 | 700;

/** How the letters of a language are set; lengths are in parts of the letter size. */
export interface Script {
  /** As a canvas names fonts: the next one has what the one before lacks. */
  families: string;
  direction: 'ltr' | 'rtl';
  /** Against Titillium Web, so that all scripts look equally large. */
  scale: number;
  /** From line to line. */
  line: number;
  /** From the baseline to the middle of what is written. */
  middle: number;
}

const STYLES = ['Regular', 'SemiBold', 'Bold'];
const FILES: Readonly<Record<string, readonly string[]>> = {
  SlipLatin: STYLES.map((style) => `TitilliumWeb-${style}.ttf`),
  SlipCyrillic: STYLES.map((style) => `NotoSans-${style}.ttf`),
  SlipArabic: STYLES.map((style) => `NotoSansArabic-${style}.ttf`),
  SlipHan: ['NotoSansSC-Regular.ttf', 'NotoSansSC-Bold.ttf'],
};

const LATIN: Script = {
  families: 'SlipLatin, SlipCyrillic',
  direction: 'ltr',
  scale: 1,
  line: 1.25,
  middle: 0.345,
};
const SCRIPTS: Partial<Record<Language, Script>> = {
  uk: { families: 'SlipCyrillic, SlipLatin', direction: 'ltr', scale: 0.92, line: 1.36, middle: 0.357 },
  ar: { families: 'SlipArabic, SlipLatin', direction: 'rtl', scale: 1, line: 1.44, middle: 0.3 },
  zh: { families: 'SlipHan, SlipLatin', direction: 'ltr', scale: 0.94, line: 1.38, middle: 0.38 },
};

export function scriptOf(language: Language): Script {
  return SCRIPTS[language] ?? LATIN;
}

/** From a source file of this folder and from the bundle in dist/main alike, the root is two folders up. */
export function assetsFolder(): string {
  return join(import.meta.dirname, '../../assets');
}

let registered = false;

/**
 * Registers the fonts once. They are read here, not by the library: it cannot look into a packed application.
 * @throws Error with a sentence that names the file that is missing or is not a font
 */
export function registerFonts(assets = assetsFolder()): void {
  if (registered) return;
  for (const [family, files] of Object.entries(FILES)) {
    for (const name of files) register(join(assets, 'fonts', name), family);
  }
  registered = true;
}

function register(file: string, family: string): void {
  let font: Buffer;
  try {
    font = readFileSync(file);
  } catch (cause) {
    throw new Error(`Tickets cannot be printed: the font ${file} is missing or cannot be read.`, { cause });
  }
  if (!GlobalFonts.register(font, family)) throw new Error(`Tickets cannot be printed: ${file} is not a font.`);
}

// SPDX-License-Identifier: EUPL-1.2
/** The letters of a slip: files of ours, so that it looks the same on every machine. */
import { GlobalFonts } from '@napi-rs/canvas';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FAMILY = 'Slip';
export type Weight = 400 | 600 | 700;

/** From a source file of this folder and from the bundle in dist/main alike, the root is two folders up. */
export function assetsFolder(): string {
  return join(import.meta.dirname, '../../assets');
}

let registered = false;

/** Registers the fonts once. They are read here, not by the library: it cannot look into a packed application. */
export function registerFonts(assets = assetsFolder()): void {
  if (registered) return;
  for (const style of ['Regular', 'SemiBold', 'Bold']) {
    const file = join(assets, `fonts/TitilliumWeb-${style}.ttf`);
    if (!GlobalFonts.register(readFileSync(file), FAMILY)) throw new Error(`This is not a font: ${file}`);
  }
  registered = true;
}

// SPDX-License-Identifier: EUPL-1.2
/**
 * Slips look as they looked when somebody last judged them. `UPDATE_GOLDEN=1 npx vitest run test/main/printing/golden`
 * makes the pictures in test/golden anew: look at each before it is kept.
 */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { layout } from '../../../src-main/printing/layout.ts';
import type { Picture } from './print-head.ts';
import { fullSlip, LANGUAGES, pngOf } from './golden-slips.ts';
import { pictureOf } from './slips.ts';

const folder = fileURLToPath(new URL('../../golden/', import.meta.url));

async function kept(file: string): Promise<Picture> {
  const image = await loadImage(file);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const row = (y: number) => Array.from({ length: width }, (_, x) => (data[4 * (y * width + x)] === 0 ? '#' : '.'));
  return Array.from({ length: height }, (_, y) => row(y).join(''));
}

test.each(LANGUAGES.flatMap((language) => [576, 384].map((width) => [language, width] as const)))(
  'the slip in %s on %i dots looks as it was judged to look',
  async (language, width) => {
    const file = `${folder}slip-${language}-${width}.png`;
    const picture = pictureOf(layout(fullSlip(language), width as 576 | 384));
    if (process.env['UPDATE_GOLDEN']) {
      await mkdir(folder, { recursive: true });
      await writeFile(file, pngOf(picture));
    }
    const judged = await kept(file);
    const differs = (row: string, y: number) => row !== judged[y];
    expect({ height: picture.length, firstRowThatDiffers: picture.findIndex(differs) }).toEqual({
      height: judged.length,
      firstRowThatDiffers: -1,
    });
  },
);

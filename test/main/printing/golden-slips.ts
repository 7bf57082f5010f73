// SPDX-License-Identifier: EUPL-1.2
/** The slips whose pictures are kept in test/golden: all that a slip can hold, in every language. */
import { createCanvas } from '@napi-rs/canvas';
import type { Language } from '../../../src-main/core/ticket.ts';
import type { Slip } from '../../../src-main/printing/slip.ts';
import { WORDS } from '../../../src-main/printing/words.ts';
import type { Picture } from './print-head.ts';
import { slip } from './slips.ts';

export const LANGUAGES = Object.keys(WORDS) as Language[];
export const ADDRESS = 'https://numeri.example.it/2026-11-23-12';

export function fullSlip(language: Language, changes: Partial<Slip> = {}): Slip {
  const answered = [
    { weekday: 1, from: '11:30', to: '13:00' },
    { weekday: 2, from: '16:00', to: '17:30' },
    { weekday: 3, from: '11:30', to: '13:00' },
    { weekday: 4, from: '16:00', to: '17:30' },
  ];
  return slip({
    language,
    service: 'senza appuntamento',
    waitMinutes: [20, 35],
    reprint: true,
    address: ADDRESS,
    office: { ...slip().office, telephoneHours: answered },
    ...changes,
  });
}

export function pngOf(picture: Picture): Buffer {
  const width = picture[0]!.length;
  const canvas = createCanvas(width, picture.length);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, picture.length);
  picture.forEach((row, y) => {
    for (let x = 0; x < width; x += 1) {
      const light = row[x] === '#' ? 0 : 255;
      image.data.set([light, light, light, 255], 4 * (y * width + x));
    }
  });
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}

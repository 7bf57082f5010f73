// SPDX-License-Identifier: EUPL-1.2
/** Slips and pictures as the printing tests want them. */
import type { Pixels } from '../../../src-main/printing/pixels.ts';
import type { Slip } from '../../../src-main/printing/slip.ts';
import type { Picture } from './print-head.ts';

export function slip(changes: Partial<Slip> = {}): Slip {
  return {
    ticket: '2026-11-23-12',
    number: '12',
    language: 'it',
    serviceId: 'walk-in',
    service: 'Senza appuntamento',
    issuedAt: '2026-11-23T09:05:12.000+01:00',
    ahead: 6,
    reprint: false,
    office: {
      name: 'Segretariato sociale',
      body: 'Comune di Corsico',
      address: 'via Dante Alighieri 11, Corsico',
      telephone: '331 2331322',
      telephoneHours: [{ weekday: 1, from: '11:30', to: '13:00' }],
      walkInHours: [{ weekday: 1, from: '09:00', to: '11:00' }],
    },
    ...changes,
  };
}

export function pictureOf({ width, height, rows }: Pixels): Picture {
  const drawn = Buffer.alloc(width * height, '.');
  for (let dot = 0; dot < drawn.length; dot += 1) {
    if ((rows[dot >> 3]! << (dot & 7)) & 0x80) drawn[dot] = '#'.charCodeAt(0);
  }
  return Array.from({ length: height }, (_, y) => drawn.toString('latin1', y * width, (y + 1) * width));
}

/** The picture with a black dot at each of these places, counted in dots from the top left. */
function blackened(picture: Picture, places: readonly number[]): Picture {
  const width = picture[0]!.length;
  const rows = picture.map((row) => [...row]);
  for (const place of places) rows[Math.floor(place / width)]![place % width] = '#';
  return rows.map((row) => row.join(''));
}

/** Where a picture has bytes that a printer would take for a command to be carried out at once. */
export function lookAlikes(rows: Uint8Array): number[] {
  return Array.from(rows.keys()).filter((i) => rows[i] === 0x10 && [0x04, 0x05, 0x14].includes(rows[i + 1]!));
}

/** The fifth dot of each byte that would have begun a command is black. */
export function withOneDotMore(pixels: Pixels): Picture {
  const places = lookAlikes(pixels.rows).map((byte) => byte * 8 + 4);
  return blackened(pictureOf(pixels), places);
}

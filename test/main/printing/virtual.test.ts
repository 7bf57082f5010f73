// SPDX-License-Identifier: EUPL-1.2
/** The paper of the printer that has none. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { bytesOf } from '../../../src-main/printing/bytes.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import { virtualTransport } from '../../../src-main/printing/virtual.ts';
import type { Picture } from './print-head.ts';
import { pictureOf, slip } from './slips.ts';

async function picture(png: Buffer | undefined): Promise<Picture> {
  const image = await loadImage(png!);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const row = (y: number) =>
    Array.from({ length: width }, (_, x) => (data[4 * (y * width + x)] === 0 ? '#' : '.')).join('');
  return Array.from({ length: height }, (_, y) => row(y));
}

/** Without the blank paper above and below. */
function inked(picture: Picture): Picture {
  const isInked = (row: string) => row.includes('#');
  return picture.slice(picture.findIndex(isInked), picture.findLastIndex(isInked) + 1);
}

test.each([576, 384] as const)('on paper of %i dots it shows the very dots of the slip', async (width) => {
  const virtual = virtualTransport({ kind: 'virtual', width }, () => '2026-11-23T09:05:12.000+01:00');
  const pixels = layout(slip(), width);
  expect(await virtual.send(bytesOf(pixels))).toBe('printed');
  expect(virtual.slips()).toEqual([{ id: 1, at: '2026-11-23T09:05:12.000+01:00' }]);
  const shown = await picture(virtual.png(1));
  expect(shown[0]).toHaveLength(width);
  expect(inked(shown)).toEqual(inked(pictureOf(pixels)));
});

test('it keeps the last 200 slips, newest first', async () => {
  let second = 0;
  const virtual = virtualTransport({ kind: 'virtual', width: 384 }, () => `2026-11-23T09:00:00.${(second += 1)}+01:00`);
  const job = bytesOf(layout(slip(), 384));
  for (let n = 0; n < 203; n += 1) await virtual.send(job);
  const ids = virtual.slips().map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 200 }, (_, i) => 203 - i));
  expect(virtual.png(3)).toBeUndefined();
  expect(virtual.png(4)).toBeInstanceOf(Buffer);
});

test('it does not draw what a real printer would not print', async () => {
  const virtual = virtualTransport({ kind: 'virtual', width: 384 }, () => '');
  await expect(virtual.send(Buffer.from('testo'))).rejects.toThrow('would not understand');
  await expect(virtual.send(bytesOf(layout(slip(), 576)))).rejects.toThrow('A printer of 384 dots');
});

// SPDX-License-Identifier: EUPL-1.2
/** The printer that has no paper, beside what is known of real ones. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Duplex } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { bytesOf } from '../../../src-main/printing/bytes.ts';
import { layout } from '../../../src-main/printing/layout.ts';
import type { Pixels } from '../../../src-main/printing/pixels.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../../../src-main/printing/virtual.ts';
import type { Picture } from './print-head.ts';
import { pictureOf, slip } from './slips.ts';

const now = () => '2026-11-23T09:05:12.000+01:00';
const ASK_IF_PRINTED = Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from('abcd')]);
const PRINTED = Buffer.from([0x37, 0x22, ...Buffer.from('abcd'), 0x00]);

function atOnce(): VirtualPrinter {
  return createVirtualPrinter({ width: 384, now, rowsPerSecond: Infinity });
}

/** A line to it, with all that is heard on it. */
function lineTo(printer: VirtualPrinter): Duplex & { heard: Buffer } {
  const line = Object.assign(printer.connect()!, { heard: Buffer.alloc(0) });
  line.on('data', (bytes: Buffer) => (line.heard = Buffer.concat([line.heard, bytes])));
  line.on('error', () => {});
  return line;
}

async function until(condition: () => void): Promise<void> {
  await vi.waitFor(condition, { timeout: 10_000, interval: 5 });
}

/** Black from edge to edge. */
function bar(height: number, width = 384): Pixels {
  return { width, height, rows: new Uint8Array((width / 8) * height).fill(0xff) };
}

function inkedRows({ pixels }: { pixels: Pixels }): number {
  return pictureOf(pixels).filter((row) => row.includes('#')).length;
}

async function pictureIn(png: Buffer | undefined): Promise<Picture> {
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

describe('its paper', () => {
  test.each([576, 384] as const)('on paper of %i dots it shows the very dots of the slip', async (width) => {
    const virtual = createVirtualPrinter({ width, now, rowsPerSecond: Infinity });
    const pixels = layout(slip(), width);
    lineTo(virtual).write(bytesOf(pixels));
    expect(virtual.slips()).toEqual([{ id: 1, at: now() }]);
    const shown = await pictureIn(virtual.png(1));
    expect(shown[0]).toHaveLength(width);
    expect(inked(shown)).toEqual(inked(pictureOf(pixels)));
  });

  test('it keeps the last 200 slips, newest first', () => {
    const printer = atOnce();
    const line = lineTo(printer);
    for (let n = 0; n < 203; n += 1) line.write(bytesOf(bar(8)));
    expect(printer.slips().map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, i) => 203 - i));
    expect(printer.png(3)).toBeUndefined();
    expect(printer.png(4)).toBeInstanceOf(Buffer);
  });

  test('what is too wide for it is cut short, as on a real one', () => {
    const printer = atOnce();
    lineTo(printer).write(bytesOf(bar(8, 576)));
    expect(printer.paper()[0]).toMatchObject({ how: 'cut', garbled: false, pixels: { width: 384 } });
  });

  test('what it does not understand leaves its marks', () => {
    const printer = atOnce();
    lineTo(printer).write('testo');
    expect(printer.paper()).toMatchObject([{ how: 'hanging', garbled: true }]);
  });
});

describe('what it says', () => {
  test('a slip is on paper when it says so, not before', async () => {
    const printer = createVirtualPrinter({ width: 384, now, rowsPerSecond: 5_000 });
    const line = lineTo(printer);
    line.write(Buffer.concat([bytesOf(bar(300)), ASK_IF_PRINTED]));
    expect(line.heard).toHaveLength(0);
    await until(() => expect(line.heard).toEqual(PRINTED));
    expect(printer.paper()).toMatchObject([{ how: 'cut' }]);
  });

  test('asked in the middle of a job, even out of a picture, it says how it is at once', async () => {
    const printer = createVirtualPrinter({ width: 384, now, rowsPerSecond: 2_000 });
    const line = lineTo(printer);
    const job = bytesOf(bar(60));
    line.write(Buffer.concat([job.subarray(0, 500), Buffer.from([0x10, 0x04, 1]), job.subarray(500)]));
    await until(() => expect([...line.heard]).toEqual([0x12]));
    expect(printer.paper()).toMatchObject([{ how: 'hanging' }]);
    await until(() => expect(printer.paper()).toMatchObject([{ how: 'cut' }]));
    expect(inkedRows(printer.paper()[0]!)).toBe(60);
  });

  test.each([
    ['nothing', undefined, [0x12, 0x12, 0x12, 0x12]],
    ['near-end', 'near-end', [0x12, 0x12, 0x12, 0x1e]],
    ['paper-end', 'paper-end', [0x1a, 0x32, 0x12, 0x72]],
    ['cover-open', 'cover-open', [0x1a, 0x16, 0x12, 0x12]],
    ['cutter-stuck', 'cutter-stuck', [0x1a, 0x52, 0x1a, 0x12]],
  ] as const)('with the fault %s it answers as the manual says', async (_, fault, answers) => {
    const printer = atOnce();
    if (fault) printer.fail(fault);
    const line = lineTo(printer);
    for (const n of [1, 2, 3, 4]) line.write(Buffer.from([0x10, 0x04, n]));
    await until(() => expect([...line.heard]).toEqual(answers));
    expect(printer.faults()).toEqual(fault ? [fault] : []);
  });

  test('told to, it reports each change by itself', async () => {
    const printer = atOnce();
    const line = lineTo(printer);
    line.write(Buffer.from([0x1d, 0x61, 0x0e]));
    printer.fail('near-end');
    printer.fail('cover-open');
    printer.mend('cover-open');
    const reports = [0x10, 0, 0, 0, 0x10, 0, 3, 0, 0x38, 0, 3, 0, 0x10, 0, 3, 0];
    await until(() => expect([...line.heard]).toEqual(reports));
  });

  test('a clone is asked about its paper when all before is printed', async () => {
    const printer = atOnce();
    const line = lineTo(printer);
    line.write(Buffer.from([0x1d, 0x72, 1]));
    await until(() => expect([...line.heard]).toEqual([0]));
  });
});

describe('its line', () => {
  test('nobody else is let in while somebody is there', async () => {
    const printer = atOnce();
    const line = lineTo(printer);
    expect(printer.connect()).toBeUndefined();
    line.end();
    await until(() => expect(line.destroyed).toBe(true));
    expect(printer.connect()).toBeDefined();
  });

  test('it takes no more than its buffer holds while it cannot print', () => {
    const printer = atOnce();
    printer.fail('paper-end');
    const line = lineTo(printer);
    let taken = 0;
    for (let n = 0; n < 10; n += 1) line.write(Buffer.alloc(1000), () => (taken += 1));
    return until(() => expect(taken).toBe(4));
  });

  test('what it has taken it prints, even if whoever sent it has hung up long since', () => {
    const printer = atOnce();
    printer.fail('paper-end');
    const line = lineTo(printer);
    line.write(bytesOf(bar(40)));
    line.destroy();
    expect(printer.paper()).toEqual([]);
    printer.mend('paper-end');
    expect(printer.paper().map(inkedRows)).toEqual([40]);
  });
});

describe('it fails on request', () => {
  const job = Buffer.concat([bytesOf(bar(200)), ASK_IF_PRINTED]);

  test('off the network nobody reaches it, and who was there is cut off', async () => {
    const printer = atOnce();
    const line = lineTo(printer);
    printer.fail('refuse');
    await until(() => expect(line.destroyed).toBe(true));
    expect(printer.connect()).toBeUndefined();
    printer.mend('refuse');
    expect(printer.connect()).toBeDefined();
  });

  test('the connection breaks after so many bytes of a job, whatever was said before, and only once', async () => {
    const printer = atOnce();
    printer.fail('reset', 10 + 48 * 20);
    const line = lineTo(printer);
    line.write(Buffer.from([0x10, 0x04, 1, 0x00, 0x00]));
    line.write(job);
    await until(() => expect(line.destroyed).toBe(true));
    expect(printer.paper().map(inkedRows)).toEqual([20]);
    const next = lineTo(printer);
    next.write(job.subarray(10 + 48 * 20));
    await until(() => expect(next.heard).toEqual(PRINTED));
    expect(printer.paper().map(inkedRows)).toEqual([200]);
  });

  test('it reads nothing more after so many bytes of a job, until it does', async () => {
    const printer = atOnce();
    printer.fail('stop-reading', 10 + 48 * 20);
    const line = lineTo(printer);
    line.write(job);
    line.write(Buffer.from([0x10, 0x04, 1]));
    expect(printer.paper().map(inkedRows)).toEqual([20]);
    printer.mend('stop-reading');
    await until(() => expect(line.heard.includes(PRINTED) && line.heard.includes(0x12)).toBe(true));
  });

  test('paper that ends within a slip leaves a torn half; the rest is printed on the next roll', async () => {
    const printer = atOnce();
    printer.fail('paper-end', 50);
    const line = lineTo(printer);
    line.write(job);
    expect(printer.slips()).toEqual([{ id: 1, at: now(), half: 150 }]);
    printer.mend('paper-end');
    await until(() => expect(line.heard).toEqual(PRINTED));
    expect(printer.paper().map((piece) => [piece.id, piece.how, inkedRows(piece)])).toEqual([
      [2, 'cut', 150],
      [1, 'torn', 50],
    ]);
  });

  test.each(['cover-open', 'cutter-stuck'] as const)(
    'with %s it waits, and ends the slip afterwards',
    async (fault) => {
      const printer = atOnce();
      printer.fail(fault, 200);
      const line = lineTo(printer);
      line.write(job);
      expect(printer.paper()).toMatchObject([{ how: 'hanging' }]);
      printer.mend(fault);
      await until(() => expect(line.heard).toEqual(PRINTED));
      expect(printer.paper()).toMatchObject([{ how: 'cut' }]);
    },
  );

  test('switched off and on it forgets what it had received, and the half slip hangs before the next one', async () => {
    const printer = createVirtualPrinter({ width: 384, now, rowsPerSecond: Infinity, offMs: 30 });
    printer.fail('power-cycle', 30);
    const line = lineTo(printer);
    line.write(job);
    await until(() => expect(line.destroyed).toBe(true));
    expect(printer.paper()).toMatchObject([{ id: 1, how: 'hanging' }]);
    expect(printer.connect()).toBeUndefined();
    await until(() => expect(printer.faults()).toEqual([]));
    const next = lineTo(printer);
    next.write(job);
    await until(() => expect(next.heard).toEqual(PRINTED));
    expect(printer.paper().map(inkedRows)).toEqual([230]);
  });

  test('it prints and never says so', async () => {
    const printer = atOnce();
    printer.fail('no-confirmation');
    const line = lineTo(printer);
    line.write(Buffer.concat([job, Buffer.from([0x10, 0x04, 1])]));
    await until(() => expect([...line.heard]).toEqual([0x12]));
    expect(printer.paper()).toMatchObject([{ how: 'cut' }]);
  });

  test('it talks without end, and still prints; unheard it costs no more than a little memory', async () => {
    const printer = atOnce();
    printer.fail('endless-status');
    const line = printer.connect()!;
    await until(() => expect(line.readableLength).toBeGreaterThan(60_000));
    line.write(job);
    expect(printer.paper()).toMatchObject([{ how: 'cut' }]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(line.readableLength).toBeLessThan(70_000);
    printer.mend('endless-status');
  });
});

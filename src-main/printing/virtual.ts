// SPDX-License-Identifier: EUPL-1.2
/** The printer without paper: draws what a real one would print, from the bytes that it would have got. */
import { createCanvas } from '@napi-rs/canvas';
import type { Pixels } from './pixels.ts';
import type { Transport, VirtualAddress } from './transport.ts';

/** The paper that came out so far. */
export interface Roll {
  /** The last slips, newest first; `at` is when it was cut. */
  slips(): { id: number; at: string }[];
  /** The picture of a slip, undefined if it is not among the last. */
  png(id: number): Buffer | undefined;
}

const SLIPS_KEPT = 200;
/** In dots. The blade stands above the head: what it cuts off is what left the head earlier. */
const HEAD_TO_BLADE = 100;
/** The line spacing after ESC @, a sixth of an inch. */
const LINE = 34;

/** @param now ISO 8601 with offset */
export function virtualTransport({ width }: VirtualAddress, now: () => string): Transport & Roll {
  const rowBytes = width / 8;
  const blank = (dots: number) => new Uint8Array(dots * rowBytes);
  const cutOff: { id: number; at: string; pixels: Pixels }[] = [];
  let count = 0;
  let paper: Uint8Array[] = [blank(HEAD_TO_BLADE)];

  function cut(): void {
    const rows = Buffer.concat(paper);
    const end = rows.length - HEAD_TO_BLADE * rowBytes;
    const pixels = { width, height: end / rowBytes, rows: rows.subarray(0, end) };
    paper = [rows.subarray(end)];
    cutOff.unshift({ id: (count += 1), at: now(), pixels });
    cutOff.splice(SLIPS_KEPT);
  }

  /** Carries out the command at the start of the bytes and returns its length. */
  function carryOut(bytes: Buffer): number {
    const starts = (...command: number[]) => command.every((byte, i) => bytes[i] === byte);
    if (starts(0x1b, 0x40)) return 2;
    if (starts(0x0a)) {
      paper.push(blank(LINE));
      return 1;
    }
    if (starts(0x1d, 0x56, 0) || starts(0x1d, 0x56, 1)) {
      cut();
      return 3;
    }
    if (starts(0x1d, 0x76, 0x30, 0) && bytes.readUInt16LE(4) === rowBytes) {
      const end = 8 + rowBytes * bytes.readUInt16LE(6);
      paper.push(bytes.subarray(8, end));
      return end;
    }
    throw new Error(`A printer of ${width} dots would not understand ${bytes.toString('hex', 0, 8)}`);
  }

  return {
    async send(job) {
      let rest = Buffer.from(job);
      while (rest.length > 0) rest = rest.subarray(carryOut(rest));
      return 'printed';
    },
    slips: () => cutOff.map(({ id, at }) => ({ id, at })),
    png(id) {
      const found = cutOff.find((slip) => slip.id === id);
      return found && pngOf(found.pixels);
    },
  };
}

function pngOf({ width, height, rows }: Pixels): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const picture = context.createImageData(width, height);
  const dots = new Uint32Array(picture.data.buffer);
  for (let dot = 0; dot < dots.length; dot += 1) {
    const black = rows[dot >> 3]! & (0x80 >> (dot & 7));
    dots[dot] = black ? 0xff000000 : 0xffffffff;
  }
  context.putImageData(picture, 0, 0);
  return canvas.toBuffer('image/png');
}

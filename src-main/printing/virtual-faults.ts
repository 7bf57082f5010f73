// SPDX-License-Identifier: EUPL-1.2
/** What can go wrong with a printer, and what it says of itself then, as in the Epson ESC/POS command reference. */

export const FAULTS = [
  /** Off the network: nobody is connected, nobody can connect. */
  'refuse',
  /** The connection breaks; only once. */
  'reset',
  /** Stays connected and takes nothing more. */
  'stop-reading',
  /** Mended by another roll. What was under way is finished on it. */
  'paper-end',
  'near-end',
  'cover-open',
  'cutter-stuck',
  /** Off, and on again after a while: what it had received is lost, what it had printed hangs out of it. */
  'power-cycle',
  /** Never says that anything is on paper. */
  'no-confirmation',
  /** Says without end, unasked, how it is. */
  'endless-status',
] as const;

export type Fault = (typeof FAULTS)[number];
export type Present = ReadonlySet<Fault>;

/** Prints nothing, but takes what its buffer has room for and answers. */
export function isStopped(present: Present): boolean {
  return present.has('paper-end') || present.has('cover-open') || present.has('cutter-stuck');
}

/** The answer to DLE EOT n. */
export function statusByte(n: number, present: Present): number {
  const bit = (fault: Fault, bits: number) => (present.has(fault) ? bits : 0);
  switch (n) {
    case 1:
      return 0x12 | (isStopped(present) ? 0x08 : 0);
    case 2:
      return 0x12 | bit('cover-open', 0x04) | bit('paper-end', 0x20) | bit('cutter-stuck', 0x40);
    case 3:
      return 0x12 | bit('cutter-stuck', 0x08);
    case 4:
      return 0x12 | bit('near-end', 0x0c) | bit('paper-end', 0x60);
  }
  return 0x12;
}

/** The answer to GS r 1. */
export function paperByte(present: Present): number {
  return (present.has('near-end') ? 0x03 : 0) | (present.has('paper-end') ? 0x0c : 0);
}

/** The four bytes of an automatic status back. */
export function report(present: Present): number[] {
  const first = 0x10 | (isStopped(present) ? 0x08 : 0) | (present.has('cover-open') ? 0x20 : 0);
  return [first, present.has('cutter-stuck') ? 0x08 : 0, paperByte(present), 0];
}

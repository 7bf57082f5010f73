// SPDX-License-Identifier: EUPL-1.2
/** What a thermal printer does with the bytes it gets, written from its manual and sharing nothing with the product. */

/** The rows of a picture from its top, `#` for a black dot and `.` for a white one. */
export type Picture = string[];

export interface PrintHead {
  take(bytes: Uint8Array): void;
  /** Prints what it has, now that it may again. */
  goOn(): void;
  /** True from the first byte of a job until its paper is cut. */
  readonly busy: boolean;
}

export interface Ears {
  /** DLE EOT n, wherever it stands. */
  onStatusRequest(n: number): void;
  /** GS ( H fn 48, once all before it is printed. */
  onPrintedRequest(id: Buffer): void;
  /** GS r 1, once all before it is printed. */
  onPaperRequest?(): void;
  /** GS a: from now on it is to speak up by itself, or no more. */
  onSpeakUp?(on: boolean): void;
  /** A job has begun. */
  onJob(): void;
  /** Asked before every command that moves paper; what may not be printed waits. */
  mayPrint?(): boolean;
  /** A band of a picture is on paper. */
  onBand?(): void;
  /** A slip was cut off; the paper that was fed around it is left out. */
  onPaper(paper: Picture): void;
}

const DLE = 0x10;

/** @throws Error at a byte that no command of a slip begins with */
export function printHead(ears: Ears): PrintHead {
  let received = Buffer.alloc(0);
  let toPrint = Buffer.alloc(0);
  let rows: Uint8Array[] = [];
  let busy = false;

  /** Real-time commands are taken out of the stream before anything else is read, even out of a picture. */
  function takeOutRealTime(): void {
    for (let i = 0; i < received.length;) {
      const at = received.indexOf(DLE, i);
      if (at === -1) break;
      const [, command, n] = received.subarray(at, at + 3);
      if (command === undefined || (command === 0x04 && n === undefined)) {
        toPrint = Buffer.concat([toPrint, received.subarray(0, at)]);
        received = received.subarray(at);
        return;
      }
      if (command === 0x05 || command === 0x14) throw new Error('A slip told the printer to recover or to power off.');
      if (command === 0x04) {
        ears.onStatusRequest(n!);
        received = Buffer.concat([received.subarray(0, at), received.subarray(at + 3)]);
        i = at;
      } else {
        i = at + 1;
      }
    }
    toPrint = Buffer.concat([toPrint, received]);
    received = Buffer.alloc(0);
  }

  /** Carries out the first command of `toPrint` and returns its length, 0 if it has not come whole. */
  function printNext(): number {
    const [first, second] = toPrint;
    if (ears.mayPrint?.() === false) return 0;
    if (first === 0x0a || first === 0x00) return 1;
    if (second === undefined) return 0;
    if (first === 0x1b && second === 0x40) {
      busy = true;
      ears.onJob();
      return 2;
    }
    if (first === 0x1d && (second === 0x61 || second === 0x72)) {
      if (toPrint.length < 3) return 0;
      if (second === 0x61) ears.onSpeakUp?.(toPrint[2] !== 0);
      else ears.onPaperRequest?.();
      return 3;
    }
    if (first === 0x1d && second === 0x56) {
      if (toPrint.length < 3) return 0;
      ears.onPaper(pictureOf(rows));
      rows = [];
      busy = false;
      return 3;
    }
    if (first === 0x1d && second === 0x28) {
      if (toPrint.length < 11) return 0;
      ears.onPrintedRequest(toPrint.subarray(7, 11));
      return 11;
    }
    if (first === 0x1d && second === 0x76) {
      if (toPrint.length < 8) return 0;
      const across = toPrint[4]! + 256 * toPrint[5]!;
      const down = toPrint[6]! + 256 * toPrint[7]!;
      const length = 8 + across * down;
      if (toPrint.length < length) return 0;
      for (let row = 8; row < length; row += across) rows.push(toPrint.subarray(row, row + across));
      ears.onBand?.();
      return length;
    }
    throw new Error(`No command of a slip begins with ${toPrint.toString('hex', 0, 4)}`);
  }

  function goOn(): void {
    for (let length = 1; toPrint.length > 0 && length > 0; toPrint = toPrint.subarray(length)) length = printNext();
  }

  return {
    get busy() {
      return busy;
    },
    take(bytes) {
      received = Buffer.concat([received, bytes]);
      takeOutRealTime();
      goOn();
    },
    goOn,
  };
}

function pictureOf(rows: readonly Uint8Array[]): Picture {
  const dots = (byte: number) => byte.toString(2).padStart(8, '0').replaceAll('0', '.').replaceAll('1', '#');
  const drawn = Array.from({ length: 256 }, (_, byte) => dots(byte));
  return rows.map((row) => Array.from(row, (byte) => drawn[byte]!).join(''));
}

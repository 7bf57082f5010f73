// SPDX-License-Identifier: EUPL-1.2
/**
 * The printer without paper: does with the bytes it gets what a real one does, draws what that would print, and fails
 * on request in every way that is known of real ones.
 */
import { Duplex } from 'node:stream';
import type { Width } from './layout.ts';
import { commandAt, type Command } from './virtual-commands.ts';
import { FAULTS, isStopped, paperByte, report, statusByte, type Fault } from './virtual-faults.ts';
import { createPaper, pngOf, type Piece } from './virtual-paper.ts';

/** The paper that came out so far. */
export interface Roll {
  /**
   * The last slips, newest first; `at` is when it was cut. Of one that was not cut off, `half` is the number of dots
   * that it is long.
   */
  slips(): { id: number; at: string; half?: number }[];
  /** The picture of a slip, undefined if it is not among the last. */
  png(id: number): Buffer | undefined;
  faults(): readonly Fault[];
  /** Those that will come in the middle of a slip. */
  expected(): readonly Fault[];
  /**
   * @param after only when so many rows of the next slip are printed, or for `reset` and `stop-reading` so many bytes
   * of the next job are received; at once if left out
   */
  fail(fault: Fault, after?: number): void;
  mend(fault: Fault): void;
}

export interface VirtualPrinter extends Roll {
  /** A line to it; undefined if it refuses, as it does while somebody else is connected, or is off. */
  connect(): Duplex | undefined;
  /** Everything that is on paper, newest first. */
  paper(): Piece[];
}

export interface VirtualPrinterParts {
  width: Width;
  /** ISO 8601 with offset. */
  now: () => string;
  /** How many rows it prints in a second. Infinity prints at once, within the write. */
  rowsPerSecond?: number;
  /** How long it is off when it is switched off and on: a person's hand and its start, in milliseconds. */
  offMs?: number;
  /** A piece of paper has come off. */
  onPiece?: (piece: Piece) => void;
  /** It has just answered that all before is on paper. */
  onConfirmed?: () => void;
}

const DLE = 0x10;
const EOT = 0x04;
const ENQ = 0x05;
const RECEIVE_BUFFER = 4096;
/** Rows are printed so many milliseconds' worth at a time. */
const STROKE_MS = 4;
/** A listener who does not listen must not cost memory without end. */
const MOST_UNHEARD = 64 * 1024;
const COUNTED_IN_BYTES: readonly Fault[] = ['reset', 'stop-reading'];
const COUNTED_IN_ROWS = FAULTS.filter((fault) => !COUNTED_IN_BYTES.includes(fault));

export function createVirtualPrinter(parts: VirtualPrinterParts): VirtualPrinter {
  const { width, now, rowsPerSecond = 20_000, offMs = 4_000, onPiece = () => {}, onConfirmed = () => {} } = parts;
  const paper = createPaper(width, now, onPiece);
  const present = new Set<Fault>();
  const armed = new Map<Fault, number>();
  let line: Duplex | undefined;
  /** What the other side has written and the buffer has no room for yet. */
  let offered: { bytes: Buffer; taken: () => void } | undefined;
  let received = Buffer.alloc(0);
  /** The start of what may become a real-time command. */
  let held = Buffer.alloc(0);
  let picture: { rowBytes: number; rowsLeft: number } | undefined;
  let toSkip = 0;
  let reportsChanges = false;
  let lastReport = '';
  let rowsOfSlip = 0;
  let bytesOfJob: number | undefined;
  let lastByte: number | undefined;
  let rowsThisStroke = 0;
  let resting = false;
  let running = false;

  function run(): void {
    if (running) return;
    running = true;
    for (let goesOn = true; goesOn;) {
      const took = receive();
      goesOn = (!resting && !isStopped(present) && printNext()) || took;
    }
    running = false;
  }

  /** Takes what there is room for; false if nothing was taken. */
  function receive(): boolean {
    if (!offered || present.has('stop-reading')) return false;
    const from = line;
    const { bytes, taken } = offered;
    const mouthful = bytes.subarray(0, Math.min(RECEIVE_BUFFER - received.length, mostBeforeFault()));
    if (mouthful.length === 0) return false;
    offered.bytes = bytes.subarray(mouthful.length);
    if (offered.bytes.length === 0) offered = undefined;
    received = Buffer.concat([received, withoutRealTime(Buffer.concat([held, mouthful]))]);
    countJob(mouthful);
    if (!offered && line === from) taken();
    return true;
  }

  /** While a fault waits for a byte of a job the bytes are counted one by one until the job begins, with ESC @. */
  function mostBeforeFault(): number {
    const after = COUNTED_IN_BYTES.flatMap((fault) => armed.get(fault) ?? []);
    if (after.length === 0) return Infinity;
    return bytesOfJob === undefined ? 1 : Math.max(1, Math.min(...after) - bytesOfJob);
  }

  function countJob(mouthful: Buffer): void {
    if (bytesOfJob !== undefined) bytesOfJob += mouthful.length;
    else if (lastByte === 0x1b && mouthful[0] === 0x40) bytesOfJob = 2;
    lastByte = mouthful.at(-1);
    if (bytesOfJob !== undefined) happen(COUNTED_IN_BYTES, bytesOfJob);
  }

  function happen(among: readonly Fault[], count: number): void {
    for (const [fault, after] of armed) if (among.includes(fault) && count >= after) fail(fault);
  }

  /** Real-time commands are carried out as they arrive, even out of a picture, and go no further. */
  function withoutRealTime(bytes: Buffer): Buffer {
    const kept: Buffer[] = [];
    let from = 0;
    held = Buffer.alloc(0);
    for (let at = bytes.indexOf(DLE); at !== -1; at = bytes.indexOf(DLE, at + 1)) {
      const [, command, n] = bytes.subarray(at, at + 3);
      if (command !== undefined && command !== EOT && command !== ENQ) continue;
      kept.push(bytes.subarray(from, at));
      if (command === undefined || n === undefined) {
        held = Buffer.from(bytes.subarray(at));
        return Buffer.concat(kept);
      }
      if (command === EOT) say([statusByte(n, present)]);
      from = at + 3;
      at += 2;
    }
    return Buffer.concat([...kept, bytes.subarray(from)]);
  }

  /** Prints a row or carries out a command; false if not enough of it has come. */
  function printNext(): boolean {
    if (picture) {
      if (received.length < picture.rowBytes) return false;
      paper.print(received.subarray(0, picture.rowBytes));
      received = received.subarray(picture.rowBytes);
      picture.rowsLeft -= 1;
      if (picture.rowsLeft === 0) picture = undefined;
      rowsOfSlip += 1;
      move(1);
      happen(COUNTED_IN_ROWS, rowsOfSlip);
      return true;
    }
    if (toSkip > 0 && received.length > 0) {
      const skipped = Math.min(toSkip, received.length);
      received = received.subarray(skipped);
      toSkip -= skipped;
      return true;
    }
    const next = commandAt(received);
    if (!next) return false;
    received = received.subarray(next.length);
    carryOut(next.command);
    return true;
  }

  function carryOut(command: Command): void {
    switch (command.does) {
      case 'initialise':
        reportsChanges = false;
        break;
      case 'feed':
        paper.feed(command.dots);
        move(command.dots);
        break;
      case 'cut':
        paper.feed(command.dots);
        paper.cut();
        rowsOfSlip = 0;
        break;
      case 'picture':
        if (command.rows > 0 && command.rowBytes > 0) picture = { rowBytes: command.rowBytes, rowsLeft: command.rows };
        break;
      case 'skip':
        toSkip = command.bytes;
        break;
      case 'report-changes':
        reportsChanges = command.on;
        if (command.on) say(report(present));
        break;
      case 'report-paper':
        if (!present.has('no-confirmation')) say([paperByte(present)]);
        break;
      case 'confirm':
        if (!present.has('no-confirmation')) say([0x37, 0x22, ...command.id, 0x00]);
        bytesOfJob = undefined;
        onConfirmed();
        break;
      case 'garble':
        paper.garble();
        break;
      case 'nothing':
    }
  }

  /** Paper takes its time to move. */
  function move(rows: number): void {
    if (rowsPerSecond === Infinity) return;
    rowsThisStroke += rows;
    if (rowsThisStroke < (rowsPerSecond * STROKE_MS) / 1000) return;
    rowsThisStroke = 0;
    resting = true;
    setTimeout(() => {
      resting = false;
      run();
    }, STROKE_MS).unref();
  }

  function say(bytes: Iterable<number>): void {
    if (line && !line.destroyed) line.push(Buffer.from([...bytes]));
  }

  function reportChange(): void {
    const bytes = report(present);
    if (reportsChanges && lastReport !== bytes.join()) say(bytes);
    lastReport = bytes.join();
  }

  function breakOff(): void {
    line?.destroy(Object.assign(new Error('The printer has broken off the connection.'), { code: 'ECONNRESET' }));
  }

  function fail(fault: Fault, after?: number): void {
    if (after !== undefined && after > 0) {
      armed.set(fault, after);
      return;
    }
    armed.delete(fault);
    if (fault === 'power-cycle') {
      received = Buffer.alloc(0);
      picture = undefined;
      toSkip = 0;
      reportsChanges = false;
      rowsOfSlip = 0;
      setTimeout(() => mend('power-cycle'), offMs).unref();
    }
    if (fault !== 'reset') present.add(fault);
    if (fault === 'reset' || fault === 'power-cycle' || fault === 'refuse') breakOff();
    if (fault === 'endless-status') sayWithoutEnd();
    reportChange();
  }

  function mend(fault: Fault): void {
    armed.delete(fault);
    if (!present.delete(fault)) return;
    if (fault === 'paper-end') {
      paper.change();
      present.delete('near-end');
    }
    reportChange();
    run();
  }

  function sayWithoutEnd(): void {
    if (!present.has('endless-status')) return;
    for (let i = 0; i < 64 && line && line.readableLength < MOST_UNHEARD; i += 1) say(report(present));
    setTimeout(sayWithoutEnd, 1).unref();
  }

  return {
    connect() {
      if (line || present.has('refuse') || present.has('power-cycle')) return undefined;
      const end: Duplex = new Duplex({
        read() {},
        write(bytes: Buffer, _encoding, done) {
          offered = { bytes, taken: done };
          run();
        },
        final(done) {
          hangUp();
          end.push(null);
          done();
        },
        destroy(error, done) {
          hangUp();
          done(error);
        },
      });
      const hangUp = () => {
        if (line !== end) return;
        line = undefined;
        offered = undefined;
        bytesOfJob = undefined;
      };
      line = end;
      held = Buffer.alloc(0);
      return end;
    },
    fail(fault, after) {
      fail(fault, after);
      run();
    },
    mend,
    faults: () => FAULTS.filter((fault) => present.has(fault)),
    expected: () => [...armed.keys()],
    paper: () => paper.pieces(),
    slips: () =>
      paper.pieces().map(({ id, at, how, pixels }) => ({ id, at, ...(how !== 'cut' && { half: pixels.height }) })),
    png(id) {
      const found = paper.pieces().find((piece) => piece.id === id);
      return found && pngOf(found.pixels);
    },
  };
}

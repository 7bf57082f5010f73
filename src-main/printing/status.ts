// SPDX-License-Identifier: EUPL-1.2
/** What a printer says of itself, byte by byte, as in the Epson ESC/POS command reference. */
import type { Printer } from '../core/views.ts';

/** `absent` is what a printer cannot say. */
export type Condition = Pick<Printer, 'nearEnd'> & { state: Exclude<Printer['state'], 'absent'>; problem?: string };

/** The questions of DLE EOT n: the printer, why it is offline, errors, paper. */
export const QUESTIONS = [1, 2, 3, 4] as const;
export type Answers = readonly [printer: number, cause: number, error: number, paper: number];

export function statusRequest(n: number): Buffer {
  return Buffer.from([0x10, 0x04, n]);
}

/** What the four answers mean together. Near end, 0C of the fourth, still prints. */
export function conditionIn([printer, cause, error, paper]: Answers): Condition {
  return condition({
    coverOpen: cause & 0x04,
    paperEnd: (cause & 0x20) | (paper & 0x60),
    cutter: error & 0x08,
    error: (error & 0x60) | (cause & 0x40),
    offline: printer & 0x08,
    nearEnd: paper & 0x0c,
  });
}

/** GS a: from now on the printer says by itself what changes, even while it takes in nothing more. */
export const SPEAK_UP = Buffer.from([0x1d, 0x61, 0x0e]);
export const SPEAK_UP_NO_MORE = Buffer.from([0x1d, 0x61, 0x00]);

/** GS ( H fn 48: to be answered once all that came before it is on paper. `id` is four characters of `processId`. */
export function printedRequest(id: Buffer): Buffer {
  return Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...id]);
}

/** GS r 1: the same from a printer without GS ( H, which answers in turn, after what came before. */
export const PAPER_SENSOR_REQUEST = Buffer.from([0x1d, 0x72, 0x01]);

/** One of 65536 ids, of characters that are allowed and that cannot be taken for another answer. */
export function processId(counter: number): Buffer {
  return Buffer.from([12, 8, 4, 0].map((shift) => 0x40 | ((counter >> shift) & 0x0f)));
}

/** Tells apart what a printer says, by its fixed bits, whatever it mixes with what. */
export interface Ears {
  take(bytes: Uint8Array): void;
  /** How many answers to DLE EOT came, and the last of them. */
  readonly answers: number;
  readonly lastAnswer: number;
  /** How many answers to GS r came. */
  readonly paperAnswers: number;
  /** The last condition that the printer told by itself. */
  readonly told: Condition | undefined;
  /** The answer to `printedRequest` that `printed` is about. */
  listenFor(id: Buffer): void;
  readonly printed: boolean;
}

const XON = 0x11;
const XOFF = 0x13;

export function createEars(): Ears {
  let answers = 0;
  let lastAnswer = 0;
  let paperAnswers = 0;
  let told: Condition | undefined;
  let printed = false;
  let expected: Buffer | undefined;
  /** What was heard last, as long as the answer that is expected. */
  const tail = Buffer.alloc(7);
  /** The four bytes of a condition told by itself, as far as they have come. */
  const telling = [0, 0, 0, 0];
  let tellingLength = 0;

  function takeOne(byte: number): void {
    if (byte === XON || byte === XOFF) return;
    tail.copyWithin(0, 1);
    tail[6] = byte;
    if (byte === 0 && expected?.equals(tail)) printed = true;

    if (tellingLength > 0 && (byte & 0x90) === 0) {
      telling[tellingLength++] = byte;
      if (tellingLength < telling.length) return;
      told = toldIn(telling);
      tellingLength = 0;
    } else if ((byte & 0x93) === 0x10) {
      telling[0] = byte;
      tellingLength = 1;
    } else {
      tellingLength = 0;
      if ((byte & 0x93) === 0x12) {
        answers += 1;
        lastAnswer = byte;
      } else if ((byte & 0x90) === 0) {
        paperAnswers += 1;
      }
    }
  }

  return {
    take(bytes) {
      for (const byte of bytes) takeOne(byte);
    },
    get answers() {
      return answers;
    },
    get lastAnswer() {
      return lastAnswer;
    },
    get paperAnswers() {
      return paperAnswers;
    },
    get told() {
      return told;
    },
    listenFor(id) {
      expected = Buffer.from([0x37, 0x22, ...id, 0x00]);
      printed = false;
    },
    get printed() {
      return printed;
    },
  };
}

function toldIn([printer = 0, error = 0, paper = 0]: readonly number[]): Condition {
  return condition({
    coverOpen: printer & 0x20,
    paperEnd: paper & 0x0c,
    cutter: error & 0x08,
    error: error & 0x60,
    offline: printer & 0x08,
    nearEnd: paper & 0x03,
  });
}

type Signs = Record<'coverOpen' | 'paperEnd' | 'cutter' | 'error' | 'offline' | 'nearEnd', number>;

/** Of several things that ail a printer, that which a person sees to first. */
function condition({ coverOpen, paperEnd, cutter, error, offline, nearEnd }: Signs): Condition {
  const state = coverOpen
    ? 'cover-open'
    : paperEnd
      ? 'paper-end'
      : cutter
        ? 'cutter'
        : error
          ? 'error'
          : offline
            ? 'offline'
            : 'ready';
  return { state, nearEnd: nearEnd !== 0 };
}

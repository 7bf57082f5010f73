// SPDX-License-Identifier: EUPL-1.2
/** What a printer says of itself, byte by byte, as in the Epson ESC/POS command reference. */

/** The questions of DLE EOT n, with the bits of each answer that mean that nothing will be printed. */
export const QUESTIONS = [
  { n: 1, notReady: 0x08 /* offline */ },
  { n: 2, notReady: 0x64 /* cover open 04, stopped for lack of paper 20, error 40 */ },
  { n: 4, notReady: 0x60 /* paper end; near end, 0C, still prints */ },
] as const;

export function statusRequest(n: number): Buffer {
  return Buffer.from([0x10, 0x04, n]);
}

/** The answer to DLE EOT among what was heard; its fixed bits set it apart from all that a printer may say unasked. */
export function statusIn(heard: Buffer): number | undefined {
  return heard.find((byte) => (byte & 0x93) === 0x12);
}

/** GS ( H fn 48: to be answered once all that came before it is on paper. `id` is four characters of `processId`. */
export function printedRequest(id: Buffer): Buffer {
  return Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...id]);
}

export function printedIn(heard: Buffer, id: Buffer): true | undefined {
  return heard.includes(Buffer.from([0x37, 0x22, ...id, 0x00])) || undefined;
}

/** One of 65536 ids. Of the characters that are allowed, these sixteen cannot be taken for the answer to DLE EOT. */
export function processId(counter: number): Buffer {
  return Buffer.from([12, 8, 4, 0].map((shift) => 0x40 | ((counter >> shift) & 0x0f)));
}

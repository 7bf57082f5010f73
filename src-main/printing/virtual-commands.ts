// SPDX-License-Identifier: EUPL-1.2
/** What a virtual printer understands: the commands of the Epson ESC/POS command reference that a slip needs. */

export type Command =
  | { does: 'initialise' | 'report-paper' | 'nothing' | 'garble' }
  | { does: 'feed' | 'cut'; dots: number }
  /** So many bytes that follow mean nothing to it. */
  | { does: 'skip'; bytes: number }
  /** GS v 0: the rows follow, each of so many bytes. */
  | { does: 'picture'; rowBytes: number; rows: number }
  /** GS a. */
  | { does: 'report-changes'; on: boolean }
  /** GS ( H fn 48, with the id that the answer gives back. */
  | { does: 'confirm'; id: Buffer };

/** The line spacing after ESC @ in dots, a sixth of an inch. */
const LINE = 34;

/** The command at the start of the bytes and its length; undefined as long as it has not come whole. */
export function commandAt(bytes: Buffer): { command: Command; length: number } | undefined {
  const [first, second, third] = bytes;
  const whole = (length: number, command: () => Command) =>
    bytes.length < length ? undefined : { command: command(), length };

  if (first === undefined) return undefined;
  if (first === 0x00) {
    const end = bytes.findIndex((byte) => byte !== 0x00);
    return whole(end === -1 ? bytes.length : end, () => ({ does: 'nothing' }));
  }
  if (first === 0x0d) return whole(1, () => ({ does: 'nothing' }));
  if (first === 0x0a) return whole(1, () => ({ does: 'feed', dots: LINE }));
  if (first !== 0x1b && first !== 0x1d) return whole(1, () => ({ does: 'garble' }));
  if (second === undefined) return undefined;
  if (second === 0x00) return whole(2, () => ({ does: 'nothing' }));
  if (first === 0x1b) {
    if (second === 0x40) return whole(2, () => ({ does: 'initialise' }));
    if (second === 0x64) return whole(3, () => ({ does: 'feed', dots: LINE * bytes[2]! }));
    return whole(2, () => ({ does: 'garble' }));
  }
  switch (second) {
    case 0x56:
      // m 65 and 66 come with a distance to feed before the cut
      if (third === 65 || third === 66) return whole(4, () => ({ does: 'cut', dots: bytes[3]! }));
      return whole(3, () => ({ does: 'cut', dots: 0 }));
    case 0x76:
      return whole(8, () => ({ does: 'picture', rowBytes: bytes.readUInt16LE(4), rows: bytes.readUInt16LE(6) }));
    case 0x61:
      return whole(3, () => ({ does: 'report-changes', on: bytes[2] !== 0 }));
    case 0x72:
      return whole(3, () => ({ does: 'report-paper' }));
    case 0x28:
      if (third === 0x48 && bytes[3] === 6 && bytes[4] === 0 && bytes[5] === 0x30)
        return whole(11, () => ({ does: 'confirm', id: Buffer.from(bytes.subarray(7, 11)) }));
      return whole(6, () => ({ does: 'skip', bytes: bytes.readUInt16LE(3) - 1 }));
  }
  return whole(2, () => ({ does: 'garble' }));
}

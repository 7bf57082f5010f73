// SPDX-License-Identifier: EUPL-1.2
/** A QR code as a square of modules. */
import { encode } from 'uqr';

/** ISO/IEC 18004 asks for so many white modules on every side. */
export const QUIET = 4;

/** The rows of a code that still reads with 15 % of it damaged, true for black, without its quiet zone. */
export function qrCode(address: string): readonly (readonly boolean[])[] {
  return encode(address, { ecc: 'M', border: 0 }).data;
}

// SPDX-License-Identifier: EUPL-1.2
/** JSON as it lies on the disk. */
import { isUtf8 } from 'node:buffer';

/** Throws where the bytes are no JSON; also where they are no UTF-8, which decoding alone would replace unseen. */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Error('it is not UTF-8');
  return JSON.parse(bytes.toString());
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

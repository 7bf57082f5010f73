// SPDX-License-Identifier: EUPL-1.2
/** What a cookie holds so that its bearer is known again; the office itself keeps only the hash. */
import { createHash, randomBytes } from 'node:crypto';

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

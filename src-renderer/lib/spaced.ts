// SPDX-License-Identifier: EUPL-1.2
/** A code of six digits as it is best read and said: `123 456`. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

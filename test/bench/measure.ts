// SPDX-License-Identifier: EUPL-1.2
/** Times in milliseconds and their middle. */

export async function timed(act: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await act();
  return performance.now() - before;
}

export function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}

export function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

/** One line of the table that the bench prints. */
export interface Row {
  what: string;
  /** What it could not be faster than, where there is such a thing to measure. */
  floor?: number;
  measured: number;
  p99: number;
  /** The most that `measured` may be, as a multiple of `floor`. */
  bound?: number;
  /** The most that `measured` may be, in milliseconds. */
  goalMs?: number;
}

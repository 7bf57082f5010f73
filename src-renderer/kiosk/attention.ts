// SPDX-License-Identifier: EUPL-1.2
/** Until when somebody is known to be there who listens: no page closes before. */

let end = 0;

/** @param now and `seconds` in seconds of the page's own clock */
export function stayOpen(now: number, seconds: number): void {
  end = Math.max(end, now + seconds);
}

export function openUntil(): number {
  return end;
}

/** Whoever listened is gone. */
export function closeWhenDue(): void {
  end = 0;
}

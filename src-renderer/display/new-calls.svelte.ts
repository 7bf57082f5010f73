// SPDX-License-Identifier: EUPL-1.2
/** Tells a call that comes while the wall is watching from one that it finds when it starts or comes back. */
import type { DisplayView } from '#contract';

export type Call = DisplayView['calls'][number];

/** A call that was missed while the office was out of reach still is for somebody: for so long. */
const MISSED_SECONDS = 60;

export class NewCalls {
  #known: { day: string; sequence: number; numbers: readonly string[] } | undefined;
  #away = false;
  #fresh = $state.raw<{ sequence: number; again: boolean }>();

  /** The call that came last under the wall's eyes: the only one that may move; `again` for a recall. */
  get fresh(): { sequence: number; again: boolean } | undefined {
    return this.#fresh;
  }

  /**
   * The calls of this view that are to be sounded, oldest first: none when the wall starts; after a connection that was
   * lost, those of the last minute.
   * @param view the last view, undefined while the office is out of reach
   */
  watch(view: Pick<DisplayView, 'calls' | 'now'> | undefined): Call[] {
    if (!view) {
      this.#away = true;
      return [];
    }
    const { calls, now } = view;
    const known = this.#known;
    const found = known
      ? calls.filter(({ calledAt, sequence }) => {
          const isSameDay = calledAt.startsWith(known.day);
          if (isSameDay && sequence <= known.sequence) return false;
          return (isSameDay && !this.#away) || Date.parse(now) - Date.parse(calledAt) <= MISSED_SECONDS * 1000;
        })
      : [];
    const newest = found[0];
    if (newest) {
      this.#fresh = { sequence: newest.sequence, again: known?.numbers.includes(newest.number) ?? false };
    }
    this.#away = false;
    this.#known = {
      day: (calls[0]?.calledAt ?? now).slice(0, 10),
      sequence: calls[0]?.sequence ?? 0,
      numbers: calls.map(({ number }) => number),
    };
    return found.reverse();
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** Tells a call that came while the wall was watching from one that it finds when it starts or comes back. */
import type { DisplayView } from '#contract';

export class NewestCall {
  #known: number | undefined;
  #fresh = $state<number>();

  /** The sequence of the call that came last under the wall's eyes: the only one that may move. */
  get fresh(): number | undefined {
    return this.#fresh;
  }

  /** @param view the last view, undefined while the office is out of reach */
  watch(view: DisplayView | undefined): void {
    const newest = view && (view.calls[0]?.sequence ?? 0);
    if (newest !== undefined && this.#known !== undefined && newest > this.#known) this.#fresh = newest;
    this.#known = newest;
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** What the page tells the operator: how the last act went, and, when it is quiet, who has come meanwhile. */
import { tick } from 'svelte';
import { arrivalsSentence } from './news.ts';

/** How long a sentence stays. */
const TOLD_MS = 10_000;
/** Those who come within this time are told of together. */
const ARRIVALS_MS = 1500;

export interface Told {
  sentence: string;
  refused: boolean;
}

export class Sayings {
  #told = $state.raw<Told>();
  #arrivals = $state('');
  #forgetting: ReturnType<typeof setTimeout> | undefined;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #newcomers = 0;

  /** How the last act went, or what somebody else did that concerns this operator. */
  get told(): Told | undefined {
    return this.#told;
  }

  /** Who has come, in a sentence for those who hear the page. */
  get arrivals(): string {
    return this.#arrivals;
  }

  tell(sentence: string, refused = false): void {
    this.hush();
    // Gone for a moment, so that the same sentence said twice is heard twice.
    void tick().then(() => (this.#told = { sentence, refused }));
    this.#forgetting = setTimeout(() => (this.#told = undefined), TOLD_MS);
  }

  hush(): void {
    clearTimeout(this.#forgetting);
    this.#told = undefined;
  }

  /** @param waiting asked once all those who come together have come */
  tellOfArrivals(newcomers: number, waiting: () => number): void {
    this.#newcomers += newcomers;
    this.#gathering ??= setTimeout(() => {
      this.#arrivals = arrivalsSentence(this.#newcomers, waiting());
      this.#newcomers = 0;
      this.#gathering = undefined;
    }, ARRIVALS_MS);
  }

  leave(): void {
    clearTimeout(this.#forgetting);
    clearTimeout(this.#gathering);
  }
}

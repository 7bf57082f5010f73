// SPDX-License-Identifier: EUPL-1.2
/** What is heard of a call: the chime, then its sentence in the office's language and in the ticket's own. */
import type { DisplayView } from '#contract';
import { home } from '../lib/language.ts';
import type { Call } from './new-calls.svelte.ts';

export interface Clip {
  url: string;
  /** From 0 to 1. */
  volume: number;
  /** Clips of one phrase are heard together or, from the first that is missing, not at all. */
  phrase: string;
}

/** @param sound how loud chime and voice are, from 0 (left out) to 100 */
export function clipsOf({ number, counter, language }: Call, sound: DisplayView['sound'], chime: string): Clip[] {
  const spoken = [...new Set([home.id, language])].flatMap((phrase) =>
    [`number/${encodeURIComponent(number)}`, `counter/${encodeURIComponent(counter)}`].map((what) => ({
      ...{ url: `/voice/${phrase}/${what}`, volume: sound.voice / 100, phrase },
    })),
  );
  return [{ url: chime, volume: sound.chime / 100, phrase: 'chime' }, ...spoken].filter(({ volume }) => volume > 0);
}

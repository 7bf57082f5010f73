// SPDX-License-Identifier: EUPL-1.2
/** Keeps a page on a screen: one that crashes, hangs or does not load is shown again, after pauses that grow. */
import { setTimeout as pause } from 'node:timers/promises';
import { PLAIN_PAGE } from './plain-page.ts';

/** What shows one page: a window of Electron, or a Chromium. */
export interface Surface {
  /** Opens what shows the page, unless it is open; rejects when that cannot be. */
  begin(): Promise<unknown>;
  /** Once it is open; rejects when the page does not load. */
  show(url: string): Promise<unknown>;
  /** Whether there is anything on the page; a page that hangs does not answer. */
  pulse(): Promise<boolean>;
  /** Ends what draws the page by force. */
  kill(): void;
  /** Calls when the page has crashed, or could not load what it was to become. */
  onGone(call: () => void): void;
}

/** Together with a page's start these keep every return under five seconds. */
const PAUSES_MS = [100, 200, 400, 800, 1200];
/** A page that was well for so long begins again with the shortest. */
const WELL_MS = 60_000;
/** How long a page may take to load: one that hangs is soon given up, a slow machine is given ever more time. */
const LOAD_MS = [3_000, 5_000, 10_000];
const PLAIN_MS = 2_000;
const BEAT_MS = 600;
/** So many beats without an answer, and the page is held to hang. */
const BEATS_MISSED = 3;

/**
 * Shows the page until told to stop.
 *
 * @param onFailure is told why the page was away, a word or two for the log
 * @returns what stops it
 */
export function keepShown(surface: Surface, url: string, onFailure: (why: string) => void): () => void {
  const stopped = new AbortController();
  let gone: (() => void) | undefined;
  surface.onGone(() => gone?.());

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopped.signal.aborted) {
      const began = performance.now();
      const why = await shownUntilItFails(at(LOAD_MS, failures));
      if (stopped.signal.aborted) return;
      onFailure(why);
      if (performance.now() - began > WELL_MS) failures = 0;
      const rest = pause(at(PAUSES_MS, failures));
      // what cannot show this either is not waited for
      await show(PLAIN_PAGE, PLAIN_MS);
      await rest;
      failures += 1;
    }
  }

  /** Resolves to why it is no longer shown. */
  async function shownUntilItFails(patience: number): Promise<string> {
    const isGone = new Promise<'gone'>((resolve) => (gone = () => resolve('gone')));
    const loaded = await Promise.race([show(url, patience), isGone]);
    if (loaded !== 'shown') return loaded;
    for (let missed = 0; missed < BEATS_MISSED;) {
      const beat = pause(BEAT_MS, false);
      const answer = await Promise.race([surface.pulse().catch(() => false), isGone, beat]);
      if (answer === 'gone' || stopped.signal.aborted) return 'gone';
      missed = answer ? 0 : missed + 1;
      if ((await Promise.race([beat, isGone])) === 'gone') return 'gone';
    }
    surface.kill();
    return 'it hung';
  }

  /** Resolves to `shown`, or to why it is not. */
  async function show(address: string, patience: number): Promise<string> {
    try {
      await surface.begin();
      const late = pause(patience, 'it did not load in time', { ref: false });
      return await Promise.race([surface.show(address).then(() => 'shown'), late]);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  void run();
  return () => {
    stopped.abort();
    gone?.();
  };
}

/** The one for so many failures; the last holds for all that follow. */
function at(list: readonly number[], failures: number): number {
  return list[Math.min(failures, list.length - 1)]!;
}

// SPDX-License-Identifier: EUPL-1.2
/** Keeps the speaking process: one sentence at a time, given up when it takes too long, started again when it died. */
import type { Sentence } from './sentences.ts';

export interface Order {
  id: number;
  sentence: Sentence;
}

/** Without `wav` nothing can be heard in it. */
export interface Spoken {
  id: number;
  wav?: Uint8Array | undefined;
}

export interface SpeakerProcess {
  say(order: Order): void;
  kill(): void;
}

/** Starts the speaking process; `onEnd` is called once, also when it could not be started. */
export type StartSpeaker = (onSpoken: (spoken: Spoken) => void, onEnd: () => void) => SpeakerProcess;

export interface Speaker {
  /** The sound as WAV; undefined if it could not be made. Never rejects. An urgent one goes before all others. */
  speak(sentence: Sentence, urgent: boolean): Promise<Uint8Array | undefined>;
  /** False from a failure until a sentence succeeds. */
  readonly works: boolean;
  close(): void;
}

export interface Patience {
  /** How long a sentence may take. */
  sentenceMs: number;
  /** How long to wait before it is started again after it died, twice as long each time, until a sentence succeeds. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** How long it is kept, with some 150 MB, while there is nothing to say. */
  idleMs: number;
}

const PATIENCE: Patience = { sentenceMs: 10_000, firstPauseMs: 250, longestPauseMs: 60_000, idleMs: 5 * 60_000 };
const MOST_WAITING = 500;
const MOST_URGENT = 50;

interface Job extends Order {
  urgent: boolean;
  sound: Promise<Uint8Array | undefined>;
  settle: (wav: Uint8Array | undefined) => void;
}

export function createSpeaker(start: StartSpeaker, patience: Patience = PATIENCE): Speaker {
  let waiting: Job[] = [];
  let current: Job | undefined;
  let process: SpeakerProcess | undefined;
  let limit: NodeJS.Timeout | undefined;
  let pause: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let pauseMs = patience.firstPauseMs;
  let nextId = 1;
  let works = true;
  let closed = false;

  function next(): void {
    clearTimeout(idle);
    if (closed || current || pause) return;
    current = waiting.find(({ urgent }) => urgent) ?? waiting[0];
    if (!current) {
      idle = setTimeout(() => end(), patience.idleMs).unref();
      return;
    }
    waiting = waiting.filter((job) => job !== current);
    process ??= open();
    limit = setTimeout(() => fail(), patience.sentenceMs);
    process.say({ id: current.id, sentence: current.sentence });
  }

  function open(): SpeakerProcess {
    const opened: SpeakerProcess = start(
      ({ id, wav }) => {
        if (process !== opened || id !== current?.id) return;
        pauseMs = patience.firstPauseMs;
        works = true;
        finish(wav);
        next();
      },
      () => {
        if (process === opened) fail();
      },
    );
    return opened;
  }

  function finish(wav: Uint8Array | undefined): void {
    clearTimeout(limit);
    current?.settle(wav);
    current = undefined;
  }

  /** Gives up the sentence, and the process with it. */
  function fail(): void {
    end();
    works = false;
    finish(undefined);
    pause = setTimeout(() => {
      pause = undefined;
      next();
    }, pauseMs);
    pauseMs = Math.min(2 * pauseMs, patience.longestPauseMs);
  }

  function end(): void {
    const ended = process;
    process = undefined;
    ended?.kill();
  }

  return {
    speak(sentence, urgent) {
      const isSame = (job: Job) => job.sentence.language === sentence.language && job.sentence.words === sentence.words;
      const known = current && isSame(current) ? current : waiting.find(isSame);
      if (known) {
        known.urgent ||= urgent;
        return known.sound;
      }
      const ahead = urgent ? waiting.filter((job) => job.urgent).length : waiting.length;
      if (closed || ahead >= (urgent ? MOST_URGENT : MOST_WAITING)) return Promise.resolve(undefined);
      let settle: Job['settle'] = () => {};
      const sound = new Promise<Uint8Array | undefined>((resolve) => (settle = resolve));
      waiting.push({ id: nextId++, sentence, urgent, sound, settle });
      next();
      return sound;
    },
    get works() {
      return works;
    },
    close() {
      closed = true;
      for (const timer of [limit, pause, idle]) clearTimeout(timer);
      end();
      for (const job of [...(current ? [current] : []), ...waiting]) job.settle(undefined);
      waiting = [];
      current = undefined;
    },
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** The office's voice: the sentences of a call, made before they are needed, and what a page has read aloud. */
import { join } from 'node:path';
import type { Language } from '../core/ticket.ts';
import { openClips, type Clips } from './clips.ts';
import { recording, WAV, type Sound } from './recordings.ts';
import { counterSentence, LANGUAGES, numberSentence, type Sentence } from './sentences.ts';
import { createSpeaker, type Patience, type StartSpeaker } from './speaker-process.ts';
import { spokenSentence } from './spoken.ts';

/** Each answers undefined where there is no sound, or none within two seconds. */
export interface Voice {
  /** @param number such as `12` or `P3` */
  number(language: Language, number: string): Promise<Sound | undefined>;
  counter(language: Language, counter: string): Promise<Sound | undefined>;
  text(language: Language, text: string): Promise<Sound | undefined>;
  /** Makes what will be heard when this ticket is called, behind everybody's back. */
  prepare(ticket: { number: string; language: Language }): void;
  /** Whether there is any hope of hearing it. */
  readonly works: boolean;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

export interface VoiceParts {
  /** The office's folder. */
  data: string;
  /** The label of each counter by its id. */
  counters: Readonly<Record<string, string>>;
  start: StartSpeaker;
  onFailure: (error: unknown) => void;
  patience?: Patience;
}

const CALLS_BYTES = 200e6;
const READ_BYTES = 50e6;
const PATIENCE_MS = 2000;
/** After the start, when other things are more urgent. */
const COUNTERS_AFTER_MS = 10_000;

export async function openVoice({ data, counters, start, onFailure, patience }: VoiceParts): Promise<Voice> {
  const recordings = join(data, 'recordings');
  const calls = await openClips(join(data, 'voice', 'calls'), CALLS_BYTES);
  const read = await openClips(join(data, 'voice', 'read'), READ_BYTES);
  let kept = Promise.resolve();
  const speaker = createSpeaker(start, patience);
  const beforehand = setTimeout(prepareCounters, COUNTERS_AFTER_MS).unref();

  async function soundOf(sentence: Sentence, clips: Clips, urgent: boolean): Promise<Uint8Array | undefined> {
    const made = await clips.read(sentence);
    if (made) return made;
    const wav = await speaker.speak(sentence, urgent);
    if (wav) keep(sentence, wav, clips);
    return wav;
  }

  /** Nobody who listens waits for the disk. */
  function keep(sentence: Sentence, wav: Uint8Array, clips: Clips): void {
    kept = kept.then(() => (clips.has(sentence) ? undefined : clips.keep(sentence, wav))).catch(onFailure);
  }

  async function soon(sentence: Sentence, clips: Clips): Promise<Sound | undefined> {
    const bytes = await within(PATIENCE_MS, soundOf(sentence, clips, true));
    return bytes && { type: WAV, bytes };
  }

  async function makeReady(sentence: Sentence): Promise<void> {
    if (!calls.has(sentence)) await soundOf(sentence, calls, false);
  }

  /** Of an issued ticket, which nothing may harm: whatever goes wrong here is a promise's. */
  async function prepareNumber(number: string, language: Language): Promise<void> {
    await makeReady(numberSentence(number, language));
  }

  function prepareCounters(): void {
    for (const label of Object.values(counters)) {
      for (const language of LANGUAGES) makeReady(counterSentence(label, language)).catch(onFailure);
    }
  }

  return {
    async number(language, number) {
      return (
        (await recording(recordings, language, `number-${number}`)) ?? soon(numberSentence(number, language), calls)
      );
    },
    async counter(language, counter) {
      const label = Object.hasOwn(counters, counter) ? counters[counter] : undefined;
      if (label === undefined) return undefined;
      return (
        (await recording(recordings, language, `counter-${counter}`)) ?? soon(counterSentence(label, language), calls)
      );
    },
    text: (language, text) => soon(spokenSentence(text, language), read),
    prepare({ number, language }) {
      for (const heard of new Set<Language>(['it', language])) prepareNumber(number, heard).catch(onFailure);
    },
    get works() {
      return speaker.works;
    },
    async close() {
      clearTimeout(beforehand);
      speaker.close();
      await kept;
    },
  };
}

async function within<T>(ms: number, made: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ms)));
  try {
    return await Promise.race([made, late]);
  } finally {
    clearTimeout(timer);
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** What is heard: every sentence of a call, whole, as loud as the others, and over when it is over. */
import { afterAll, expect, test } from 'vitest';
import { counterSentence, LANGUAGES, numberSentence, type Sentence } from '../../../src-main/voice/sentences.ts';
import { createSpeaker } from '../../../src-main/voice/speaker-process.ts';
import { patience, startBuilt } from './built-speaker.ts';

const RATE = 22_050;
const speaker = createSpeaker(startBuilt, patience);
afterAll(() => speaker.close());

test.each(LANGUAGES)(
  'in %s the numbers 1, 12, 21, 100 and P3 at counter 2 are spoken',
  { timeout: 120_000 },
  async (language) => {
    const sentences = [
      ...['1', '12', '21', '100', 'P3'].map((number) => numberSentence(number, language)),
      counterSentence('Sportello 2', language),
    ];
    for (const { sentence, sound } of await Promise.all(sentences.map(heard))) {
      expect(sound, sentence.words).toMatchObject({ clipped: false, tail: expect.closeTo(0, 3) });
      expect(sound.seconds, sentence.words).toBeGreaterThan(0.3);
      expect(sound.seconds, sentence.words).toBeLessThan(4);
      expect(sound.loudness, sentence.words).toBeGreaterThan(0.06);
      expect(sound.loudness, sentence.words).toBeLessThan(0.13);
    }
  },
);

test('what looks like an option of the program, or says nothing, is no danger', async () => {
  const said = (words: string) => speaker.speak({ language: 'it', words }, true);
  expect(await said('...')).toBeUndefined();
  expect((await said('-v en uno'))?.length).toBeGreaterThan(RATE);
  expect((await said('due'))?.length).toBeGreaterThan(RATE / 2);
});

/** Loudness and tail as parts of full scale; the tail is the loudest of the last 30 ms. */
async function heard(sentence: Sentence) {
  const wav = Buffer.from((await speaker.speak(sentence, true))!);
  expect(wav.toString('latin1', 0, 4) + wav.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ');
  expect([wav.readUInt32LE(4) + 8, wav.readUInt32LE(24), wav.readUInt32LE(40) + 44]).toEqual([
    wav.length,
    RATE,
    wav.length,
  ]);
  const samples = Array.from({ length: (wav.length - 44) / 2 }, (_, i) => wav.readInt16LE(44 + 2 * i) / 32_768);
  const loudness = Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
  const peak = Math.max(...samples.map(Math.abs));
  const tail = Math.max(...samples.slice(-0.03 * RATE).map(Math.abs));
  return { sentence, sound: { seconds: samples.length / RATE, loudness, clipped: peak > 0.98, tail } };
}

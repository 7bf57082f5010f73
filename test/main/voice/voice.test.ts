// SPDX-License-Identifier: EUPL-1.2
/** The office's voice on its folder: made once, kept, bounded; recordings of a person go first. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openClips } from '../../../src-main/voice/clips.ts';
import type { StartSpeaker } from '../../../src-main/voice/speaker-process.ts';
import { openVoice } from '../../../src-main/voice/voice.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function voiceOf(data: string) {
  const said: string[] = [];
  const failures: unknown[] = [];
  const start: StartSpeaker = (onSpoken) => ({
    say({ id, sentence: { language, words } }) {
      said.push(`${language} ${words}`);
      setImmediate(() => onSpoken({ id, wav: Buffer.from(words) }));
    },
    kill: () => {},
  });
  const counters = { '2': 'Sportello 2', front: 'Accoglienza' };
  const voice = await openVoice({ data, counters, start, onFailure: (error) => failures.push(error) });
  onTestFinished(() => voice.close());
  return { voice, said, failures };
}

test('an issued ticket is made ready in Italian and in its own language, and at the call nothing is made', async () => {
  const data = await temporaryFolder();
  const { voice, said, failures } = await voiceOf(data);
  voice.prepare({ number: 'P3', language: 'fr' });
  voice.prepare({ number: '12', language: 'it' });
  const made = ['it Numero pi tre.', 'fr Numéro pé trois.', 'it Numero dodici.'];
  await expect.poll(() => readdir(join(data, 'voice/calls'))).toHaveLength(3);
  expect(said).toEqual(made);
  const sound = await voice.number('fr', 'P3');
  expect(sound).toMatchObject({ type: 'audio/wav' });
  expect(Buffer.from(sound!.bytes).toString()).toBe('Numéro pé trois.');
  expect([said, failures]).toEqual([made, []]);

  await voice.close();
  const again = await voiceOf(data);
  again.voice.prepare({ number: 'P3', language: 'fr' });
  expect(await again.voice.number('fr', 'P3')).toEqual(sound);
  expect(again.said).toEqual([]);
});

test('a number that was not made ready is made on the spot, and a counter that does not exist has no sound', async () => {
  const { voice, said } = await voiceOf(await temporaryFolder());
  expect(await voice.number('it', '7')).toBeDefined();
  expect(await voice.counter('uk', '2')).toBeDefined();
  expect(await voice.counter('it', '9')).toBeUndefined();
  expect(await voice.counter('it', 'constructor')).toBeUndefined();
  expect(said).toEqual(['it Numero sette.', 'uk Віконце два.']);
});

test('a recording goes before the made voice', async () => {
  const data = await temporaryFolder();
  await mkdir(join(data, 'recordings/it'), { recursive: true });
  await writeFile(join(data, 'recordings/it/number-12.mp3'), 'Anna says twelve');
  await writeFile(join(data, 'recordings/it/counter-front.wav'), 'Anna says reception');
  const { voice, said } = await voiceOf(data);
  expect(await voice.number('it', '12')).toEqual({ type: 'audio/mpeg', bytes: Buffer.from('Anna says twelve') });
  expect(await voice.counter('it', 'front')).toMatchObject({ type: 'audio/wav' });
  expect(said).toEqual([]);
});

test('texts that are read aloud are kept apart from the calls', async () => {
  const data = await temporaryFolder();
  const { voice, said } = await voiceOf(data);
  await voice.text('it', 'alle 9:00');
  await voice.close();
  expect(await readdir(join(data, 'voice/read'))).toHaveLength(1);
  await voice.text('it', 'alle 9:00');
  expect(said).toEqual(['it alle nove']);
  expect(await readdir(join(data, 'voice/calls'))).toEqual([]);
});

test('what was not asked for longest makes room, and what was not whole is thrown away', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'it-half.wav.part'), 'half');
  const clips = await openClips(folder, 250);
  const sentence = (words: string) => ({ language: 'it' as const, words });
  const wav = Buffer.alloc(100);
  for (const words of ['a', 'b']) await clips.keep(sentence(words), wav);
  await clips.read(sentence('a'));
  await clips.keep(sentence('c'), wav);
  expect(['a', 'b', 'c'].filter((words) => clips.has(sentence(words)))).toEqual(['a', 'c']);
  expect(await readdir(folder)).toHaveLength(2);
});

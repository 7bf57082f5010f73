// SPDX-License-Identifier: EUPL-1.2
/** The chime before a call. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('the chime is short, small, does not click and is not distorted', async () => {
  const wav = await readFile(new URL('../../../assets/chime.wav', import.meta.url));
  expect(wav.length).toBeLessThan(60_000);
  expect([wav.toString('latin1', 0, 4), wav.toString('latin1', 8, 12)]).toEqual(['RIFF', 'WAVE']);
  const rate = wav.readUInt32LE(24);
  const samples = Array.from({ length: (wav.length - 44) / 2 }, (_, i) => wav.readInt16LE(44 + i * 2) / 32_768);
  expect(samples.length / rate).toBeGreaterThan(0.9);
  expect(samples.length / rate).toBeLessThan(1.5);
  const loudest = (part: number[]) => Math.max(...part.map(Math.abs));
  expect(loudest(samples)).toBeGreaterThan(0.5);
  expect(loudest(samples)).toBeLessThan(0.95);
  expect(loudest([...samples.slice(0, 20), ...samples.slice(-20)])).toBeLessThan(0.02);
});

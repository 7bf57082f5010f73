// SPDX-License-Identifier: EUPL-1.2
/** Makes chime.wav, the two notes before a call: `node assets/chime.mjs`. Nothing in it is anybody else's. */
import { writeFileSync } from 'node:fs';

const RATE = 22_050;
const SECONDS = 1.2;
const ATTACK_SECONDS = 0.012;
const RELEASE_SECONDS = 0.12;
const PEAK = 0.8;

/** A falling third, E5 and C5: calm, and heard through voices. */
const NOTES = [
  { at: 0, hertz: 659.26, loud: 0.85 },
  { at: 0.3, hertz: 523.25, loud: 1 },
];
/** A struck bar of wood: the higher a partial, the sooner it is gone. */
const PARTIALS = [
  { times: 1, loud: 1, decaySeconds: 0.42 },
  { times: 2, loud: 0.22, decaySeconds: 0.26 },
  { times: 3.98, loud: 0.1, decaySeconds: 0.1 },
];

/** A half cosine from 0 to 1: nothing clicks. */
const soft = (part) => (1 - Math.cos(Math.PI * Math.min(Math.max(part, 0), 1))) / 2;

function sampleAt(seconds) {
  const notes = NOTES.filter(({ at }) => seconds >= at).map(({ at, hertz, loud }) => {
    const since = seconds - at;
    const partials = PARTIALS.map(
      (p) => p.loud * Math.exp(-since / p.decaySeconds) * Math.sin(2 * Math.PI * hertz * p.times * since),
    );
    return loud * soft(since / ATTACK_SECONDS) * partials.reduce((a, b) => a + b);
  });
  return notes.reduce((a, b) => a + b) * soft((SECONDS - seconds) / RELEASE_SECONDS);
}

const samples = Array.from({ length: SECONDS * RATE }, (_, i) => sampleAt(i / RATE));
const loudest = Math.max(...samples.map(Math.abs));

const wav = Buffer.alloc(44 + samples.length * 2);
wav.write('RIFF', 0);
wav.writeUInt32LE(wav.length - 8, 4);
wav.write('WAVEfmt ', 8);
wav.writeUInt32LE(16, 16);
wav.writeUInt16LE(1, 20); // PCM
wav.writeUInt16LE(1, 22); // one channel
wav.writeUInt32LE(RATE, 24);
wav.writeUInt32LE(RATE * 2, 28);
wav.writeUInt16LE(2, 32);
wav.writeUInt16LE(16, 34);
wav.write('data', 36);
wav.writeUInt32LE(samples.length * 2, 40);
samples.forEach((sample, i) => wav.writeInt16LE(Math.round((sample / loudest) * PEAK * 32_767), 44 + i * 2));
writeFileSync(new URL('chime.wav', import.meta.url), wav);

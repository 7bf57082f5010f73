// SPDX-License-Identifier: EUPL-1.2
/** A voice's raw sound made fit to be played: without silence around it, and as loud as every other. */

/** Loudness (root mean square of what is not silence) as a part of full scale, some 18 dB below it. */
const LOUDNESS = 0.12;
const HIGHEST_PEAK = 0.97;
const SILENCE = 0.01;
const LEAD_S = 0.02;
const TAIL_S = 0.08;
const FULL_SCALE = 32768;
const HEADER_BYTES = 44;

/** @param wav PCM of 16 bits, one channel, as it came from the voice; undefined if nothing is heard in it */
export function evenedOut(wav: Buffer): Buffer | undefined {
  const rate = wav.readUInt32LE(24);
  const count = (wav.length - HEADER_BYTES) >> 1;
  const sample = (i: number) => wav.readInt16LE(HEADER_BYTES + 2 * i) / FULL_SCALE;
  let first = 0;
  while (first < count && Math.abs(sample(first)) < SILENCE) first++;
  if (first === count) return undefined;
  let last = count - 1;
  while (Math.abs(sample(last)) < SILENCE) last--;

  const from = Math.max(0, first - Math.round(LEAD_S * rate));
  const speech = last + 1 - from;
  let peak = 0;
  let sum = 0;
  let heard = 0;
  for (let i = from; i <= last; i++) {
    const value = Math.abs(sample(i));
    peak = Math.max(peak, value);
    if (value < SILENCE) continue;
    sum += value * value;
    heard++;
  }
  const gain = Math.min(LOUDNESS / Math.sqrt(sum / heard), HIGHEST_PEAK / peak);

  const out = Buffer.alloc(HEADER_BYTES + 2 * (speech + Math.round(TAIL_S * rate)));
  writeHeader(out, rate);
  for (let i = 0; i < speech; i++) {
    out.writeInt16LE(Math.round(sample(from + i) * gain * FULL_SCALE), HEADER_BYTES + 2 * i);
  }
  return out;
}

function writeHeader(wav: Buffer, rate: number): void {
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(2 * rate, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(wav.length - HEADER_BYTES, 40);
}

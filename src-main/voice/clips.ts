// SPDX-License-Identifier: EUPL-1.2
/** A folder of sounds that were made once; those that were not asked for longest make room for new ones. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sentence } from './sentences.ts';

export interface Clips {
  has(sentence: Sentence): boolean;
  read(sentence: Sentence): Promise<Buffer | undefined>;
  /** @throws Error when the disk is full or failing */
  keep(sentence: Sentence, wav: Uint8Array): Promise<void>;
}

/** To be changed whenever the same words are to sound otherwise. */
const MAKE = 1;

/** @param mostBytes of all sounds together */
export async function openClips(folder: string, mostBytes: number): Promise<Clips> {
  await mkdir(folder, { recursive: true });
  const sizes = new Map<string, number>();
  let total = 0;
  const names = await readdir(folder);
  const found = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, size, mtimeMs };
    }),
  );
  for (const { name, size } of found.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    // what was not whole when the office ended is no sound
    if (!name.endsWith('.wav')) await rm(join(folder, name), { force: true });
    else add(name, size);
  }

  function add(name: string, size: number): void {
    remove(name);
    sizes.set(name, size);
    total += size;
  }

  function remove(name: string): void {
    total -= sizes.get(name) ?? 0;
    sizes.delete(name);
  }

  return {
    has: (sentence) => sizes.has(nameOf(sentence)),
    async read(sentence) {
      const name = nameOf(sentence);
      const size = sizes.get(name);
      if (size === undefined) return undefined;
      add(name, size);
      const wav = await readFile(join(folder, name)).catch(() => undefined);
      if (!wav) remove(name);
      return wav;
    },
    async keep(sentence, wav) {
      const name = nameOf(sentence);
      await writeFile(join(folder, `${name}.part`), wav);
      await rename(join(folder, `${name}.part`), join(folder, name));
      add(name, wav.length);
      for (const oldest of sizes.keys()) {
        if (total <= mostBytes || oldest === name) break;
        remove(oldest);
        await rm(join(folder, oldest), { force: true });
      }
    },
  };
}

function nameOf({ language, words }: Sentence): string {
  return `${language}-${createHash('sha256').update(`${MAKE} ${words}`).digest('hex').slice(0, 32)}.wav`;
}

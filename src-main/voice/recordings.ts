// SPDX-License-Identifier: EUPL-1.2
/** Recordings of a person, which go before every made voice: `it/number-12.wav`, `it/counter-2.mp3`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../core/ticket.ts';

export interface Sound {
  /** A media type. */
  type: string;
  bytes: Uint8Array;
}

export const WAV = 'audio/wav';
const TYPES = { wav: WAV, mp3: 'audio/mpeg', ogg: 'audio/ogg' };

/**
 * @param name such as `number-12`; nothing that could leave the folder
 * @returns undefined where there is none
 */
export async function recording(folder: string, language: Language, name: string): Promise<Sound | undefined> {
  for (const [ending, type] of Object.entries(TYPES)) {
    const bytes = await readFile(join(folder, language, `${name}.${ending}`)).catch(() => undefined);
    if (bytes) return { type, bytes };
  }
  return undefined;
}

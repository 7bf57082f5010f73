// SPDX-License-Identifier: EUPL-1.2
/** A record: one small JSON file, replaced whole or not at all, that keeps settings, operators or a day's summary. */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import { makeFolder, syncFolder } from './folder.ts';
import { isMissing, parseJson } from './json.ts';
import { takingTurns } from './turns.ts';

export interface StoredRecord<T> {
  read(): T;
  /** Answers once the file is durable; throws where it cannot be written, and then file and memory stay as they were. */
  write(next: T): Promise<void>;
}

/**
 * `initial` is what is read until something was written. `parse` turns what the file holds into a `T` or throws; the
 * error that follows from it, or from a file that is no JSON, names the file.
 */
export async function openRecord<T extends object>(
  path: string,
  { initial, parse }: { initial: T; parse: (value: unknown) => T },
): Promise<StoredRecord<T>> {
  await makeFolder(dirname(path));
  const database = new Low<T>(wholeFile(path, parse), initial);
  await database.read();
  const inTurn = takingTurns();
  let kept = database.data;

  return {
    read: () => kept,
    write: (next) =>
      inTurn(async () => {
        database.data = next;
        await database.write();
        kept = next;
      }),
  };
}

function wholeFile<T>(path: string, parse: (value: unknown) => T): Adapter<T> {
  const unfinished = `${path}.unfinished`;

  async function read(): Promise<T | null> {
    const bytes = await readFile(path).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (bytes === null) return null;
    try {
      return parse(parseJson(bytes));
    } catch (error) {
      throw new Error(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
    }
  }

  async function write(data: T): Promise<void> {
    const text = `${JSON.stringify(data, null, 2)}\n`;
    try {
      await writeDurably(unfinished, text);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => {});
      throw error;
    }
    await syncFolder(dirname(path));
  }

  return { read, write };
}

/** Synced before it takes the place of another: a rename alone can outlast the data (rename(2), fsync(2)). */
async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

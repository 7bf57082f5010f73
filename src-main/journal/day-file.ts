// SPDX-License-Identifier: EUPL-1.2
/** A day's file as a lowdb adapter that appends what is new, one event a line, and answers once that is durable. */
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { syncFolder } from './folder.ts';
import { isMissing, parseJson } from './json.ts';

/** Events of one day, and how many of that day come before them. */
export interface Stretch<E> {
  after: number;
  events: readonly E[];
}

export interface DayFile<E> extends Adapter<Stretch<E>> {
  read(): Promise<Stretch<E>>;
  close(): Promise<void>;
}

const NEWLINE = 0x0a;

/**
 * `read` cuts off a torn last line and reports it in a sentence; it throws on any other line that it cannot read.
 * `write` throws when the file does not hold exactly `after` lines; when it cannot write, the file stays as it was.
 */
export function dayFile<E extends object>(path: string, report: (sentence: string) => void): DayFile<E> {
  let handle: FileHandle | undefined;
  let durable: { lines: number; bytes: number } | undefined;
  /** The file may end in a part of what was refused. */
  let spoiled = false;

  async function read(): Promise<Stretch<E>> {
    if (spoiled) await restore();
    const content = await readFile(path).catch((error: unknown) => {
      if (isMissing(error)) return Buffer.alloc(0);
      throw error;
    });
    const bytes = wholeLines(content);
    const events = parseLines(content.subarray(0, bytes)) as E[];
    if (bytes < content.length) {
      await cutTo(path, bytes);
      report(
        `${basename(path)} ended in a torn line, which was cut off after line ${events.length}. ` +
          `Lost were ${content.length - bytes} bytes that nobody was told of.`,
      );
    }
    durable = { lines: events.length, bytes };
    return { after: 0, events };
  }

  function parseLines(content: Buffer): unknown[] {
    const lines: unknown[] = [];
    for (let start = 0; start < content.length;) {
      const end = content.indexOf(NEWLINE, start);
      try {
        lines.push(parseJson(content.subarray(start, end)));
      } catch (error) {
        const reason = (error as Error).message;
        throw new Error(`${path}, line ${lines.length + 1}, cannot be read: ${reason}`, { cause: error });
      }
      start = end + 1;
    }
    return lines;
  }

  async function write({ after, events }: Stretch<E>): Promise<void> {
    if (!durable) await read();
    const { lines, bytes } = durable!;
    if (after !== lines) throw new Error(`${path} holds ${lines} events, not ${after}: somebody else wrote to it.`);
    if (events.length === 0) return;
    if (spoiled) await restore();
    const addition = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));

    handle ??= await open(path, 'a', 0o600);
    const { size, nlink } = await handle.stat();
    if (size !== bytes || nlink === 0) throw new Error(`${path} was changed or removed by somebody else.`);
    spoiled = true;
    try {
      await handle.appendFile(addition);
      await handle.datasync();
      if (bytes === 0) await syncFolder(dirname(path));
    } catch (error) {
      // Where this fails too, as it may on a dying disk, whoever reads or writes next has to restore the file first.
      await restore().catch(() => {});
      throw error;
    }
    spoiled = false;
    durable = { lines: lines + events.length, bytes: bytes + addition.length };
  }

  async function restore(): Promise<void> {
    await cutTo(path, durable!.bytes);
    spoiled = false;
  }

  async function close(): Promise<void> {
    const closing = handle;
    handle = undefined;
    try {
      if (spoiled) await restore();
    } finally {
      await closing?.close();
    }
  }

  return { read, write, close };
}

/**
 * How many bytes are whole lines. A line counts once its newline is there, because nothing is answered before that; a
 * last line with NULs in it does not, because they are what file systems leave in place of data that never arrived.
 */
function wholeLines(content: Buffer): number {
  const end = content.lastIndexOf(NEWLINE) + 1;
  const start = end < 2 ? 0 : content.lastIndexOf(NEWLINE, end - 2) + 1;
  return content.subarray(start, end).includes(0) ? start : end;
}

/** Synced, because a refused line that comes back after a power cut would be an event that nobody was told of. */
async function cutTo(path: string, bytes: number): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.truncate(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

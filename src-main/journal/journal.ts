// SPDX-License-Identifier: EUPL-1.2
/** The journal: what happened, day by day, in files that are only ever appended to; each day is a lowdb database. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { dayFile, type DayFile, type Stretch } from './day-file.ts';
import { makeFolder, syncFolder } from './folder.ts';
import { takingTurns } from './turns.ts';

/** Days are calendar dates, `2026-11-23`; a day's revision is the number of its events. */
export interface Journal<E> {
  /** All events of a day, oldest first; none for a day that has no file. */
  read(day: string): Promise<E[]>;
  /** Answers once the events are durable. Throws, and adds nothing, where the day is not at this revision. */
  append(day: string, expectedRevision: number, events: readonly E[]): Promise<void>;
  /** The days that have a file, oldest first. */
  days(): Promise<string[]>;
  remove(day: string): Promise<void>;
  close(): Promise<void>;
}

interface Day<E> {
  name: string;
  file: DayFile<E>;
  database: Low<Stretch<E>>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Opens the journal in `days` inside this folder, for one process only (lock.ts).
 * @param report is told in a sentence what a power cut left torn and what was therefore cut off
 */
export async function openJournal<E extends object>(
  folder: string,
  report: (sentence: string) => void,
): Promise<Journal<E>> {
  const days = join(folder, 'days');
  await makeFolder(days);
  const inTurn = takingTurns();
  let closed = false;
  /** The day that is appended to: its file stays open. */
  let current: Day<E> | undefined;

  function path(day: string): string {
    if (!DAY.test(day)) throw new Error(`${JSON.stringify(day)} is not a day.`);
    return join(days, `${day}.jsonl`);
  }

  function openDay(name: string): Day<E> {
    const file = dayFile<E>(path(name), report);
    return { name, file, database: new Low<Stretch<E>>(file, nothing()) };
  }

  async function read(day: string): Promise<E[]> {
    const { database } = current?.name === day ? current : openDay(day);
    await database.read();
    const { events } = database.data;
    database.data = nothing();
    return [...events];
  }

  async function append(day: string, expectedRevision: number, events: readonly E[]): Promise<void> {
    if (current?.name !== day) {
      const next = openDay(day);
      await closeCurrent();
      current = next;
    }
    const { database } = current!;
    database.data = { after: expectedRevision, events };
    try {
      await database.write();
    } finally {
      database.data = nothing();
    }
  }

  async function remove(day: string): Promise<void> {
    const file = path(day);
    if (current?.name === day) await closeCurrent();
    await rm(file, { force: true });
    await syncFolder(days);
  }

  async function closeCurrent(): Promise<void> {
    const closing = current;
    current = undefined;
    await closing?.file.close();
  }

  /** In turn, because a read must not take a line that is just being written for a torn one. */
  function whileOpen<T>(work: () => Promise<T>): Promise<T> {
    return inTurn(() => {
      if (closed) throw new Error(`The journal in ${folder} is closed.`);
      return work();
    });
  }

  return {
    read: (day) => whileOpen(() => read(day)),
    append: (day, expectedRevision, events) => whileOpen(() => append(day, expectedRevision, events)),
    days: () => whileOpen(async () => (await readdir(days)).flatMap(dayOf).sort()),
    remove: (day) => whileOpen(() => remove(day)),
    close: () =>
      inTurn(async () => {
        closed = true;
        await closeCurrent();
      }),
  };
}

/** What the database holds between two writes: whoever needs the day's state keeps it, the file keeps the events. */
function nothing(): Stretch<never> {
  return { after: 0, events: [] };
}

function dayOf(file: string): string[] {
  const day = file.replace(/\.jsonl$/, '');
  return file.endsWith('.jsonl') && DAY.test(day) ? [day] : [];
}

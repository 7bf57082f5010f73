// SPDX-License-Identifier: EUPL-1.2
/** The shape of a journal, for whoever looks for a fault: how much of what is in it, and nothing of anybody. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './json.ts';

export interface DayShape {
  day: string;
  bytes: number;
  events: number;
  /** Lines that are no event, a torn last one among them. */
  unreadable: number;
  /** How many events of each type, and of slips of each outcome. */
  byType: Record<string, number>;
  /** How many by whom, operators by number in the order in which they were met. */
  byWhom: Record<string, number>;
}

/** Names of ours that are no person's, and types as the journal writes them. */
const PROGRAM = ['kiosk', 'printer', 'office'];
const PLAIN = /^[A-Za-z-]{1,40}$/;

/**
 * Reads the days in this folder as they are, also while an office writes to them; changes nothing.
 * @param alias what an operator is called instead of by name
 */
export async function shapeOf(folder: string, alias: (name: string) => string): Promise<DayShape[]> {
  const days = join(folder, 'days');
  const names = await readdir(days).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const shapes: DayShape[] = [];
  for (const name of names.filter((file) => file.endsWith('.jsonl')).sort()) {
    shapes.push(shapeOfDay(name.replace('.jsonl', ''), await readFile(join(days, name)), alias));
  }
  return shapes;
}

function shapeOfDay(day: string, content: Buffer, alias: (name: string) => string): DayShape {
  const shape: DayShape = { day, bytes: content.length, events: 0, unreadable: 0, byType: {}, byWhom: {} };
  const lines = content.toString().split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    const event = eventIn(line);
    if (!event) {
      shape.unreadable += 1;
      continue;
    }
    const { type, by, paper } = event;
    const kind = paper === undefined ? type : `${type} ${paper}`;
    const whom = PROGRAM.includes(by) ? by : alias(by);
    shape.events += 1;
    shape.byType[kind] = (shape.byType[kind] ?? 0) + 1;
    shape.byWhom[whom] = (shape.byWhom[whom] ?? 0) + 1;
  }
  return shape;
}

function eventIn(line: string): { type: string; by: string; paper?: string } | undefined {
  try {
    const { type, by, paper } = JSON.parse(line) as Record<string, unknown>;
    if (typeof type !== 'string' || !PLAIN.test(type) || typeof by !== 'string') return undefined;
    return typeof paper === 'string' && PLAIN.test(paper) ? { type, by, paper } : { type, by };
  } catch {
    return undefined;
  }
}

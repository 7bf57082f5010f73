// SPDX-License-Identifier: EUPL-1.2
/** Ten thousand tickets and a printer that fails at random: every row on paper is accounted for. */
import { expect, test, vi } from 'vitest';
import type { Event } from '../../src-main/core/event.ts';
import type { Pixels } from '../../src-main/printing/pixels.ts';
import type { Slip } from '../../src-main/printing/slip.ts';
import { FAULTS } from '../../src-main/printing/virtual-faults.ts';
import type { Piece } from '../../src-main/printing/virtual-paper.ts';
import { openScene, ticketsAfter, WIDTH, type Scene } from './scene.ts';

const TICKETS = 10_000;
const SEED = 20261123;
const ROWS = 24;
const ROW_BYTES = WIDTH / 8;

// every row of this slip tells whose it is: setting ten thousand real ones is another test's business
vi.mock('../../src-main/printing/layout.ts', () => ({
  layout({ number, reprint }: Slip): Pixels {
    const rows = new Uint8Array(ROW_BYTES * ROWS);
    for (let row = 0; row < ROWS; row += 1) {
      const n = Number(number);
      rows.set([0x7f, 0x40 | (n >> 12), 0x40 | ((n >> 6) & 63), 0x40 | (n & 63), 0x40 | row], row * ROW_BYTES);
      rows[(row + 1) * ROW_BYTES - 1] = reprint ? 0x42 : 0x41;
    }
    return { width: WIDTH, height: ROWS, rows };
  },
}));

interface Row {
  number: number;
  row: number;
  reprint: boolean;
}

/** The rows on a piece of paper; one that was broken off in its middle is left out. */
function readRows({ pixels }: Piece): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < pixels.rows.length; at += ROW_BYTES) {
    const row = pixels.rows.subarray(at, at + ROW_BYTES);
    const [mark = 0, high = 0, middle = 0, low = 0, index = 0] = row;
    const end = row[ROW_BYTES - 1]!;
    if (row.every((byte) => byte === 0)) continue;
    if (mark !== 0x7f) throw new Error(`This row is nobody’s: ${Buffer.from(row).toString('hex')}`);
    if (end === 0) continue;
    const number = ((high & 63) << 12) | ((middle & 63) << 6) | (low & 63);
    rows.push({ number, row: index & 63, reprint: end === 0x42 });
  }
  return rows;
}

/** Numbers from 0 to 1, the same every time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In memory, and always knowing which slips are still to come and which are in doubt. */
function memoryJournal() {
  const events: Event[] = [];
  const toCome = new Set<string>();
  const inDoubt = new Set<string>();
  const note = (event: Event) => {
    if (event.type === 'TicketIssued' || event.type === 'ReprintRequested') toCome.add(event.ticket);
    if (event.type !== 'PaperRecorded') return;
    inDoubt.delete(event.ticket);
    if (event.paper === 'printed' || event.paper === 'unknown') toCome.delete(event.ticket);
    if (event.paper === 'unknown') inDoubt.add(event.ticket);
  };
  return {
    ...{ events, toCome, inDoubt },
    read: async () => [...events],
    append: async (_day: string, _revision: number, more: readonly Event[]) => {
      events.push(...more);
      more.forEach(note);
    },
    days: async () => [],
    remove: async () => {},
  };
}

type Memory = ReturnType<typeof memoryJournal>;

const LIMITS = {
  ...{ connect: 20, status: 15, ask: 3, print: 25, silence: 60_000, close: 5, watch: 5, farewell: 10 },
};

/** A morning of bursts, each with a fault or none, mended after a while; answers how often each fault struck. */
async function live(scene: Scene, { toCome, inDoubt }: Memory, random: () => number): Promise<Map<string, number>> {
  const struck = new Map<string, number>();
  const issue = () => scene.send({ type: 'IssueTicket', service: 'walk-in', language: 'it' });
  const untilFewer = (slips: number) =>
    vi.waitFor(() => expect(toCome.size).toBeLessThan(slips), { timeout: 20_000, interval: 1 });

  for (let issued = 0; issued < TICKETS;) {
    const fault = random() < 0.5 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined;
    if (fault) {
      struck.set(fault, (struck.get(fault) ?? 0) + 1);
      const most = fault === 'reset' || fault === 'stop-reading' ? ROWS * ROW_BYTES : ROWS;
      scene.printer.fail(fault, random() < 0.6 ? 1 + Math.floor(random() * most) : undefined);
    }
    const burst = Math.min(TICKETS - issued, 1 + Math.floor(random() * 60));
    await Promise.all(Array.from({ length: burst }, issue));
    issued += burst;
    if (fault) {
      await new Promise((resolve) => setTimeout(resolve, random() * 40));
      scene.printer.mend(fault);
    }
    if (random() < 0.05) await scene.restart();
    const [doubtful] = inDoubt;
    if (doubtful && random() < 0.3) await scene.send({ type: 'Reprint', ticket: doubtful }, 'anna');
    await untilFewer(100);
  }
  await untilFewer(1);
  return struck;
}

test('of 10,000 tickets none is lost, none is printed twice without a word, and all come in their order', async () => {
  const rows: Row[] = [];
  const journal = memoryJournal();
  const device = { rowsPerSecond: Infinity, offMs: 20, onPiece: (piece: Piece) => void rows.push(...readRows(piece)) };
  const scene = await openScene({ way: 'virtual', limits: LIMITS, device, journal });
  const struck = await live(scene, journal, randomFrom(SEED));
  await scene.close();
  rows.push(
    ...scene.printer
      .paper()
      .filter(({ how }) => how === 'hanging')
      .flatMap(readRows),
  );

  expect([...struck.keys()].sort()).toEqual([...FAULTS].sort());
  const tickets = [...ticketsAfter(journal.events).values()];
  expect(tickets).toHaveLength(TICKETS);
  // a ticket in doubt is often reprinted, so that in the end there may be none of them
  expect(tickets.filter(({ paper }) => paper !== 'printed' && paper !== 'unknown')).toEqual([]);
  expect(journal.events.some((event) => event.type === 'PaperRecorded' && event.paper === 'unknown')).toBe(true);

  const originals = rows.filter(({ reprint }) => !reprint);
  const isAfter = (row: Row, earlier: Row) =>
    row.number > earlier.number || (row.number === earlier.number && row.row > earlier.row);
  expect(originals.filter((row, i) => i > 0 && !isAfter(row, originals[i - 1]!))).toEqual([]);

  const asked = new Map<string, number>();
  for (const event of journal.events) {
    if (event.type === 'ReprintRequested') asked.set(event.ticket, (asked.get(event.ticket) ?? 0) + 1);
  }
  expect(asked.size).toBeGreaterThan(0);
  const rowsOf = new Map<number, Row[]>();
  for (const row of rows) rowsOf.set(row.number, [...(rowsOf.get(row.number) ?? []), row]);
  for (const { id, number, paper } of tickets) {
    const its = rowsOf.get(Number(number)) ?? [];
    const copies = its.filter(({ reprint, row }) => reprint && row === 0).length;
    expect(copies, `copies of ${number}`).toBeLessThanOrEqual(asked.get(id) ?? 0);
    const whole = (reprint: boolean) => its.filter((row) => row.reprint === reprint).length >= ROWS;
    if (paper === 'printed') expect(whole(false) || whole(true), `${number} is on paper`).toBe(true);
  }
}, 180_000);

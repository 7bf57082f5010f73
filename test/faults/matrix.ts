// SPDX-License-Identifier: EUPL-1.2
/** Every fault, on every way to the printer, for the first ticket and for the tenth in a queue: what is said, what is held. */
import type { Paper, Ticket } from '../../src-main/core/ticket.ts';
import type { PrinterState } from '../../src-main/core/views.ts';
import { bytesOf } from '../../src-main/printing/bytes.ts';
import { layout } from '../../src-main/printing/layout.ts';
import type { Fault } from '../../src-main/printing/virtual-faults.ts';
import { createVirtualPrinter } from '../../src-main/printing/virtual.ts';
import { openScene, ticketsAfter, WIDTH, type Scene, type Way } from './scene.ts';

export type Position = 'first' | 'tenth';

/** What somebody could hold of a ticket: a `half` shows the number and ends soon after. */
export type Held = 'none' | 'half' | 'whole' | 'half, whole' | 'two';

export interface Trial {
  fault: Fault;
  when: 'before the job' | 'in the job';
  /** While the fault lasts; what is known not to print may or may not have been tried. */
  meanwhile: { paper: readonly Paper[]; printer: PrinterState };
  /** After it is mended. */
  afterwards: { paper: Paper; held: readonly Held[] };
}

export const TRIALS: readonly Trial[] = [
  trial('refuse', 'before the job', [['not-sent', 'queued'], 'offline'], ['printed', 'whole']),
  trial('stop-reading', 'before the job', [['not-sent', 'queued'], 'offline'], ['printed', 'whole']),
  trial('paper-end', 'before the job', [['not-sent', 'queued'], 'paper-end'], ['printed', 'whole']),
  trial('cover-open', 'before the job', [['not-sent', 'queued'], 'cover-open'], ['printed', 'whole']),
  trial('cutter-stuck', 'before the job', [['not-sent', 'queued'], 'cutter'], ['printed', 'whole']),
  trial('power-cycle', 'before the job', [['printed'], 'ready'], ['printed', 'whole']),
  trial('near-end', 'before the job', [['printed'], 'ready'], ['printed', 'whole']),
  trial('endless-status', 'before the job', [['printed'], 'ready'], ['printed', 'whole']),
  trial('no-confirmation', 'before the job', [['unknown'], 'ready'], ['unknown', 'whole']),
  trial('refuse', 'in the job', [['unknown'], 'offline'], ['unknown', 'half']),
  trial('reset', 'in the job', [['unknown'], 'ready'], ['unknown', 'half']),
  trial('stop-reading', 'in the job', [['unknown'], 'offline'], ['unknown', 'half', 'whole']),
  trial('paper-end', 'in the job', [['printing'], 'paper-end'], ['printed', 'half']),
  trial('cover-open', 'in the job', [['printing'], 'cover-open'], ['printed', 'whole']),
  trial('cutter-stuck', 'in the job', [['unknown'], 'cutter'], ['unknown', 'whole', 'half']),
  trial('power-cycle', 'in the job', [['unknown'], 'ready'], ['unknown', 'half']),
  trial('near-end', 'in the job', [['printed'], 'ready'], ['printed', 'whole']),
];

function trial(
  fault: Fault,
  when: Trial['when'],
  [meanwhile, printer]: [Paper[], PrinterState],
  [paper, ...held]: [Paper, ...Held[]],
): Trial {
  return { fault, when, meanwhile: { paper: meanwhile, printer }, afterwards: { paper, held } };
}

export const CASES = (['virtual', 'tcp', 'file', 'serial'] as Way[]).flatMap((way) =>
  (['first', 'tenth'] as Position[]).flatMap((position) =>
    TRIALS.filter(({ fault }) => appliesTo(fault, way)).map((of) => ({ trial: of, way, position })),
  ),
);

/**
 * A cable has no connection that could be refused or reset, nor one that breaks when the printer is switched off and
 * on: what is left of the job then goes to a printer that has forgotten its beginning.
 */
function appliesTo(fault: Fault, way: Way): boolean {
  return way === 'virtual' || way === 'tcp' || !['refuse', 'reset', 'power-cycle'].includes(fault);
}

export interface Result {
  /** What the office said while the fault lasted. */
  meanwhile: { paper: Paper | undefined; printer: PrinterState };
  /** What it says of the ticket in the end. */
  paper: Paper | undefined;
  held: Held;
  /** The same of every other ticket: those before it in the queue and the one after it. */
  others: { paper: Paper | undefined; held: Held }[];
  /** What came out in another order than it was issued, or twice without a word; what journal and pages disagree on. */
  objections: string[];
}

/** In words, what is not as it must be. */
export function failingsOf(of: Trial, result: Result): string[] {
  const { meanwhile, afterwards } = of;
  const failings = [...result.objections];
  const expect = (what: string, allowed: readonly (string | undefined)[], found: string | undefined) => {
    if (!allowed.includes(found)) failings.push(`${what} ${String(found)}, not ${allowed.join(' or ')}`);
  };
  expect('while it lasts the slip is', meanwhile.paper, result.meanwhile.paper);
  expect('while it lasts the printer is', [meanwhile.printer], result.meanwhile.printer);
  expect('in the end the slip is', [afterwards.paper], result.paper);
  expect('in the end the paper is', afterwards.held, result.held);
  for (const other of result.others) {
    expect('another slip is', ['printed'], other.paper);
    expect('another paper is', ['whole'], other.held);
  }
  return failings;
}

const LIMITS = {
  ...{ connect: 2_000, status: 400, ask: 20, print: 1_800, silence: 600_000, close: 50, watch: 30, farewell: 300 },
};
/** An outcome or a state that has not come by then does not come. */
const PATIENCE_MS = 15_000;

export async function run(of: Trial, way: Way, position: Position): Promise<Result> {
  const before = position === 'first' ? 0 : 9;
  const scene = await openScene({ way, limits: LIMITS, device: { rowsPerSecond: 200_000 } });
  let struck = false;
  const strike = () => {
    if (!struck) scene.printer.fail(of.fault, of.when === 'in the job' ? whenInTheJob(of.fault) : undefined);
    struck = true;
  };
  // told before anything is done about the next one
  scene.office.onPublish(() => paperOf(scene, String(before)) === 'printed' && strike());
  try {
    await until(() => printerOf(scene) === 'ready');
    if (before === 0) strike();
    for (let n = 0; n <= before; n += 1) await scene.send(walkIn);
    const victim = String(before + 1);
    const isAsExpected = () => {
      const paper = paperOf(scene, victim);
      return paper !== undefined && of.meanwhile.paper.includes(paper) && printerOf(scene) === of.meanwhile.printer;
    };
    await until(() => struck && isAsExpected());
    const meanwhile = { paper: paperOf(scene, victim), printer: printerOf(scene) };
    const objections = await disagreements(scene);

    scene.printer.mend(of.fault);
    await until(() => paperOf(scene, victim) === of.afterwards.paper);
    await scene.send(walkIn);
    await until(() => ['printed', 'unknown'].includes(paperOf(scene, String(before + 2)) ?? ''));
    await until(() => printerOf(scene) === 'ready');
    objections.push(...(await disagreements(scene)));

    const tickets = [...ticketsAfter(await scene.events()).values()];
    const found = new Map(tickets.map((ticket) => [ticket.number, held(scene, ticket)]));
    objections.push(...twice(tickets, found), ...(await outOfOrder(scene)));
    if (scene.printer.paper().some((piece) => piece.garbled)) objections.push('something garbled was printed');
    const all = tickets.map(({ number, paper: said }) => ({ number, paper: said, held: found.get(number)! }));
    const its = all.find(({ number }) => number === victim)!;
    const others = all.filter((other) => other !== its);
    return { meanwhile, paper: its.paper, held: its.held, others, objections };
  } finally {
    await scene.close();
  }
}

const walkIn = { type: 'IssueTicket', service: 'walk-in', language: 'it' } as const;

/** A job is struck when its number is on paper and something is still missing. */
function whenInTheJob(fault: Fault): number {
  return fault === 'reset' || fault === 'stop-reading' ? (WIDTH / 8) * STRUCK_AT : STRUCK_AT;
}
const STRUCK_AT = 460;

async function until(condition: () => boolean): Promise<void> {
  const limit = performance.now() + PATIENCE_MS;
  while (!condition() && performance.now() < limit) await new Promise((resolve) => setTimeout(resolve, 5));
}

function paperOf({ office }: Scene, number: string): Paper | undefined {
  return office.view('console').queue.find((ticket) => ticket.number === number)?.paper;
}

function printerOf({ office }: Scene): PrinterState {
  return office.view('kiosk').printer.state;
}

/** Journal, kiosk and console must say the same, and the console raise an alert while anything is the matter. */
async function disagreements(scene: Scene): Promise<string[]> {
  await scene.office.settled();
  const { paper, printer } = scene.office.view('kiosk');
  const desk = scene.office.view('console');
  const found: string[] = [];
  for (const { number, paper: journalled } of ticketsAfter(await scene.events()).values()) {
    const said = [journalled, paper.find((p) => p.number === number)?.state, paperOf(scene, number)];
    if (new Set(said).size > 1) found.push(`of ticket ${number} journal, kiosk and console say ${said.join(', ')}`);
  }
  const expected = printer.state === 'ready' ? (printer.nearEnd ? ['paper-near-end'] : []) : [printer.state];
  const alerts = desk.alerts.map(({ about }) => about);
  if (alerts.join() !== expected.join()) found.push(`the kiosk knows ${expected.join()}, the console ${alerts.join()}`);
  if (JSON.stringify(desk.printer) !== JSON.stringify(printer)) found.push('kiosk and console see another printer');
  return found;
}

function held(scene: Scene, ticket: Ticket): Held {
  const rows = rowsOf(scene, ticket);
  const beginning = rows.subarray(0, (WIDTH / 8) * (STRUCK_AT - 60));
  let whole = 0;
  let half = 0;
  for (const { pixels } of scene.printer.paper()) {
    const paper = Buffer.from(pixels.rows);
    for (let at = paper.indexOf(beginning); at !== -1; at = paper.indexOf(beginning, at + 1)) {
      if (paper.subarray(at, at + rows.length).equals(rows)) whole += 1;
      else half += 1;
    }
  }
  if (whole + half > 1) return half === 1 && whole === 1 ? 'half, whole' : 'two';
  return whole === 1 ? 'whole' : half === 1 ? 'half' : 'none';
}

/** The dots that a printer that never fails prints of it, without the white above and below. */
function rowsOf(scene: Scene, ticket: Ticket): Buffer {
  const printer = createVirtualPrinter({ width: WIDTH, now: () => '', rowsPerSecond: Infinity });
  printer.connect()!.write(bytesOf(layout(scene.slipOf(ticket), WIDTH)));
  const { rows } = printer.paper()[0]!.pixels;
  const isBlack = (byte: number) => byte !== 0;
  const rowAt = (index: number) => index - (index % (WIDTH / 8));
  return Buffer.from(rows.subarray(rowAt(rows.findIndex(isBlack)), rowAt(rows.findLastIndex(isBlack)) + WIDTH / 8));
}

function twice(tickets: readonly Ticket[], found: ReadonlyMap<string, Held>): string[] {
  return tickets.flatMap(({ number, paper }) => {
    const copies = found.get(number);
    if (copies !== 'two' && copies !== 'half, whole') return [];
    return paper === 'unknown' ? [] : [`ticket ${number} came out twice and counts as ${paper}`];
  });
}

/** Slips are begun in the order in which their tickets were issued. */
async function outOfOrder(scene: Scene): Promise<string[]> {
  const tickets = new Map([...ticketsAfter(await scene.events()).values()].map((ticket) => [ticket.id, ticket.order]));
  const begun = (await scene.events()).flatMap((event) =>
    event.type === 'PaperRecorded' && event.paper === 'printing' ? tickets.get(event.ticket)! : [],
  );
  const isLate = begun.some((order, i) => i > 0 && order < begun[i - 1]!);
  return isLate ? ['a slip was begun after one behind it'] : [];
}

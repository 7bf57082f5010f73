// SPDX-License-Identifier: EUPL-1.2
/** Every fault, on every way to the printer, for the first ticket and for the tenth in a queue: what is said, what is held. */
import type { Paper, Ticket } from '../../src-main/core/ticket.ts';
import type { PrinterState } from '../../src-main/core/views.ts';
import { bytesOf } from '../../src-main/printing/bytes.ts';
import { layout } from '../../src-main/printing/layout.ts';
import type { Slip } from '../../src-main/printing/slip.ts';
import type { Fault } from '../../src-main/printing/virtual-faults.ts';
import { createVirtualPrinter } from '../../src-main/printing/virtual.ts';
import { openPages, type Pages } from './pages.ts';
import { openScene, ticketsAfter, WIDTH, type Scene } from './scene.ts';
import { WAYS, type Way } from './ways.ts';

export type Position = 'first' | 'tenth';

/** What somebody could hold of a ticket: a `half` shows the number and ends soon after. */
export type Held = 'none' | 'half' | 'whole' | 'half, whole' | 'half, reprint' | 'two';

export interface Trial {
  fault: Fault;
  when: 'before the job' | 'in the job';
  /** What happens besides: while the fault lasts or, for a reprint, once the slip is in doubt. */
  then?: 'power-cycle' | 'restart of the office' | 'reprint' | undefined;
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
  trial('cutter-stuck', 'in the job', [['printing'], 'cutter'], ['printed', 'whole']),
  trial('power-cycle', 'in the job', [['unknown'], 'ready'], ['unknown', 'half']),
  trial('near-end', 'in the job', [['printed'], 'ready'], ['printed', 'whole']),
  trial('paper-end', 'in the job', [['printing'], 'paper-end'], ['unknown', 'half'], 'power-cycle'),
  trial('cover-open', 'in the job', [['printing'], 'cover-open'], ['unknown', 'half'], 'power-cycle'),
  trial('paper-end', 'in the job', [['printing'], 'paper-end'], ['unknown', 'half'], 'restart of the office'),
  trial('power-cycle', 'in the job', [['unknown'], 'ready'], ['printed', 'half, reprint'], 'reprint'),
];

function trial(
  fault: Fault,
  when: Trial['when'],
  [meanwhile, printer]: [Paper[], PrinterState],
  [paper, ...held]: [Paper, ...Held[]],
  then?: Trial['then'],
): Trial {
  return { fault, when, then, meanwhile: { paper: meanwhile, printer }, afterwards: { paper, held } };
}

/** Every fault can happen on every way: what a connection is to the one its cable is to the other. */
export const CASES = WAYS.flatMap((way) =>
  (['first', 'tenth'] as Position[]).flatMap((position) =>
    TRIALS.map((of) => ({ trial: isBlind(way) ? unseen(of) : of, way, position })),
  ),
);

/** Of a printer that answers nothing. */
function isBlind(way: Way): boolean {
  return way === 'tcp, none';
}

/** The same where nothing but a line that cannot be had is ever known: every slip that was sent is in doubt. */
function unseen(of: Trial): Trial {
  const isUnreachable = of.fault === 'refuse' && of.when === 'before the job';
  return {
    ...of,
    meanwhile: isUnreachable ? of.meanwhile : { paper: ['unknown'], printer: 'ready' },
    afterwards: { ...of.afterwards, paper: 'unknown' },
  };
}

export function nameOf({ fault, when, then }: Trial): string {
  return then ? `${fault} ${when}, then ${then}` : `${fault} ${when}`;
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
export function failingsOf(of: Trial, way: Way, result: Result): string[] {
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
    expect('another slip is', [isBlind(way) ? 'unknown' : 'printed'], other.paper);
    expect('another paper is', ['whole'], other.held);
  }
  return failings;
}

const LIMITS = {
  ...{ connect: 2_000, status: 1_000, ask: 20, print: 20_000, silence: 600_000, close: 50, watch: 30, farewell: 2_000 },
};
/** Only where time must run out is it short: elsewhere a busy machine would run out of it. */
const RUNNING_OUT: readonly Fault[] = ['no-confirmation', 'stop-reading', 'refuse'];
/** An outcome or a state that has not come by then does not come. */
const PATIENCE_MS = 40_000;

export async function run(of: Trial, way: Way, position: Position, read: boolean): Promise<Result> {
  const before = position === 'first' ? 0 : 9;
  const short = { ...LIMITS, print: way === 'serial' ? 6_000 : 4_000 };
  const limits = RUNNING_OUT.includes(of.fault) ? short : LIMITS;
  const scene = await openScene({ way, limits, device: { rowsPerSecond: 200_000, offMs: 600 } });
  let struck = false;
  const strike = () => {
    if (!struck) scene.printer.fail(of.fault, of.when === 'in the job' ? whenInTheJob(of.fault) : undefined);
    struck = true;
  };
  const victim = String(before + 1);
  const isNext = () => before === 0 || isOver(paperOf(scene, String(before)));
  // told before anything is done about the next one
  scene.office.onPublish(() => paperOf(scene, victim) === 'queued' && isNext() && strike());
  const open = () => (read ? openPages(scene.office) : withoutPages(scene));
  let pages = await open();
  try {
    await until(() => printerOf(scene) === 'ready');
    for (let n = 0; n < before; n += 1) await scene.send(walkIn);
    // what is known to nobody is not over when it is in doubt
    if (isBlind(way)) await until(() => scene.printer.paper().length === before);
    await pages.touch();
    const isAsExpected = () => {
      const paper = paperOf(scene, victim);
      return paper !== undefined && of.meanwhile.paper.includes(paper) && printerOf(scene) === of.meanwhile.printer;
    };
    await until(() => struck && scene.printer.expected().length === 0 && isAsExpected());
    const meanwhile = { paper: paperOf(scene, victim), printer: printerOf(scene) };
    const objections = await disagreements(scene, pages);

    if (of.then === 'power-cycle') scene.printer.fail('power-cycle');
    if (of.then === 'restart of the office') {
      await scene.send(walkIn);
      await pages.close();
      await scene.restart();
      pages = await open();
    }
    scene.printer.mend(of.fault);
    if (of.then === 'reprint') {
      await until(() => paperOf(scene, victim) === 'unknown');
      await scene.send({ type: 'Reprint', ticket: idOf(scene, victim) }, 'anna');
    }
    await until(() => paperOf(scene, victim) === of.afterwards.paper);
    if (of.then === 'restart of the office') await pages.touch();
    else await scene.send(walkIn);
    const last = ticketsIn(scene).at(-1)!.number;
    await until(() => isOver(paperOf(scene, last)));
    await until(() => printerOf(scene) === 'ready');
    objections.push(...(await disagreements(scene, pages)));

    const tickets = [...ticketsAfter(await scene.events()).values()];
    if (isBlind(way)) await until(() => held(scene, tickets.at(-1)!) !== 'none');
    const found = new Map(tickets.map((ticket) => [ticket.number, held(scene, ticket)]));
    objections.push(...twice(tickets, found), ...(await outOfOrder(scene)));
    const maySee = !isBlind(way) && of.then !== 'restart of the office';
    if (maySee && hangTogether(scene, tickets)) objections.push('a slip hangs on another');
    if (scene.printer.paper().some((piece) => piece.garbled)) objections.push('something garbled was printed');
    const all = tickets.map(({ number, paper: said }) => ({ number, paper: said, held: found.get(number)! }));
    const its = all.find(({ number }) => number === victim)!;
    const others = all.filter((other) => other !== its);
    return { meanwhile, paper: its.paper, held: its.held, others, objections };
  } finally {
    await pages.close();
    await scene.close();
  }
}

async function withoutPages(scene: Scene): Promise<Pages> {
  return {
    touch: async () => void (await scene.send(walkIn)),
    disagreements: async () => [],
    close: async () => {},
  };
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

function ticketsIn({ office }: Scene) {
  return office.view('console').queue;
}

function paperOf(scene: Scene, number: string): Paper | undefined {
  return ticketsIn(scene).find((ticket) => ticket.number === number)?.paper;
}

function idOf(scene: Scene, number: string): string {
  return ticketsIn(scene).find((ticket) => ticket.number === number)!.id;
}

function isOver(paper: Paper | undefined): boolean {
  return paper === 'printed' || paper === 'unknown';
}

function printerOf({ office }: Scene): PrinterState {
  return office.view('kiosk').printer.state;
}

/** Journal, kiosk and console must say the same, and the console raise an alert while anything is the matter. */
async function disagreements(scene: Scene, pages: Pages): Promise<string[]> {
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
  const truth = async () => ({
    tickets: ticketsAfter(await scene.events()),
    printer: scene.office.view('kiosk').printer,
  });
  return [...found, ...(await pages.disagreements(truth))];
}

function held(scene: Scene, ticket: Ticket): Held {
  const copies = scene.printer.paper().flatMap(({ pixels }) => copiesOn(Buffer.from(pixels.rows), scene, ticket));
  const kinds = copies.map(({ whole, reprint }) => (whole ? (reprint ? 'reprint' : 'whole') : 'half')).sort();
  switch (kinds.join()) {
    case '':
      return 'none';
    case 'half':
    case 'whole':
      return kinds[0] as Held;
    case 'half,whole':
      return 'half, whole';
    case 'half,reprint':
      return 'half, reprint';
    default:
      return 'two';
  }
}

function hangTogether(scene: Scene, tickets: readonly Ticket[]): boolean {
  return scene.printer.paper().some(({ pixels }) => {
    const paper = Buffer.from(pixels.rows);
    return tickets.flatMap((ticket) => copiesOn(paper, scene, ticket)).length > 1;
  });
}

interface Copy {
  whole: boolean;
  /** It says RISTAMPA. */
  reprint: boolean;
}

function copiesOn(paper: Buffer, scene: Scene, ticket: Ticket): Copy[] {
  const reprints = ticket.reprint ? copiesOf(rowsOf(scene, ticket), paper) : [];
  const all = copiesOf(rowsOf(scene, { ...ticket, reprint: false }), paper);
  // a reprint is the slip again, with RISTAMPA above it
  const first = all.filter(({ from }) => !reprints.some((copy) => copy.from < from && from < copy.to));
  return [
    ...first.map((copy) => ({ ...copy, reprint: false })),
    ...reprints.map((copy) => ({ ...copy, reprint: true })),
  ];
}

function copiesOf(rows: Buffer, paper: Buffer) {
  const beginning = rows.subarray(0, (WIDTH / 8) * (STRUCK_AT - 60));
  const copies: { from: number; to: number; whole: boolean }[] = [];
  for (let from = 0; from + beginning.length <= paper.length; from += WIDTH / 8) {
    if (!paper.subarray(from, from + beginning.length).equals(beginning)) continue;
    const to = from + rows.length;
    copies.push({ from, to, whole: paper.subarray(from, to).equals(rows) });
  }
  return copies;
}

const drawn = new Map<string, Buffer>();

/** The dots that a printer that never fails prints of it, without the white above and below. */
function rowsOf(scene: Scene, ticket: Ticket): Buffer {
  const slip = scene.slipOf(ticket);
  const key = JSON.stringify(slip);
  const known = drawn.get(key) ?? draw(slip);
  drawn.set(key, known);
  return known;
}

function draw(slip: Slip): Buffer {
  const printer = createVirtualPrinter({ width: WIDTH, now: () => '', rowsPerSecond: Infinity });
  printer.connect()!.write(bytesOf(layout(slip, WIDTH)));
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

// SPDX-License-Identifier: EUPL-1.2
/** Prints slips one by one, in order, and knows the truth about each: that is what it reports, and nothing kinder. */
import type { Paper } from '../core/ticket.ts';
import type { Printer } from '../core/views.ts';
import { bytesOf, endOfHalf, missingRows } from './bytes.ts';
import { deliver, inquire, type DeliveryLimits, type Outcome } from './delivery.ts';
import { layout, type Width } from './layout.ts';
import { lineOn, type Line } from './line.ts';
import type { Slip } from './slip.ts';
import type { Condition } from './status.ts';
import type { Transport } from './transport.ts';

/** Resolves once what it was told is durable. */
export type Report = (paper: Paper) => Promise<void>;

export interface Spooler {
  /**
   * Returns at once and never throws; what becomes of the slip is reported. A slip that was not sent is tried again when
   * the printer is ready again, before those behind it, for as long as it is wanted. A second slip of a ticket whose
   * first still waits takes its place.
   */
  print(slip: Slip, report: Report, wanted?: () => boolean): void;
  status(): Printer;
  onStatus(listener: () => void): void;
  /** Resolves when the slip under way has its outcome, or soon. Those behind it stay as they are, queued. */
  close(): Promise<void>;
}

/** Time limits, in milliseconds. */
export interface Limits extends DeliveryLimits {
  connect: number;
  /** For the other side to close as well. */
  close: number;
  /** Between two looks at a printer that has nothing to print. */
  watch: number;
  /** For the slip under way when the office closes. */
  farewell: number;
}

/** What ails an idle printer is seen within three seconds: `watch` and then `connect` or `status`. */
export const LIMITS: Limits = {
  connect: 1_400,
  status: 1_400,
  ask: 1_000,
  print: 20_000,
  silence: 600_000,
  close: 1_000,
  watch: 1_500,
  farewell: 1_500,
};

export interface SpoolerParts {
  /** Undefined where no printer is set, or none that can be used. */
  transport: Transport | undefined;
  /** Why the printer that is set cannot be used, a sentence for the technician. */
  problem?: string | undefined;
  width: Width;
  /** ISO 8601 with offset. */
  now: () => string;
  /** Told of what a technician should know of: a report that did not become durable, a fault of ours. */
  onFailure: (error: unknown) => void;
  limits?: Partial<Limits>;
}

const READY: Condition = { state: 'ready', nearEnd: false };
const OFFLINE: Condition = { state: 'offline', nearEnd: false };

interface Entry {
  slip: Slip;
  report: Report;
  wanted: () => boolean;
  /** From the first thing that is done about it until it is over or waits to be tried again. */
  underWay: boolean;
  /** What became of it, until that is durable. */
  outcome?: Outcome | undefined;
  /** Whether it is tried again. */
  again: boolean;
  /** Whether the technician knows that its reports do not become durable. */
  complained: boolean;
}

export function createSpooler({ transport, problem, width, now, onFailure, ...parts }: SpoolerParts): Spooler {
  const limits = { ...LIMITS, ...parts.limits };
  const waiting: Entry[] = [];
  const listeners: (() => void)[] = [];
  let printer: Printer = {
    state: transport ? 'ready' : 'absent',
    nearEnd: false,
    since: now(),
    ...(problem && { problem }),
  };
  /** The line that is open, and what is done once it is closed: there is never more than one. */
  let line: Line | undefined;
  let hungUp: Promise<boolean> = Promise.resolve(true);
  let nextLook = 0;
  /** What the next job begins with: the job before, perhaps of an office that has stopped since, may have broken off. */
  let beginning: Buffer | undefined = missingRows(width);
  let wake = () => {};
  let closed = false;
  if (problem) onFailure(new Error(problem));

  async function work(): Promise<void> {
    while (!closed) {
      try {
        if (performance.now() >= nextLook) await look();
        await dropUnwanted();
        const [first] = waiting;
        const progress = first && (first.outcome || isUsable()) ? await printOne(first) : false;
        if (progress) continue;
      } catch (error) {
        onFailure(error);
      }
      await pause(nextLook - performance.now());
    }
    await hungUp;
  }

  /** A printer that is absent stays so: there is nothing to wait for. */
  function isUsable(): boolean {
    return printer.state === 'ready' || printer.state === 'absent';
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(limit);
        resolve();
      };
      if (closed) wake();
    });
  }

  async function look(): Promise<void> {
    lookLater();
    if (!transport || (transport.confirm === 'none' && printer.state === 'ready')) return;
    await onLine(transport, async (open) => {
      if (transport.confirm === 'none') see(READY);
      else see((await inquire(open, limits.status)) ?? OFFLINE);
    });
    lookLater();
  }

  function lookLater(): void {
    nextLook = performance.now() + limits.watch;
  }

  async function dropUnwanted(): Promise<void> {
    for (const entry of [...waiting]) {
      if (entry.outcome || entry.wanted()) continue;
      entry.again = false;
      await conclude(entry, 'not-sent');
    }
  }

  /** False when nothing more can be done about it now: then it stays first. */
  async function printOne(entry: Entry): Promise<boolean> {
    if (entry.outcome) return conclude(entry, entry.outcome);
    entry.again = false;
    if (!transport) return conclude(entry, 'not-sent');
    const job = jobFor(entry.slip);
    if (!job) return conclude(entry, 'not-sent');
    entry.underWay = true;
    // durable before the first byte: after a power cut this slip must be in doubt, not printed a second time
    if (!(await durable(entry, 'printing'))) return false;
    const outcome = await attempt(transport, job).catch((error: unknown): Outcome => {
      onFailure(error);
      beginning = endOfHalf(width);
      return 'unknown';
    });
    entry.again = outcome === 'not-sent';
    return conclude(entry, outcome);
  }

  function jobFor(slip: Slip): Buffer | undefined {
    try {
      return bytesOf(layout(slip, width));
    } catch (error) {
      onFailure(error);
      return undefined;
    }
  }

  async function attempt(to: Transport, job: Buffer): Promise<Outcome> {
    const outcome = await onLine(to, async (open) => {
      if (to.confirm === 'none') see(READY);
      const delivered = await deliver(open, job, to, limits, see, beginning);
      if (delivered === 'printed') beginning = undefined;
      if (delivered === 'unknown') beginning = open.broken() ? endOfHalf(width) : missingRows(width);
      return delivered;
    });
    // where nothing is said at all, that the line was closed in order is the best sign that the job was taken whole
    if (outcome === 'unknown' && to.confirm === 'none' && (await hungUp)) beginning = undefined;
    lookLater();
    return outcome ?? 'not-sent';
  }

  /** Undefined if there is no line to be had. A fault of ours while it is used is thrown. */
  async function onLine<T>(to: Transport, use: (open: Line) => Promise<T>): Promise<T | undefined> {
    await hungUp;
    const stream = await to.open(limits.connect).catch((error: Error) => {
      see({ ...OFFLINE, problem: error.message });
      return null;
    });
    if (stream === undefined) see(OFFLINE);
    if (!stream) return undefined;
    const open = lineOn(stream);
    line = open;
    try {
      return await use(open);
    } finally {
      hungUp = open.close(limits.close);
    }
  }

  async function conclude(entry: Entry, outcome: Outcome): Promise<boolean> {
    entry.outcome = outcome;
    if (!(await durable(entry, outcome))) return false;
    entry.outcome = undefined;
    entry.underWay = false;
    if (entry.again) return false;
    waiting.splice(waiting.indexOf(entry), 1);
    return true;
  }

  async function durable(entry: Entry, paper: Paper): Promise<boolean> {
    try {
      await entry.report(paper);
      entry.complained = false;
      return true;
    } catch (error) {
      if (!entry.complained) onFailure(error);
      entry.complained = true;
      return false;
    }
  }

  function see(seen: Condition): void {
    const { state, nearEnd, problem: why } = seen;
    const isSame = state === printer.state && (state !== 'ready' || nearEnd === printer.nearEnd);
    if (isSame && nearEnd === printer.nearEnd && why === printer.problem) return;
    if (why && why !== printer.problem) onFailure(new Error(why));
    printer = { state, nearEnd, since: isSame ? printer.since : now(), ...(why && { problem: why }) };
    for (const listener of listeners) listener();
  }

  const working = work();

  return {
    print(slip, report, wanted = () => true) {
      const entry: Entry = { slip, report, wanted, underWay: false, again: false, complained: false };
      const earlier = waiting.findIndex((e) => e.slip.ticket === slip.ticket && !e.underWay);
      if (earlier === -1) waiting.push(entry);
      else waiting[earlier] = entry;
      wake();
    },
    status: () => printer,
    onStatus: (listener) => void listeners.push(listener),
    async close() {
      closed = true;
      wake();
      const cut = setTimeout(() => line?.cut(), limits.farewell);
      await Promise.race([working, new Promise((resolve) => setTimeout(resolve, 1.25 * limits.farewell).unref())]);
      clearTimeout(cut);
    },
  };
}

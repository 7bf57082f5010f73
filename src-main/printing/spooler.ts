// SPDX-License-Identifier: EUPL-1.2
/** Prints slips one by one, in order, and knows the truth about each: that is what it reports, and nothing kinder. */
import type { Paper } from '../core/ticket.ts';
import type { Printer } from '../core/views.ts';
import { bytesOf } from './bytes.ts';
import { layout, type Width } from './layout.ts';
import type { Slip } from './slip.ts';
import type { Outcome, Transport } from './transport.ts';

/** Resolves once what it was told is durable. */
export type Report = (paper: Paper) => Promise<void>;

export interface Spooler {
  /** Returns at once and never throws; what becomes of the slip is reported. */
  print(slip: Slip, report: Report): void;
  status(): Printer;
  onStatus(listener: () => void): void;
  /** Resolves when the slip under way has its outcome. Those behind it stay as they are, queued. */
  close(): Promise<void>;
}

export interface SpoolerParts {
  /** Undefined where no printer is set. */
  transport: Transport | undefined;
  width: Width;
  /** ISO 8601 with offset. */
  now: () => string;
  /** Told of what a technician should know of: a report that did not become durable, a fault of ours. */
  onFailure: (error: unknown) => void;
}

export function createSpooler({ transport, width, now, onFailure }: SpoolerParts): Spooler {
  const waiting: { slip: Slip; report: Report }[] = [];
  const listeners: (() => void)[] = [];
  let printer: Printer = { state: transport ? 'ready' : 'absent', nearEnd: false, since: now() };
  let working: Promise<void> | undefined;
  let closed = false;

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next && !closed; next = waiting.shift()) {
      try {
        await printOne(next.slip, next.report);
      } catch (error) {
        onFailure(error);
      }
    }
    working = undefined;
  }

  async function printOne(slip: Slip, report: Report): Promise<void> {
    if (!transport) return report('not-sent');
    // durable before the first byte: after a power cut this slip must be in doubt, not printed a second time
    await report('printing');
    const outcome = await attempt(transport, slip);
    // in doubt is the slip, not the printer: it was there and ready when the first byte left
    setState(outcome === 'not-sent' ? 'offline' : 'ready');
    await report(outcome);
  }

  async function attempt(to: Transport, slip: Slip): Promise<Outcome> {
    let sent = false;
    try {
      const job = bytesOf(layout(slip, width));
      sent = true;
      return await to.send(job);
    } catch (error) {
      onFailure(error);
      return sent ? 'unknown' : 'not-sent';
    }
  }

  function setState(state: Printer['state']): void {
    if (state === printer.state) return;
    printer = { state, nearEnd: false, since: now() };
    for (const listener of listeners) listener();
  }

  return {
    print(slip, report) {
      waiting.push({ slip, report });
      working ??= work();
    },
    status: () => printer,
    onStatus: (listener) => void listeners.push(listener),
    async close() {
      closed = true;
      await working;
    },
  };
}

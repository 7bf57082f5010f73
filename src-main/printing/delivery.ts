// SPDX-License-Identifier: EUPL-1.2
/** How a job is handed to a printer that answers: is it ready, the job, is it on paper. */
import { randomInt } from 'node:crypto';
import type { Line } from './line.ts';
import { printedIn, printedRequest, processId, QUESTIONS, statusIn, statusRequest } from './status.ts';
import type { Outcome, TcpAddress } from './transport.ts';

/** Time limits, in milliseconds. */
export interface Limits {
  connect: number;
  /** For one answer about its state, which a printer gives even while it prints. */
  status: number;
  /** From the first byte of the job until it is on paper. */
  print: number;
  /** For the other side to close as well. */
  close: number;
}

export const LIMITS: Limits = { connect: 3_000, status: 2_000, print: 20_000, close: 1_000 };

let jobs = randomInt(0x10000);

/**
 * Outcomes as `Outcome` says. With `confirm` none nothing is asked and nothing can be known: that the bytes were taken
 * does not put them on paper, so even an undisturbed job is `unknown`.
 */
export async function deliver(
  line: Line,
  job: Uint8Array,
  confirm: TcpAddress['confirm'],
  limits: Limits,
): Promise<Outcome> {
  if (confirm === 'none') {
    if (line.broken()) return 'not-sent';
    await line.say(job, limits.print);
    return 'unknown';
  }
  for (const { n, notReady } of QUESTIONS) {
    const status = await line.ask(statusRequest(n), statusIn, limits.status);
    if (status === undefined || status & notReady) return 'not-sent';
  }
  if (line.broken()) return 'not-sent';
  const id = processId((jobs += 1));
  const words = Buffer.concat([job, printedRequest(id)]);
  const printed = await line.ask(words, (heard) => printedIn(heard, id), limits.print);
  return printed ? 'printed' : 'unknown';
}

// SPDX-License-Identifier: EUPL-1.2
/** How a job is handed to a printer that answers: is it ready, the job, is it on paper. */
import { randomInt } from 'node:crypto';
import type { Paper } from '../core/ticket.ts';
import type { Line } from './line.ts';
import {
  conditionIn,
  PAPER_SENSOR_REQUEST,
  printedRequest,
  processId,
  QUESTIONS,
  SPEAK_UP,
  SPEAK_UP_NO_MORE,
  type Answers,
  type Condition,
} from './status.ts';
import type { Transport } from './transport.ts';

/**
 * `printed`: the printer said so. `not-sent`: not one byte of the job has left, so it may be sent again. `unknown`: it
 * may or may not be on paper, and nobody but a person who looks can tell.
 */
export type Outcome = Extract<Paper, 'printed' | 'not-sent' | 'unknown'>;

/** Time limits, in milliseconds. */
export interface DeliveryLimits {
  /** For the answers about its condition, which a printer gives even while it prints. */
  status: number;
  /** Between two questions about its condition while a job is under way. */
  ask: number;
  /** For a job to be on paper, beyond the time that the line needs for it and while the printer waits for nobody. */
  print: number;
  /** For a printer that waits for somebody and says nothing more, since it can take in nothing more. */
  silence: number;
}

/** What ends by a person's hand: until then the job waits in the printer. */
const WAITING_FOR_SOMEBODY: readonly Condition['state'][] = ['paper-end', 'cover-open'];

let jobs = randomInt(0x10000);

/** The printer's condition; undefined if it does not answer within `ms`, or `enough` holds before. */
export async function inquire(line: Line, ms: number, enough?: () => boolean): Promise<Condition | undefined> {
  const until = performance.now() + ms;
  const answers: number[] = [];
  for (const n of QUESTIONS) {
    const answer = await line.ask(n, until - performance.now(), enough);
    if (answer === undefined) return undefined;
    answers.push(answer);
  }
  return conditionIn(answers as unknown as Answers);
}

/**
 * Outcomes as `Outcome` says. A printer whose paper ends or whose cover is opened in mid-job keeps the job, which is
 * waited for without a limit and never sent again. With `confirm` none nothing is asked and nothing can be known: that
 * the bytes were taken does not put them on paper, so even an undisturbed job is `unknown`.
 * @param before said just before the job
 * @param onCondition told what the printer says of itself, before and during the job
 */
export async function deliver(
  line: Line,
  job: Uint8Array,
  { confirm, bytesPerSecond = Infinity }: Pick<Transport, 'confirm' | 'bytesPerSecond'>,
  limits: DeliveryLimits,
  onCondition: (condition: Condition) => void,
  before: Uint8Array = new Uint8Array(),
): Promise<Outcome> {
  const patience = limits.print + ((before.length + job.length) / bytesPerSecond) * 1000;
  if (confirm === 'none') {
    if (line.broken()) return 'not-sent';
    line.say(Buffer.concat([before, job]));
    await line.until(() => line.taken(), patience);
    return 'unknown';
  }

  const condition = (await inquire(line, limits.status)) ?? { state: 'offline', nearEnd: false };
  // it answered, and has hung up since: as good as off
  if (condition.state === 'ready' && line.broken()) condition.state = 'offline';
  onCondition(condition);
  if (condition.state !== 'ready') return 'not-sent';

  const id = processId((jobs += 1));
  const answersBefore = line.ears.paperAnswers;
  const isPrinted = () => (confirm === 'gs-r' ? line.ears.paperAnswers > answersBefore : line.ears.printed);
  line.ears.listenFor(id);
  const request = confirm === 'gs-r' ? PAPER_SENSOR_REQUEST : printedRequest(id);
  line.say(Buffer.concat([before, wordsFor(job, request)]));

  let latest = condition;
  let until = performance.now() + patience;
  while (!(await line.until(isPrinted, Math.min(limits.ask, until - performance.now())))) {
    if (line.broken()) return 'unknown';
    const answer = line.owed() ? undefined : await inquire(line, limits.status, isPrinted);
    latest = answer ?? line.ears.told ?? latest;
    onCondition(latest);
    if (WAITING_FOR_SOMEBODY.includes(latest.state)) {
      until = answer ? performance.now() + patience : Math.max(until, line.heardAt() + limits.silence);
    }
    if (performance.now() > until && !isPrinted()) return 'unknown';
  }
  onCondition(line.ears.told ?? { ...latest, state: 'ready' });
  return 'printed';
}

/** The printer speaks up from after ESC @, which a job begins with and which would silence it, until it has answered. */
function wordsFor(job: Uint8Array, request: Buffer): Buffer {
  return Buffer.concat([job.subarray(0, 2), SPEAK_UP, job.subarray(2), request, SPEAK_UP_NO_MORE]);
}

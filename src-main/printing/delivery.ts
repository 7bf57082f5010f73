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
const WAITING_FOR_SOMEBODY: readonly Condition['state'][] = ['paper-end', 'cover-open', 'cutter'];
/** On a slow line so many seconds' worth of a job are said before the printer is asked whether it is still there. */
const PIECE_S = 0.25;
/** So many bytes that a slow line still has to carry may the system have taken. */
const IN_THE_SYSTEM = 4096;

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
 * Outcomes as `Outcome` says. A printer that waits in mid-job for somebody's hand keeps the job, which is waited for
 * without a limit and never sent again. A slow line stays when the printer is switched off, and what is said then is
 * lost: there the job goes piece by piece, none before the printer has answered that it is ready for it. So the question
 * whether all is on paper reaches no printer that has missed any of it. A line over which a job broke off is cut. With
 * `confirm` none nothing is asked and nothing can be known: that the bytes were taken does not put them on paper, so
 * even an undisturbed job is `unknown`.
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
  const patienceFor = (words: Uint8Array) => limits.print + (words.length / bytesPerSecond) * 1000;
  const systemMs = (IN_THE_SYSTEM / bytesPerSecond) * 1000;
  if (confirm === 'none') {
    if (line.broken()) return 'not-sent';
    const words = Buffer.concat([before, job]);
    line.say(words);
    if (await line.until(() => line.taken(), patienceFor(words))) await line.until(() => false, systemMs);
    else line.cut();
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
  const pieces = piecesOf(Buffer.concat([before, wordsFor(job, request)]), bytesPerSecond * PIECE_S);
  const patience = patienceFor(pieces[0]!);
  const isSlow = bytesPerSecond < Infinity;

  let latest = condition;
  let until = 0;
  for (let isReady = true; ;) {
    const piece = isReady ? pieces.shift() : undefined;
    if (piece) {
      line.say(piece);
      until = performance.now() + patience;
    }
    const pause = pieces.length > 0 && piece ? 0 : Math.min(limits.ask, until - performance.now());
    const owesNoMore = line.owed() ? () => !line.owed() : () => false;
    await line.until(() => isPrinted() || owesNoMore(), pause);
    const { answer, wasOff } = isPrinted() ? {} : await inquireAgain(line, limits.status, isPrinted);
    if (isPrinted()) break;
    latest = answer ?? line.ears.told ?? latest;
    onCondition(latest);
    if (WAITING_FOR_SOMEBODY.includes(latest.state)) {
      until = answer ? performance.now() + patience : Math.max(until, line.heardAt() + limits.silence);
    } else {
      until = Math.min(until, performance.now() + patience);
    }
    isReady = answer?.state === 'ready';
    const goesOn = isReady && pieces.length > 0;
    if ((wasOff && isSlow) || line.broken() || (performance.now() > until && !goesOn)) {
      if (pieces.length > 0 || line.owed() || !line.taken()) line.cut();
      return 'unknown';
    }
  }
  onCondition(line.ears.told ?? { ...latest, state: 'ready' });
  return 'printed';
}

/**
 * In mid-job a printer may answer late: its paper is at its end and its buffer full. One that answers a later question
 * and not an earlier one, or is ready again without telling so as it told that it had stopped, was switched off and on
 * meanwhile, and has forgotten the job.
 */
async function inquireAgain(
  line: Line,
  ms: number,
  isPrinted: () => boolean,
): Promise<{ answer?: Condition | undefined; wasOff?: boolean }> {
  const { answers } = line.ears;
  const owedBefore = line.owed();
  const answer = await inquire(line, ms, isPrinted);
  if (!answer) {
    const answeredSome = owedBefore && line.ears.answers > answers;
    const wasOff = answeredSome && !(await line.until(() => isPrinted() || !line.owed(), ms));
    return { answer, wasOff };
  }
  const { told } = line.ears;
  const isBack = answer.state === 'ready' && told !== undefined && told.state !== 'ready';
  return { answer, wasOff: isBack && !(await line.until(() => isPrinted() || line.ears.told !== told, ms)) };
}

function piecesOf(words: Buffer, length: number): Buffer[] {
  if (words.length <= length) return [words];
  const whole = Math.max(1, Math.floor(length));
  return Array.from({ length: Math.ceil(words.length / whole) }, (_, i) => words.subarray(i * whole, (i + 1) * whole));
}

/** The printer speaks up from after ESC @, which a job begins with and which would silence it, until it has answered. */
function wordsFor(job: Uint8Array, request: Buffer): Buffer {
  return Buffer.concat([job.subarray(0, 2), SPEAK_UP, job.subarray(2), request, SPEAK_UP_NO_MORE]);
}

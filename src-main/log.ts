// SPDX-License-Identifier: EUPL-1.2
/** What the office tells the technician, on the error output. */
import pino, { type Logger } from 'pino';

const LEVELS = [...Object.keys(pino.levels.values), 'silent'];

/**
 * Writes behind the office's back: nobody who does not read the output may make the office wait.
 * @param level the value of SPORTELLO_LOG
 * @throws Error with a sentence when there is no such level
 */
export function openLog(level: string | undefined): Logger {
  if (level && !LEVELS.includes(level)) {
    throw new Error(`The option SPORTELLO_LOG is "${level}", but what is accepted is ${LEVELS.join(', ')}.`);
  }
  return pino({ level: level || 'warn' }, pino.destination({ dest: 2, sync: false }));
}

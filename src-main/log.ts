// SPDX-License-Identifier: EUPL-1.2
/** What the office tells the technician: on the error output, and in the files of its folder. */
import pino, { type Logger } from 'pino';
import { openLogFile } from './log-file.ts';

export type Log = Logger & {
  /** Writes into this folder as well, until the answer is called. */
  keepIn?: (folder: string) => () => Promise<void>;
};

const LEVELS = [...Object.keys(pino.levels.values), 'silent'];
/** What the files hold, also where the error output is told less. */
const KEPT = 'info';

/**
 * Writes behind the office's back: nobody who does not read the output may make the office wait.
 * @param level the value of SPORTELLO_LOG
 * @throws Error with a sentence when there is no such level
 */
export function openLog(level: string | undefined): Log {
  if (level && !LEVELS.includes(level)) {
    throw new Error(`The option SPORTELLO_LOG is "${level}", but what is accepted is ${LEVELS.join(', ')}.`);
  }
  const said = (level || 'warn') as pino.LevelWithSilent;
  const kept = severity(said) < severity(KEPT) ? (said as pino.Level) : KEPT;
  const streams = pino.multistream(
    said === 'silent' ? [] : [{ level: said, stream: pino.destination({ dest: 2, sync: false }) }],
  );
  const log = pino({ level: kept, base: null, timestamp: pino.stdTimeFunctions.isoTime }, streams);
  return Object.assign(log, {
    keepIn(folder: string) {
      const file = openLogFile(folder, (error) => log.error(error));
      streams.add({ level: kept, stream: file });
      return file.close;
    },
  });
}

function severity(level: pino.LevelWithSilent): number {
  return level === 'silent' ? Infinity : pino.levels.values[level]!;
}

// SPDX-License-Identifier: EUPL-1.2
/**
 * The office's log on disk: a file that is set aside when it is full, and so many that are kept. It is written by this
 * process itself, without a thread. The office goes on without it where it cannot be written, and tries again later.
 */
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

export interface LogFile {
  write(line: string): void;
  /** Resolves when all that was written is in the file. */
  close(): Promise<void>;
}

const NAME = 'sportello.log';
const FULL = '1M';
/** Beside the one that is written, `sportello.log.1` being the newest. */
const SET_ASIDE = 9;
/** So many bytes may wait for a disk that does not take them; what comes then is lost. */
const MOST_BEHIND = 1e6;
const AGAIN_MS = 60_000;

/** @param onFailure told, each time it is so, that nothing can be written for now */
export function openLogFile(folder: string, onFailure: (error: Error) => void): LogFile {
  let file: RotatingFileStream | undefined;
  let again: NodeJS.Timeout | undefined;

  function open(): void {
    const opened = createStream((index) => (index ? `${NAME}.${Number(index)}` : NAME), {
      ...{ path: folder, size: FULL, rotate: SET_ASIDE, mode: 0o600 },
    });
    const fail = (error: Error) => {
      if (file !== opened) return;
      file = undefined;
      opened.destroy();
      again = setTimeout(open, AGAIN_MS).unref();
      onFailure(error);
    };
    file = opened.on('error', fail).on('warning', fail);
  }

  open();
  return {
    write(line) {
      if (file && file.writableLength < MOST_BEHIND) file.write(line);
    },
    close() {
      clearTimeout(again);
      const closing = file;
      file = undefined;
      return new Promise((resolve) => {
        if (!closing || closing.destroyed) return resolve();
        closing.once('close', resolve).end();
      });
    },
  };
}

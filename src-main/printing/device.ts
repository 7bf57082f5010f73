// SPDX-License-Identifier: EUPL-1.2
/** A line over a device of this machine that is open and never blocks. */
import { read, write } from 'node:fs';
import { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Device {
  /** Opened with O_NONBLOCK: a call that waited for a printer would hold one of the few threads that write the journal. */
  fd: number;
  /** Whether it can be read. */
  answers: boolean;
  /** Resolves when all that was written has left; at once where the device keeps nothing back. */
  drain?(): Promise<void>;
  close(): Promise<void>;
}

/** How often a device that has nothing to say, or takes nothing now, is tried again. */
const AGAIN_MS = 5;
const AT_ONCE = 4096;

const readSome = promisify(read);
const writeSome = promisify(write);

export function lineTo(device: Device): Duplex {
  let reading: Promise<unknown> | undefined;
  let writing: Promise<unknown> | undefined;

  const line: Duplex = new Duplex({
    read() {
      if (!device.answers) return;
      const buffer = Buffer.alloc(AT_ONCE);
      reading = untilSome(async () => (await readSome(device.fd, buffer, 0, AT_ONCE, null)).bytesRead).then(
        (length) => line.push(buffer.subarray(0, length)),
        (error: Error) => line.destroy(error),
      );
    },
    write(bytes: Buffer, _encoding, done) {
      writing = writeAll(bytes).then(() => done(), done);
    },
    final(done) {
      Promise.resolve(device.drain?.())
        .then(() => line.push(null))
        .then(() => done(), done);
    },
    destroy(error, done) {
      // only then: the number of a file that is closed may be that of another one a moment later
      Promise.allSettled([reading, writing])
        .then(() => device.close())
        .then(() => done(error), done);
    },
  });

  /** How many bytes went, at least one. */
  async function untilSome(attempt: () => Promise<number>): Promise<number> {
    while (!line.destroyed) {
      const length = await attempt().catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'EAGAIN') return 0;
        throw error;
      });
      if (length > 0) return length;
      await pause(AGAIN_MS);
    }
    throw new Error('The line is closed.');
  }

  async function writeAll(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      at += await untilSome(async () => (await writeSome(device.fd, bytes, at, bytes.length - at, null)).bytesWritten);
    }
  }

  return line;
}

/** The sentence for a technician when a device cannot be opened. */
export function unusable(path: string, error: unknown): Error {
  const { message, code = codeSaidIn(message) } = error as NodeJS.ErrnoException;
  const why: Partial<Record<string, string>> = {
    ENOENT: 'it is not there',
    ENODEV: 'it is not there',
    ENXIO: 'it is not there',
    EIO: 'it is not there',
    EACCES: 'this user may not use it',
    EBUSY: 'another program uses it',
  };
  return new Error(`The printer at ${path} cannot be used: ${why[code] ?? message.split('\n')[0]}.`, {
    cause: error,
  });
}

/** serialport's own errors have words, and no code. */
function codeSaidIn(message: string): string {
  if (/No such (file|device)|Input\/output error/.test(message)) return 'ENOENT';
  if (message.includes('Permission denied')) return 'EACCES';
  if (/busy|Cannot lock/.test(message)) return 'EBUSY';
  return '';
}

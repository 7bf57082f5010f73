// SPDX-License-Identifier: EUPL-1.2
/** The way to a printer that is a file of this machine, such as /dev/usb/lp0. */
import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { lineTo, unusable } from './device.ts';
import type { Confirm, FileAddress, Transport } from './transport.ts';

const MOST_OLD = 4096;

const { O_RDWR, O_WRONLY, O_APPEND, O_NONBLOCK, O_NOCTTY } = constants;

/** The file is never created: one that took the place of a device would swallow every slip. */
export function fileTransport({ path, confirm }: Omit<FileAddress, 'kind' | 'width'>): Transport {
  return {
    confirm,
    async open() {
      try {
        const { file, way } = await openAs(path, await waysTo(path, confirm));
        if (way === O_RDWR) await discardOld(file);
        return lineTo({ fd: file.fd, answers: way === O_RDWR, close: () => file.close() });
      } catch (error) {
        throw unusable(path, error);
      }
    },
  };
}

/** Answers to a line before this one, which are none to this; whatever goes wrong is seen when it is used. */
async function discardOld(file: FileHandle): Promise<void> {
  const { bytesRead } = await file.read(Buffer.alloc(MOST_OLD), 0, MOST_OLD, null).catch(() => ({ bytesRead: 0 }));
  if (bytesRead === MOST_OLD) await discardOld(file);
}

/** One that answers nothing is not read: there are devices that are gone for good when one tries. */
async function waysTo(path: string, confirm: Confirm): Promise<number[]> {
  if (!(await stat(path)).isCharacterDevice()) return [O_WRONLY | O_APPEND];
  return confirm === 'none' ? [O_WRONLY] : [O_RDWR, O_WRONLY];
}

/** Opened in the first of these ways that the file allows. */
async function openAs(path: string, [way = 0, ...others]: readonly number[]) {
  try {
    return { file: await open(path, way | O_NONBLOCK | O_NOCTTY), way };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (others.length === 0 || (code !== 'EACCES' && code !== 'EINVAL')) throw error;
    return openAs(path, others);
  }
}

// SPDX-License-Identifier: EUPL-1.2
/** The way to a printer that is a file of this machine, such as /dev/usb/lp0. */
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { lineTo, unusable } from './device.ts';
import type { FileAddress, Transport } from './transport.ts';

const { O_RDWR, O_WRONLY, O_APPEND, O_NONBLOCK, O_NOCTTY } = constants;

/** The file is never created: one that took the place of a device would swallow every slip. */
export function fileTransport({ path, confirm }: Omit<FileAddress, 'kind' | 'width'>): Transport {
  return {
    confirm,
    async open() {
      try {
        const isDevice = (await stat(path)).isCharacterDevice();
        const { file, way } = await openAs(path, isDevice ? [O_RDWR, O_WRONLY] : [O_WRONLY | O_APPEND]);
        return lineTo({ fd: file.fd, answers: way === O_RDWR, close: () => file.close() });
      } catch (error) {
        throw unusable(path, error);
      }
    },
  };
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

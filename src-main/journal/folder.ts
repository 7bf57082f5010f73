// SPDX-License-Identifier: EUPL-1.2
/** A folder whose entries outlast a power cut. */
import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a file that was created, renamed or removed in this folder stay so: on POSIX systems the entry is durable only
 * once the folder itself is synced (fsync(2)). Windows has no such call and its NTFS journals entries by itself.
 */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folder, and those above it, where they are missing. */
export async function makeFolder(path: string): Promise<void> {
  const folder = resolve(path);
  const firstMade = await mkdir(folder, { recursive: true });
  if (firstMade === undefined) return;
  for (let made = folder; made.length >= firstMade.length; made = dirname(made)) await syncFolder(dirname(made));
}

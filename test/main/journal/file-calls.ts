// SPDX-License-Identifier: EUPL-1.2
/** Listens to the calls that make files durable, and lets the next one of a kind fail as a dying disk would. */
import { open, type FileHandle } from 'node:fs/promises';
import { vi } from 'vitest';

type Call = 'sync' | 'datasync' | 'truncate' | 'appendFile';

/** The real calls are made; `vi.restoreAllMocks` ends it. */
export async function fileCalls(folder: string) {
  const handle = await open(folder, 'r');
  const files = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const calls: Call[] = [];
  const spies = Object.fromEntries(
    (['sync', 'datasync', 'truncate', 'appendFile'] as const).map((name) => {
      const real = files[name] as (...args: unknown[]) => Promise<void>;
      const spy = vi.spyOn(files, name as 'sync');
      spy.mockImplementation(function (this: FileHandle, ...args: unknown[]) {
        calls.push(name);
        return real.apply(this, args);
      });
      return [name, spy];
    }),
  );
  const fail = (name: Call) =>
    spies[name]!.mockRejectedValueOnce(Object.assign(new Error(`EIO: i/o error, ${name}`), { code: 'EIO' }));
  return { calls, fail };
}

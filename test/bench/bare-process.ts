// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const BARE_SERVER = new URL('./bare-server.mjs', import.meta.url).pathname;

/** Starts bare-server.mjs in a process of its own, as the office is in one. */
export async function startBareServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [BARE_SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    return {
      url: line.replace('listening on ', ''),
      async stop() {
        child.kill();
        await exited;
      },
    };
  }
  throw new Error('the bare server ended before it listened');
}

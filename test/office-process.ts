// SPDX-License-Identifier: EUPL-1.2
/** The office as people run it: the built program in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const SERVE = new URL('../dist/main/serve.js', import.meta.url).pathname;

export interface OfficeProcess {
  url: string;
  process: ChildProcess;
  /** Asks it to end and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** @param args options of the command line; `--port 0` comes before them */
export async function startOffice(...args: string[]): Promise<OfficeProcess> {
  const child = spawn(process.execPath, [SERVE, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (!url) continue;
    child.stdout.resume();
    return {
      ...{ url, process: child },
      async stop(signal = 'SIGTERM') {
        child.kill(signal);
        await exited;
      },
    };
  }
  throw new Error('the office ended before it listened');
}

// SPDX-License-Identifier: EUPL-1.2
/** A screen that nobody sees (Xvfb), on a display of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface XScreen {
  /** `:99` */
  display: string;
  close(): Promise<void>;
}

export async function openXScreen(width: number, height: number): Promise<XScreen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const exit = once(server, 'exit');
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  return {
    display: `:${number.toString().trim()}`,
    async close() {
      server.kill();
      await exit;
    },
  };
}

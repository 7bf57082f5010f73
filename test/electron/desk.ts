// SPDX-License-Identifier: EUPL-1.2
/** An office on a Monday at nine, whose printer is none, for a kiosk to show. */
import { fileURLToPath } from 'node:url';
import { openLog } from '../../src-main/log.ts';
import { readOptions } from '../../src-main/options.ts';
import { start, type Running } from '../../src-main/start.ts';

export interface Desk extends Running {
  /** Calls when a coordinator has left the kiosk. */
  onLeave(call: () => void): void;
}

/** @param data its folder; without one it has none that lasts */
export async function startDesk(port = 0, data?: string): Promise<Desk> {
  let leave = () => {};
  const options = readOptions(
    ['--demo', '--port', `${port}`, '--clock', '2026-11-23T09:00', ...(data ? ['--data', data] : [])],
    {},
  );
  const pages = fileURLToPath(new URL('../../dist/pages', import.meta.url));
  const running = await start(options, pages, openLog('silent'), undefined, () => leave());
  return { ...running, onLeave: (call) => (leave = call) };
}

// SPDX-License-Identifier: EUPL-1.2
/** The virtual printer behind a terminal device of this machine, as a file or a serial port would be. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { VirtualPrinter } from '../../src-main/printing/virtual.ts';

export interface TerminalDevice {
  /** Always the same, whether or not a device is there. */
  path: string;
  close(): Promise<void>;
}

/** As long as a hand needs at least to pull a cable and plug it in again. */
const PULLED_MS = 1000;
const AGAIN_MS = 5;
const AT_ONCE = 512;

/**
 * @param whenOff what becomes of the device while nothing can be said to the printer: that of a USB printer `goes`, and
 * whoever uses it is told; a serial port `stays`, and what is said is lost
 * @param mostLost a terminal is faster than any serial port: so many bytes are what the port carries in the meantime
 */
export async function putBehindTerminal(
  printer: VirtualPrinter,
  whenOff: 'goes' | 'stays',
  mostLost = Infinity,
): Promise<TerminalDevice> {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-terminal-'));
  const path = join(folder, 'printer');
  let terminal: ChildProcessWithoutNullStreams | undefined;
  let line = connect();
  let closed = false;
  let lost = 0;
  let carrying = Promise.resolve();

  async function carry(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; at += AT_ONCE) {
      const some = bytes.subarray(at, at + AT_ONCE);
      while (!line && lost >= mostLost && !closed) await pause(AGAIN_MS);
      if (line) await taken(line, some);
      else lost += some.length;
    }
  }

  function connect(): Duplex | undefined {
    const to = printer.connect();
    to?.on('data', (bytes: Buffer) => terminal?.stdin.write(bytes));
    to?.on('error', () => {});
    return to;
  }

  async function plugIn(): Promise<void> {
    // `script` makes the terminal: what it is told and tells is the other end of it
    terminal = spawn('script', ['-q', '-f', '-c', 'stty raw -echo; tty; exec sleep 600', '/dev/null']);
    terminal.stdin.on('error', () => {});
    const [name] = (await once(terminal.stdout, 'data')) as [Buffer];
    terminal.stdout.on('data', (bytes: Buffer) => void (carrying = carrying.then(() => carry(bytes))));
    await rm(path, { force: true });
    await symlink(name.toString('latin1').trim(), path);
  }

  async function unplug(): Promise<void> {
    await rm(path, { force: true });
    if (!terminal) return;
    const gone = once(terminal, 'exit');
    terminal.kill('SIGKILL');
    await gone;
    terminal = undefined;
  }

  async function work(): Promise<void> {
    while (!closed) {
      if (line && !terminal) await plugIn();
      if (line) await untilClosed(line);
      line = undefined;
      lost = 0;
      if (closed) return;
      if (whenOff === 'goes') await unplug();
      await pause(PULLED_MS);
      while (!closed && !(line = connect())) await pause(AGAIN_MS);
    }
  }

  await plugIn();
  const working = work();

  return {
    path,
    async close() {
      closed = true;
      line?.destroy();
      await working;
      await unplug();
      await rm(folder, { recursive: true });
    },
  };
}

/** With or without an error, which `once` would throw. */
function untilClosed(line: Duplex): Promise<void> {
  return new Promise((resolve) => {
    if (line.closed) resolve();
    else line.once('close', resolve);
  });
}

/** Resolves when the printer has taken them, or is gone. */
function taken(line: Duplex, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      line.off('close', done);
      resolve();
    };
    line.on('close', done);
    line.write(bytes, done);
    if (line.closed) done();
  });
}

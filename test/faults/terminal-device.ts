// SPDX-License-Identifier: EUPL-1.2
/** The virtual printer behind a terminal device of this machine, as a file or a serial port would be. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { VirtualPrinter } from '../../src-main/printing/virtual.ts';

export interface TerminalDevice {
  /** `/dev/pts/7` */
  path: string;
  close(): Promise<void>;
}

/** `script` makes the terminal: what it is told and tells is the other end of it. */
export async function putBehindTerminal(printer: VirtualPrinter): Promise<TerminalDevice> {
  const command = 'stty raw -echo; tty; exec sleep 600';
  const terminal = spawn('script', ['-q', '-f', '-c', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  terminal.stdin.on('error', () => {});
  const [name] = (await once(terminal.stdout, 'data')) as [Buffer];

  /** A cable stays where it is, whatever the printer does. */
  function plugIn(): void {
    const line = printer.connect()!;
    line.on('error', () => {});
    terminal.stdout.pipe(line, { end: false });
    line.pipe(terminal.stdin, { end: false });
    line.once('close', () => {
      terminal.stdout.unpipe(line);
      plugIn();
    });
  }
  plugIn();

  return {
    path: name.toString('latin1').trim(),
    async close() {
      const gone = once(terminal, 'exit');
      terminal.kill('SIGKILL');
      await gone;
    },
  };
}

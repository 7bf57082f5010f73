// SPDX-License-Identifier: EUPL-1.2
/** A printer behind a terminal device of this machine, for the tests of what is not a network. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { printHead, type Picture } from './print-head.ts';

export interface TerminalPrinter {
  /** `/dev/pts/7` */
  readonly path: string;
  /** What came out of it, oldest first. */
  readonly papers: readonly Picture[];
  /** Unplugged, its device is gone. */
  unplug(): Promise<void>;
}

/** Unplug it at the end of the test. `script` makes the terminal: what it is told and tells is the other end of it. */
export async function startTerminalPrinter(): Promise<TerminalPrinter> {
  const papers: Picture[] = [];
  const command = 'stty raw -echo; tty; exec sleep 600';
  const terminal = spawn('script', ['-q', '-f', '-c', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const say = (bytes: number[]) => terminal.stdin.write(Buffer.from(bytes));
  terminal.stdin.on('error', () => {});

  const [line] = (await once(terminal.stdout, 'data')) as [Buffer];
  const head = printHead({
    onStatusRequest: () => say([0x12]),
    onPrintedRequest: (id) => say([0x37, 0x22, ...id, 0x00]),
    onPaperRequest: () => say([0x00]),
    onSpeakUp: (on) => on && say([0x10, 0, 0, 0]),
    onJob: () => {},
    onPaper: (paper) => papers.push(paper),
  });
  terminal.stdout.on('data', (bytes: Buffer) => head.take(bytes));

  return {
    path: line.toString('latin1').trim(),
    papers,
    async unplug() {
      if (terminal.exitCode !== null || terminal.signalCode !== null) return;
      const gone = once(terminal, 'exit');
      terminal.kill('SIGKILL');
      await gone;
    },
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** A program of these tests, run by a process of its own as the office's would be. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds one of the programs beside this file into a folder; answers the file that Node can run. */
export async function builtProgram(name: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, `${name}.ts`), outDir, emptyOutDir: false, minify: false },
  });
  return join(outDir, `${name}.js`);
}

/** @param limit the size in KiB past which the system lets the process write no file, as if the disk were full */
export function run(program: string, args: string[], limit: number | 'unlimited' = 'unlimited'): ChildProcess {
  const script = 'ulimit -f "$1"; shift; exec "$@"';
  return spawn('bash', ['-c', script, 'bash', String(limit), process.execPath, program, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** The first line that a process writes. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('exit', (code) => reject(new Error(`The program ended with ${code} before it wrote a line: ${text}`)));
  });
}

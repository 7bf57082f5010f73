// SPDX-License-Identifier: EUPL-1.2
/**
 * One folder, one process. The lock is a socket on which the process listens, named after the folder's device and
 * inode, so that links and other paths to the same folder lead to the same lock. The system lets only one process
 * listen on a name and takes the name back when the process ends, however it ends; a file with a process number would
 * stay behind and, once that number is somebody else's, lie. On Linux the name is an abstract one (unix(7)), on Windows
 * a named pipe. Elsewhere only a socket file is to be had, which does stay behind: there, one that nobody answers is
 * removed, and two processes that start at the same moment after a crash may both succeed. Processes in containers of
 * their own do not see each other's names: a folder must not be shared between those.
 */
import { rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { makeFolder } from './folder.ts';

const ANSWER_MS = 1000;

/**
 * Takes the folder, which is made if it is missing, for this process; the answer gives it back. Throws a sentence that
 * names the folder and the process that has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder);
  const name = await nameOf(folder);
  const server = await listen(name).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    const holder = await ask(name);
    if (holder) throw new Error(`The folder ${folder} is in use by ${holder}; only one can work on it.`);
    if (isFile(name)) await rm(name, { force: true });
    return listen(name);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function nameOf(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `sportello-${dev}-${ino}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `/tmp/${name}`;
}

function isFile(name: string): boolean {
  return name.startsWith('/');
}

/** Whoever connects is told this process's number. */
function listen(name: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(String(process.pid), () => socket.destroy());
    });
    server.once('error', reject);
    server.listen(name, () => resolve(server.unref()));
  });
}

/** Who listens, in words, if anybody does. */
function ask(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(name);
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined);
    });
    socket.on('close', () =>
      resolve(/^\d+$/.test(answer) ? `process ${answer}` : 'another process, which does not answer'),
    );
  });
}

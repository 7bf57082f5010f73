// SPDX-License-Identifier: EUPL-1.2
/** A fresh Debian in a folder, and what is run in it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const env = { PATH, HOME: '/root', LANG: 'C.UTF-8' };

/** Makes it, with systemd and nothing else that a bare installation lacks. @param {string} suite */
export function freshRoot(suite) {
  const root = mkdtempSync(join(tmpdir(), 'sportello-root-'));
  // others than root live in it
  chmodSync(root, 0o755);
  const flags = ['--variant=minbase', '--include=systemd-sysv,ca-certificates', suite, root];
  execFileSync('debootstrap', [...flags, 'http://deb.debian.org/debian'], { stdio: 'ignore' });
  const mounts = [
    ['-t', 'proc', 'proc', join(root, 'proc')],
    ['--bind', '/dev', join(root, 'dev')],
    // what is mounted in there next is not to be seen outside
    ['--make-private', join(root, 'dev')],
    ['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', join(root, 'dev/shm')],
  ];
  for (const mount of mounts) execFileSync('mount', mount);
  return root;
}

/** @param {string} root */
export function removeRoot(root) {
  // lazily, since what runs there still may hold them, and what is mounted must not be removed with the rest
  for (const name of ['dev/shm', 'dev', 'proc']) execFileSync('umount', ['--lazy', join(root, name)]);
  rmSync(root, { recursive: true });
}

/**
 * Runs a command in it and waits.
 *
 * @param {string} root
 * @param {string} line for the shell
 * @param {string} [user]
 */
export function inRoot(root, line, user = 'root') {
  const { status, stdout, stderr } = spawnSync('chroot', [`--userspec=${user}`, root, '/bin/sh', '-c', line], {
    ...{ env, encoding: 'utf8', maxBuffer: 1e8 },
  });
  return { status, said: stdout + stderr };
}

/**
 * Starts a command in it that stays, and waits for a line of it.
 *
 * @param {string} root
 * @param {string} line for the shell
 * @param {RegExp} until
 */
export async function startInRoot(root, line, until) {
  const child = spawn('chroot', [root, '/bin/sh', '-c', `exec ${line}`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (bytes) => (said += bytes));
  const found = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      said += `${text}\n`;
      const match = until.exec(text);
      if (match) resolve(match);
    });
    void exit.then(() => reject(new Error(`${line} ended: ${said}`)));
  });
  return {
    ...{ found, said: () => said },
    async stop() {
      child.kill();
      await exit;
    },
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** Electron's own program, which its npm package fetches only when it is first wanted. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANNOT_START } from './kiosk-app.ts';
import { hasScreen, isRoot, type Environment } from './browser.ts';

/** What the install.js of electron 45 asks for. */
const NODE_THAT_FETCHES = { major: 22, minor: 12 };
const FETCH_MS = 300_000;
/** A program that fails sooner than this never showed anything: it lacks a screen or a library. */
const STILLBORN_MS = 10_000;

/**
 * Runs the office in Electron until that ends; its exit code becomes ours.
 *
 * @param root the folder of package.json, which is what Electron runs
 * @returns why it did not run, the end of a sentence; undefined once it has run
 */
export async function runInElectron(root: string, args: readonly string[]): Promise<string | undefined> {
  const { env } = process;
  const folder = join(root, 'node_modules/electron');
  let program = installedElectron(folder, env);
  if (!program) {
    if (env['ELECTRON_OVERRIDE_DIST_PATH']) return 'there is no such program where ELECTRON_OVERRIDE_DIST_PATH points';
    if (!hasScreen(env)) return 'its program is not installed and there is no screen to show it on';
    const why = await fetchElectron(folder, process.versions.node);
    if (why) return `its program is not installed and ${why}`;
    program = installedElectron(folder, env);
    if (!program) return 'its program was fetched and is not there';
  }

  const began = performance.now();
  const sandbox = isRoot() ? { ELECTRON_DISABLE_SANDBOX: '1' } : {};
  const child = spawn(program, [root, '--', ...args], { stdio: 'inherit', env: { ...env, ...sandbox } });
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    stopping = true;
    child.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (!stopping && code !== 0 && code !== CANNOT_START && performance.now() - began < STILLBORN_MS)
      return `its program ended at once (${signal ?? `exit code ${code}`})`;
    process.exitCode = code ?? (stopping ? 0 : 1);
    return undefined;
  } catch (error) {
    return `its program cannot be run (${(error as Error).message})`;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** The installed program, also where ELECTRON_OVERRIDE_DIST_PATH points; undefined if there is none. */
export function installedElectron(folder: string, env: Environment): string | undefined {
  const named = join(folder, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8') : 'electron';
  const program = join(env['ELECTRON_OVERRIDE_DIST_PATH'] || join(folder, 'dist'), name);
  return existsSync(program) ? program : undefined;
}

/** Fetches the program. Resolves to why it is still not there, the end of a sentence, or to undefined if it is. */
export async function fetchElectron(folder: string, nodeVersion: string): Promise<string | undefined> {
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return 'neither is its package';
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const wanted = NODE_THAT_FETCHES;
  if (major < wanted.major || (major === wanted.major && minor < wanted.minor))
    return `fetching it takes Node ${wanted.major}.${wanted.minor} or later (this is ${nodeVersion})`;
  const fetching = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: FETCH_MS });
  const [code] = (await once(fetching, 'exit')) as [number | null];
  return code === 0 ? undefined : 'it could not be fetched';
}

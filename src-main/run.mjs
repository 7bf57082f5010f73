// SPDX-License-Identifier: EUPL-1.2
/**
 * Runs one of the office's programs, and first builds whatever is missing or older than its sources:
 * `node src-main/run.mjs serve --port 4710`. Without a name it only builds. The one file here that runs unbuilt.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const vite = join(root, 'node_modules/vite/bin/vite.js');

const parts = [
  {
    folder: 'dist/pages',
    config: 'vite.config.ts',
    sources: ['src-renderer', 'src-main/messages', 'assets', 'vite.config.ts', 'svelte.config.js', 'package-lock.json'],
  },
  {
    folder: 'dist/main',
    config: 'vite.main.config.ts',
    sources: ['src-main', 'vite.main.config.ts', 'package-lock.json'],
  },
];

const stale = parts.filter(({ folder, sources }) => modified(folder) < Math.max(...sources.map(newest)));
if (stale.length > 0) {
  if (!existsSync(vite)) {
    process.stderr.write('What builds the office is not installed: say npm ci first.\n');
    process.exit(1);
  }
  process.stderr.write(`Building ${stale.map(({ folder }) => folder).join(' and ')} ...\n`);
  const built = await Promise.all(stale.map(build));
  if (built.includes(false)) process.exit(1);
}

const [program, ...args] = process.argv.slice(2);
if (program) {
  const file = join(root, 'dist/main', `${program}.js`);
  process.argv = [process.execPath, file, ...args];
  process.env['NODE_ENV'] ??= 'production';
  await import(pathToFileURL(file).href);
}

/**
 * Builds beside the folder and then swaps, so that a build that fails or is interrupted leaves the old one whole.
 * The folder is dated from the start of the build: what is edited meanwhile is newer than it.
 *
 * @param {(typeof parts)[number]} part
 * @returns {Promise<boolean>} whether it was built; if not, why not is on the error output
 */
async function build({ folder, config }) {
  const started = new Date();
  const fresh = join(root, `${folder}.${process.pid}`);
  const old = `${fresh}.old`;
  const built = await new Promise((resolve) => {
    spawn(process.execPath, [vite, 'build', '--config', config, '--outDir', fresh, '--logLevel', 'error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    }).once('exit', (code) => resolve(code === 0));
  });
  if (built) {
    utimesSync(fresh, started, started);
    mkdirSync(join(root, folder), { recursive: true });
    renameSync(join(root, folder), old);
    renameSync(fresh, join(root, folder));
  }
  for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  return built;
}

/**
 * When a file or anything in a folder was last modified, in ms since 1970; a folder's own date tells of what was
 * deleted in it.
 *
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const own = modified(path);
  if (!statSync(join(root, path)).isDirectory()) return own;
  return Math.max(own, ...readdirSync(join(root, path)).map((name) => newest(join(path, name))));
}

/** @param {string} path */
function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

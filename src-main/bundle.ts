// SPDX-License-Identifier: EUPL-1.2
/**
 * What a technician sends when something is wrong: one zip file about program, machine, settings, logs and journal, in
 * which nobody's name, no secret and nothing of a visit is. It changes nothing and needs no office that runs.
 */
import { readdir, readFile, stat, statfs, writeFile } from 'node:fs/promises';
import { cpus, freemem, loadavg, release, totalmem, uptime } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { withoutCredentials } from './credentials.ts';
import { shapeOf } from './journal/shape.ts';
import { VERSION } from './version.ts';

const MB = 1e6;
const ANSWER_MS = 3000;
/** Keys that no setting has; whoever invents one may have put a secret there. */
const SECRET_KEY = /secret|password|passwd|token|credential|private|hash|salt/i;

/**
 * @param data the office's folder
 * @param file where the bundle is written; only its owner may read it
 * @throws Error with a sentence when there is no such folder or the file cannot be written
 */
export async function writeBundle(data: string, file: string): Promise<void> {
  if (!(await isFolder(data))) throw new Error(`There is no office in the folder ${data}; name another with --data.`);
  const operators = await operatorsIn(data);
  const names = operators.map(({ name }) => name);
  const alias = (name: string) => `operator-${1 + (names.includes(name) ? names.indexOf(name) : names.push(name) - 1)}`;
  const journal = await shapeOf(data, alias);
  const lastStart = await jsonIn(join(data, 'last-start.json'));

  const parts: Record<string, string> = {
    'about.json': pretty({
      ...(await about(data)),
      lastStart,
      operators: operators.length,
      coordinators: operators.filter((operator) => operator.coordinator).length,
    }),
    'settings.json': pretty(await jsonIn(join(data, 'settings.json'))),
    'journal.json': pretty(journal),
    ...(await fromOffice((lastStart as { url?: unknown } | undefined)?.url)),
  };
  const logs = join(data, 'logs');
  for (const name of await entriesIn(logs)) {
    parts[`logs/${name}`] = withoutNames(await readFile(join(logs, name), 'utf8'), names, alias);
  }
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(withoutCredentials(text))] as const);
  await writeFile(file, zipSync(Object.fromEntries(files)), { mode: 0o600 });
}

async function about(data: string) {
  const { bavail, bsize } = await statfs(data);
  const folder: Record<string, { files: number; bytes: number }> = {};
  for (const name of await entriesIn(data)) folder[name] = await sizeOf(join(data, name));
  return {
    madeAt: new Date().toISOString(),
    version: VERSION,
    ...{ node: process.versions.node, electron: process.versions['electron'] },
    ...{ platform: process.platform, arch: process.arch, release: release(), cpus: cpus().length, load: loadavg() },
    ...{ memoryMB: inMB(totalmem()), freeMemoryMB: inMB(freemem()), freeDiskMB: inMB(bavail * bsize) },
    ...{ upHours: Math.round(uptime() / 3600), zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    folder,
  };
}

/** Health and metrics of the office, if it runs; else why there are none. */
async function fromOffice(url: unknown): Promise<Record<string, string>> {
  if (typeof url !== 'string') return { 'health.txt': 'It was never started in this folder.' };
  const ask = async (path: string) => {
    try {
      const answer = await fetch(new URL(path, url), { signal: AbortSignal.timeout(ANSWER_MS) });
      return `${answer.status}\n${await answer.text()}`;
    } catch (error) {
      return `No answer from ${url}: ${(error as Error).message}`;
    }
  };
  return { 'health.txt': await ask('/health'), 'metrics.txt': await ask('/metrics') };
}

async function operatorsIn(data: string): Promise<{ name: string; coordinator: boolean }[]> {
  const kept = await jsonIn(join(data, 'operators.json'));
  return Array.isArray(kept) ? (kept as { name: string; coordinator: boolean }[]) : [];
}

/** What a file says, or in words that it cannot be read; undefined if there is none. */
async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'), withoutSecret) as unknown;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? undefined : `It cannot be read: ${code ?? name}.`;
  }
}

function withoutSecret(key: string, value: unknown): unknown {
  return SECRET_KEY.test(key) ? 'left out' : value;
}

function withoutNames(text: string, names: readonly string[], alias: (name: string) => string): string {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, name) => rest.replaceAll(name, alias(name)), text);
}

async function entriesIn(folder: string): Promise<string[]> {
  return (await isFolder(folder)) ? (await readdir(folder)).sort() : [];
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function sizeOf(path: string): Promise<{ files: number; bytes: number }> {
  const found = await stat(path);
  if (!found.isDirectory()) return { files: 1, bytes: found.size };
  const inside = await Promise.all((await readdir(path)).map((name) => sizeOf(join(path, name))));
  return inside.reduce((sum, { files, bytes }) => ({ files: sum.files + files, bytes: sum.bytes + bytes }), {
    ...{ files: 0, bytes: 0 },
  });
}

function inMB(bytes: number): number {
  return Math.round(bytes / MB);
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value ?? 'There is none.', null, 2)}\n`;
}

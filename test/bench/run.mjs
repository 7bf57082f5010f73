// SPDX-License-Identifier: EUPL-1.2
/** `npm run bench`: builds what is stale, then runs bench.ts. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

execFileSync(process.execPath, [file('../../src-main/run.mjs')], { stdio: 'inherit' });
// of the offices that it starts only what went wrong: the table is what is to be read
process.env['SPORTELLO_LOG'] ??= 'error';
await runnerImport(file('bench.ts'), { configFile: false, logLevel: 'warn' });
process.exit();

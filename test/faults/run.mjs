// SPDX-License-Identifier: EUPL-1.2
/** `npm run faults`: builds what is stale, then prints the table of every fault. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

execFileSync(process.execPath, [file('../../src-main/run.mjs')], { stdio: 'inherit' });
await runnerImport(file('table.ts'), { configFile: false, logLevel: 'warn' });
process.exit();

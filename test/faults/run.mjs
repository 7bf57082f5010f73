// SPDX-License-Identifier: EUPL-1.2
/** `npm run faults`: prints the table of every fault. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

await runnerImport(fileURLToPath(new URL('table.ts', import.meta.url)), { configFile: false, logLevel: 'warn' });
process.exit();

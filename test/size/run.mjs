// SPDX-License-Identifier: EUPL-1.2
/** `npm run size`: builds what is stale, then prints how much JavaScript each page loads and fails above its budget. */
import '../../src-main/run.mjs';
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./size.ts', import.meta.url).pathname, { configFile: false });
const rows = module.sizes();
console.table(rows);
process.exit(rows.some(({ kilobytes, budget }) => kilobytes > budget) ? 1 : 0);

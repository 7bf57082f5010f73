// SPDX-License-Identifier: EUPL-1.2
/** Builds what is not built, then runs the bench, which is TypeScript, through vite. */
import '../../src-main/run.mjs';
import { runnerImport } from 'vite';

await runnerImport(new URL('./bench.ts', import.meta.url).pathname);
process.exit(0);

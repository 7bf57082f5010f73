// SPDX-License-Identifier: EUPL-1.2
/** Builds what is not built, then takes the pictures, through vite. */
import '../../src-main/run.mjs';
import { runnerImport } from 'vite';

await runnerImport(new URL('./screenshots.ts', import.meta.url).pathname);
process.exit(0);

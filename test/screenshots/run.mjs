// SPDX-License-Identifier: EUPL-1.2
/** Builds what is not built, then takes the pictures, through vite. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

// in a process of its own, which takes what follows the command for a part of the program
execFileSync(process.execPath, [file('../../src-main/run.mjs')], { stdio: 'inherit' });
await runnerImport(file('screenshots.ts'));
process.exit(0);

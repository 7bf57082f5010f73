// SPDX-License-Identifier: EUPL-1.2
/** Runs mondays.ts in a process of its own: `node mondays-process.mjs 52`. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('mondays.ts', import.meta.url)), {
  ...{ configFile: false, logLevel: 'warn' },
});
await module.liveMondays(Number(process.argv[2]));
process.exit();

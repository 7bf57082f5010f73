// SPDX-License-Identifier: EUPL-1.2
/** The office on plain Node: the command line. */
import './small-heap.ts';
import { fileURLToPath } from 'node:url';
import { endOnSignals } from './ending.ts';
import { openLog } from './log.ts';
import { readOptions } from './options.ts';
import { DEMO_OPERATORS, DEMO_SECRET, start } from './start.ts';
import { speakerOnNode } from './voice/node-speaker.ts';

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const running = await start(
    options,
    fileURLToPath(new URL('../pages', import.meta.url)),
    openLog(process.env['SPORTELLO_LOG']),
    speakerOnNode(fileURLToPath(new URL('./speaker.js', import.meta.url))),
  );
  console.log(`listening on ${running.url}`);
  for (const url of running.network) console.log(`  for other machines ${url}`);
  for (const sentence of [running.moved, running.problem, running.first]) if (sentence) console.error(sentence);
  if (options.demo) {
    const names = DEMO_OPERATORS.map(({ name }) => name).join(' or ');
    console.log(`  kiosk    ${running.url}/kiosk`);
    console.log(`  display  ${running.url}/display`);
    console.log(`  console  ${running.url}/console   (${names}, secret "${DEMO_SECRET}")`);
    if (options.printer?.startsWith('virtual:')) console.log(`  paper    ${running.url}/paper`);
  }
  endOnSignals(() => running.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

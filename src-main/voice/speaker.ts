// SPDX-License-Identifier: EUPL-1.2
/**
 * The program that speaks, in a process of its own: it is told sentences and answers with their sound, one after
 * another. It may die at any time.
 */
import run from 'espeak-ng';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import type { Order, Spoken } from './speaker-process.ts';
import { evenedOut } from './wav.ts';

const VOICES = { it: 'it', en: 'en-gb', ar: 'ar', es: 'es', ro: 'ro', fr: 'fr-fr', uk: 'uk', zh: 'cmn' };
const WORDS_A_MINUTE = '145';

/** How Electron's utility process talks to the one that started it. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: Order }) => void): void;
  postMessage(message: Spoken): void;
}

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const program = createRequire(import.meta.url)
  .resolve('espeak-ng')
  .replace(/\.js$/, '.wasm');
const compiled = readFile(program).then((bytes) => WebAssembly.compile(bytes));

const { parentPort } = process as { parentPort?: ParentPort };
const answer = (spoken: Spoken) => (parentPort ? parentPort.postMessage(spoken) : process.send?.(spoken));
let before = Promise.resolve();
const take = (order: Order) => {
  before = before.then(async () => void answer({ id: order.id, wav: await spoken(order) }));
};
if (parentPort) parentPort.on('message', ({ data }) => take(data));
else process.on('message', take).once('disconnect', () => process.exit());

/** Each sentence in a fresh memory, since the package runs its program once and then no more. */
async function spoken({ sentence: { language, words } }: Order): Promise<Buffer | undefined> {
  const module = await compiled;
  const espeak = await run({
    arguments: ['-v', VOICES[language], '-s', WORDS_A_MINUTE, '-w', 'spoken.wav', '--', words],
    print: () => {},
    printErr: (line) => console.error(line),
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(module, imports).then(done);
      return {};
    },
  });
  return evenedOut(Buffer.from(espeak.FS.readFile('spoken.wav')));
}

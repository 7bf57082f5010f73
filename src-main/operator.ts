// SPDX-License-Identifier: EUPL-1.2
/** Makes an operator: `npm run operator -- add NAME [--coordinator] [--data DIR]`, and asks for the secret. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { openRecord } from './journal/record.ts';
import { newOperator, operatorsSchema, withOperator, type Operator } from './server/operators.ts';

const USAGE = 'Say: npm run operator -- add NAME [--coordinator] [--data DIR]';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { coordinator: { type: 'boolean' }, data: { type: 'string' } },
  });
  const [verb, name, ...more] = positionals;
  if (verb !== 'add' || name === undefined || more.length > 0) throw new Error(USAGE);
  const operator = await newOperator(name, await ask(`Secret for ${name}: `), values.coordinator ?? false);
  const data = values.data ?? process.env['SPORTELLO_DATA'] ?? 'data';
  await mkdir(data, { recursive: true });
  const operators = await openRecord<Operator[]>(join(data, 'operators.json'), {
    initial: [],
    parse: (raw) => operatorsSchema.parse(raw),
  });
  await operators.write(withOperator(operators.read(), operator));
  console.log(`${name} can sign in${operator.coordinator ? ' as a coordinator' : ''}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Asks without showing what is typed; '' when the input ends. */
async function ask(question: string): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  const secret = await new Promise<string>((resolve) => {
    lines.once('close', () => resolve(''));
    lines.question('', resolve);
  });
  lines.close();
  process.stdout.write('\n');
  return secret;
}

// SPDX-License-Identifier: EUPL-1.2
/** Gathers what a technician sends when something is wrong: `npm run diagnostics -- [--data DIR] [--out FILE]`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBundle } from './bundle.ts';

try {
  const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
  const data = values.data ?? process.env['SPORTELLO_DATA'] ?? 'data';
  const file = resolve(values.out ?? `sportello-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.zip`);
  await writeBundle(data, file);
  console.log(`Written: ${file}. It holds no secret, nobody's name and nothing of a visit; look into it and send it.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

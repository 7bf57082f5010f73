// SPDX-License-Identifier: EUPL-1.2
/** Building what is stale and running it, on a product of two lines. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function smallProduct() {
  const folder = await temporaryFolder();
  const write = (file: string, text: string) => writeFile(join(folder, file), text);
  for (const name of ['src-main', 'src-main/messages', 'src-renderer', 'assets']) await mkdir(join(folder, name));
  await cp(join(root, 'src-main/run.mjs'), join(folder, 'src-main/run.mjs'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await write('package.json', '{ "type": "module" }');
  await write('package-lock.json', '{}');
  await write('svelte.config.js', '');
  await write('src-renderer/index.html', '<!doctype html><p>Kiosk</p>');
  await write('src-main/number.ts', 'export const number: number = 1;');
  await write(
    'src-main/serve.ts',
    `import { number } from './number.ts';\nconsole.log('number', number, ...process.argv.slice(2));`,
  );
  await write('vite.config.ts', `export default { root: 'src-renderer', build: { emptyOutDir: true } };`);
  await write(
    'vite.main.config.ts',
    `export default { build: { ssr: true, rolldownOptions: { input: { serve: 'src-main/serve.ts' } } } };`,
  );
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'src-main/run.mjs'), ...args], {
      encoding: 'utf8',
    });
    return { status, said: stdout, complained: stderr };
  };
  return { folder, write, run };
}

test('what is not built is built in one line, then run with its arguments; the second time it is only run', async () => {
  const { run } = await smallProduct();
  expect(run('serve', '--port', '4710')).toEqual({
    ...{ status: 0, said: 'number 1 --port 4710\n', complained: 'Building dist/pages and dist/main ...\n' },
  });
  expect(run('serve')).toEqual({ status: 0, said: 'number 1\n', complained: '' });
});

test('what was edited or deleted since is built again, and only that', async () => {
  const { folder, write, run } = await smallProduct();
  await write('src-main/forgotten.ts', '');
  run();
  await write('src-main/number.ts', 'export const number: number = 2;');
  expect(run('serve')).toEqual({ status: 0, said: 'number 2\n', complained: 'Building dist/main ...\n' });
  await rm(join(folder, 'src-main/forgotten.ts'));
  expect(run().complained).toBe('Building dist/main ...\n');
  await write('src-renderer/index.html', '<!doctype html><p>Display</p>');
  expect(run().complained).toBe('Building dist/pages ...\n');
});

test('a source that cannot be built is named, nothing is run, and what was built before stays', async () => {
  const { folder, write, run } = await smallProduct();
  run();
  await write('src-main/number.ts', 'export const number: = 2;');
  const { status, said, complained } = run('serve');
  expect({ status, said }).toEqual({ status: 1, said: '' });
  expect(complained).toContain('src-main/number.ts');
  expect(await readdir(join(folder, 'dist'))).toEqual(['main', 'pages']);
  expect(await readdir(join(folder, 'dist/main'))).toEqual(['serve.js']);
});

test('without its packages it says how to get them', async () => {
  const { folder, run } = await smallProduct();
  await rm(join(folder, 'node_modules'));
  const { status, complained } = run('serve');
  expect(status).toBe(1);
  expect(complained).toContain('npm ci');
});

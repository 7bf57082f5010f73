// SPDX-License-Identifier: EUPL-1.2
/** Before a package is made: that the machine code in it is there for the machine that it is made for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** As electron-builder counts them. */
const ARCHITECTURES = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];

/**
 * @param {{ arch: number, electronPlatformName: string, packager: { projectDir: string } }} context
 * @throws Error with the command that installs what is missing
 */
export default async function beforePack({ arch, electronPlatformName: os, packager: { projectDir } }) {
  const cpu = ARCHITECTURES[arch];
  const name = `@napi-rs/canvas-${os}-${cpu}-${os === 'win32' ? 'msvc' : 'gnu'}`;
  if (existsSync(join(projectDir, 'node_modules', name))) return;
  const command = `npm ci --ignore-scripts --os ${os} --cpu ${cpu}`;
  throw new Error(
    `${name} draws the slips on that machine and is not installed here. Once all is built, say: ${command}`,
  );
}

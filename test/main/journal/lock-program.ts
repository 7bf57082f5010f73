// SPDX-License-Identifier: EUPL-1.2
/** Takes the lock on a folder, says so or says why not, and stays until it is killed; hangs, if asked to. */
import { lockFolder } from '../../../src-main/journal/lock.ts';

await lockFolder(process.argv[2]!).then(
  () => console.log('locked'),
  (error: Error) => console.log(error.message),
);
if (process.argv[3] === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
process.stdin.resume();

// SPDX-License-Identifier: EUPL-1.2
/** Starts the speaking process in Electron, whose program is no Node that could be forked. */
import type Electron from 'electron';
import type { Spoken, StartSpeaker } from './speaker-process.ts';

/** @param program the built speaker.js */
export function speakerInElectron(utility: typeof Electron.utilityProcess, program: string): StartSpeaker {
  return (onSpoken, onEnd) => {
    const child = utility.fork(program, [], { serviceName: 'Sportello voice', stdio: 'ignore' });
    child.on('message', (spoken) => onSpoken(spoken as Spoken));
    child.once('exit', onEnd);
    return { say: (order) => child.postMessage(order), kill: () => void child.kill() };
  };
}

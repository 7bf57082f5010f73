// SPDX-License-Identifier: EUPL-1.2
/** Starts the speaking process on plain Node. */
import { fork } from 'node:child_process';
import type { Spoken, StartSpeaker } from './speaker-process.ts';

/** @param program the built speaker.js */
export function speakerOnNode(program: string): StartSpeaker {
  return (onSpoken, onEnd) => {
    const child = fork(program, [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (spoken) => onSpoken(spoken as Spoken));
    let ended = false;
    const end = () => {
      if (!ended) onEnd();
      ended = true;
    };
    child.once('exit', end).on('error', end);
    return {
      // what cannot be sent to a process that is dying is given up with it
      say: (order) => void child.send(order, () => {}),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

// SPDX-License-Identifier: EUPL-1.2
/** The voice of the tests: the built program that speaks, and how long it is waited for. */
import { speakerOnNode } from '../../../src-main/voice/node-speaker.ts';
import type { Patience } from '../../../src-main/voice/speaker-process.ts';

export const startBuilt = speakerOnNode(new URL('../../../dist/main/speaker.js', import.meta.url).pathname);

/** Long for a sentence, since the machine may be busy, and short between two starts. */
export const patience: Patience = { sentenceMs: 60_000, firstPauseMs: 10, longestPauseMs: 50, idleMs: 60_000 };

// SPDX-License-Identifier: EUPL-1.2
/** The speaking process may die, hang or be missing: a sentence is lost, and the next one comes. */
import { expect, onTestFinished, test } from 'vitest';
import type { Sentence } from '../../../src-main/voice/sentences.ts';
import { createSpeaker, type Order, type StartSpeaker } from '../../../src-main/voice/speaker-process.ts';
import { speakerOnNode } from '../../../src-main/voice/node-speaker.ts';
import { patience, startBuilt } from './built-speaker.ts';

const italian = (words: string): Sentence => ({ language: 'it', words });

function speakerWith(start: StartSpeaker, changes: Partial<typeof patience> = {}) {
  const speaker = createSpeaker(start, { ...patience, ...changes });
  onTestFinished(() => speaker.close());
  return speaker;
}

/** A speaking process that is told what to do; it answers a sentence with its words. */
function puppet() {
  const orders: Order[] = [];
  const processes: { answer: (order: Order) => void; die: () => void; killed: boolean }[] = [];
  const start: StartSpeaker = (onSpoken, onEnd) => {
    const answer = ({ id, sentence }: Order) => onSpoken({ id, wav: Buffer.from(sentence.words) });
    const self = { answer, die: onEnd, killed: false };
    processes.push(self);
    return { say: (order) => void orders.push(order), kill: () => (self.killed = true) };
  };
  return { start, orders, processes, words: () => orders.map(({ sentence }) => sentence.words) };
}

test('a process that is killed in the middle of a sentence harms nothing, and the next sentence comes', async () => {
  const kills: (() => void)[] = [];
  const speaker = speakerWith((onSpoken, onEnd) => {
    const started = startBuilt(onSpoken, onEnd);
    kills.push(() => started.kill());
    return started;
  });
  const lost = speaker.speak(italian('Numero dodici.'), true);
  const next = speaker.speak(italian('Numero tredici.'), true);
  kills[0]!();
  expect(await lost).toBeUndefined();
  expect((await next)?.length).toBeGreaterThan(10_000);
  expect([kills.length, speaker.works]).toEqual([2, true]);
});

test('a program that is not there leaves every sentence unsaid, and is tried again ever more seldom', async () => {
  let starts = 0;
  const missing = speakerOnNode('/nowhere/speaker.js');
  const speaker = speakerWith((...listeners) => {
    starts++;
    return missing(...listeners);
  });
  expect(await Promise.all(['uno', 'due'].map((words) => speaker.speak(italian(words), true)))).toEqual([
    undefined,
    undefined,
  ]);
  expect(starts).toBe(2);
  expect(speaker.works).toBe(false);
});

test('a sentence that takes too long is given up with its process, and what it says afterwards is nobody’s', async () => {
  const { start, orders, processes } = puppet();
  const speaker = speakerWith(start, { sentenceMs: 500 });
  const hangs = speaker.speak(italian('uno'), true);
  expect(await hangs).toBeUndefined();
  expect(processes[0]!.killed).toBe(true);
  const next = speaker.speak(italian('due'), true);
  await expect.poll(() => orders.length).toBe(2);
  processes[0]!.answer({ ...orders[1]!, sentence: italian('uno') });
  processes[0]!.die();
  processes[1]!.answer(orders[1]!);
  expect(Buffer.from((await next)!).toString()).toBe('due');
});

test('one sentence at a time: what is needed now before what is prepared, and none of them twice', async () => {
  const { start, orders, processes, words } = puppet();
  const speaker = speakerWith(start);
  for (const prepared of ['uno', 'due', 'tre']) void speaker.speak(italian(prepared), false);
  const asked = speaker.speak(italian('tre'), true);
  void speaker.speak(italian('due'), false);
  expect(words()).toEqual(['uno']);
  for (let i = 0; i < 3; i++) processes[0]!.answer(orders[i]!);
  expect(words()).toEqual(['uno', 'tre', 'due']);
  expect(Buffer.from((await asked)!).toString()).toBe('tre');
  expect(processes).toHaveLength(1);
});

test('with nothing to say the process is let go, and started again for the next sentence', async () => {
  const { start, orders, processes } = puppet();
  const speaker = speakerWith(start, { idleMs: 5 });
  const first = speaker.speak(italian('uno'), false);
  processes[0]!.answer(orders[0]!);
  await first;
  await expect.poll(() => processes[0]!.killed).toBe(true);
  const next = speaker.speak(italian('due'), false);
  processes[1]!.answer(orders[1]!);
  expect(Buffer.from((await next)!).toString()).toBe('due');
});

test('more than can be said is left unsaid, and the end of the office waits for nothing', async () => {
  const { start } = puppet();
  const speaker = createSpeaker(start, patience);
  const all = Array.from({ length: 600 }, (_, i) => speaker.speak(italian(String(i)), false));
  expect(await all[599]).toBeUndefined();
  speaker.close();
  expect(await Promise.all(all)).toEqual(all.map(() => undefined));
  expect(await speaker.speak(italian('uno'), true)).toBeUndefined();
});

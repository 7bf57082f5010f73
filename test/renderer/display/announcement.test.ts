// SPDX-License-Identifier: EUPL-1.2
/** What is heard of one call. */
import { expect, test } from 'vitest';
import { clipsOf } from '../../../src-renderer/display/announcement.ts';

const call = { number: 'P3', counter: '2', sequence: 1, calledAt: '2026-11-23T09:00:00+01:00' };
const LOUD = { chime: 60, voice: 90 };
const heard = (language: 'it' | 'uk', sound = LOUD) =>
  clipsOf({ ...call, language }, sound, '/chime.wav').map(({ url, volume }) => `${url} ${volume}`);

test('the chime comes before Italian, and Italian before the ticket’s own language', () => {
  expect(heard('uk')).toEqual([
    '/chime.wav 0.6',
    '/voice/it/number/P3 0.9',
    '/voice/it/counter/2 0.9',
    '/voice/uk/number/P3 0.9',
    '/voice/uk/counter/2 0.9',
  ]);
});

test('a ticket in Italian is called in Italian once', () => {
  expect(heard('it')).toHaveLength(3);
});

test('chime and voice can each be off without the other', () => {
  expect(heard('it', { chime: 0, voice: 50 })).toEqual(['/voice/it/number/P3 0.5', '/voice/it/counter/2 0.5']);
  expect(heard('it', { chime: 100, voice: 0 })).toEqual(['/chime.wav 1']);
  expect(heard('it', { chime: 0, voice: 0 })).toEqual([]);
});

// SPDX-License-Identifier: EUPL-1.2
/** Every state in which somebody who waits can find the wall, and how it comes to it. */
import type { Page } from 'playwright-core';
import { called, dayClosed, issued, opened, paused, recalled, served, type Past } from '../core/given.ts';
import { lose, makeLosable } from './lose.ts';
import { notice } from './notice.ts';
import type { Scene, Stage } from './stage.ts';

export interface DisplayState {
  name: string;
  scene?: Partial<Scene>;
  /** What happens while somebody looks. */
  then?: (page: Page, stage: Stage) => Promise<void>;
  query?: string;
}

const waiting: Past[] = [
  ...[opened('1'), opened('2', 'bruno'), opened('3', 'clara', ['appointment'])],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((number) => issued(number)),
  ...[issued('P1'), issued('P2'), issued('P3')],
];
const calls: Past[] = [
  ...[called(1), served(1), called('P1', '3'), served('P1'), called(2, '2'), served(2, { by: 'bruno' })],
  ...[called(3), served(3), called('P2', '3')],
];
const rooms = {
  counters: [
    { id: '1', label: 'Stanza del segretariato' },
    { id: '2', label: 'Sportello 12' },
    { id: '3', label: 'Accoglienza appuntamenti' },
  ],
};
const next = (past: readonly Past[]) => async (_page: Page, stage: Stage) => stage.play({ past });

export const DISPLAY_STATES: readonly DisplayState[] = [
  { name: 'nobody called yet' },
  { name: 'nobody called yet, notice', scene: { past: [notice] } },
  { name: 'doors still closed', scene: { now: '08:50' } },
  { name: 'calls', scene: { past: [...waiting, ...calls] } },
  { name: 'a new call', scene: { past: [...waiting, ...calls] }, then: next([...waiting, ...calls, called(4, '2')]) },
  {
    ...{ name: 'called again', scene: { past: [...waiting, ...calls, called(4, '2')] } },
    then: next([...waiting, ...calls, called(4, '2'), recalled(4)]),
  },
  { name: 'calls, notice', scene: { past: [...waiting, ...calls, notice] } },
  { name: 'calls, rooms with long names', scene: { past: [...waiting, ...calls], settings: rooms } },
  { name: 'calls, simulated time', scene: { past: [...waiting, ...calls], clock: 'simulated' } },
  { name: 'some counters', scene: { past: [...waiting, ...calls] }, query: '?counters=1,2' },
  { name: 'counters that are not there', scene: { past: [...waiting, ...calls] }, query: '?counters=2,9' },
  { name: 'paused', scene: { past: [paused] } },
  { name: 'full', scene: { past: waiting, settings: { ticketsPerDay: 3 } } },
  { name: 'not yet open', scene: { now: '08:22' } },
  { name: 'closed', scene: { now: '2026-11-24T10:00:00+01:00' } },
  { name: 'closed, patron day', scene: { now: '2026-09-21T10:00:00+02:00' } },
  { name: 'day closed', scene: { past: [...waiting.slice(0, 3), dayClosed] } },
  { name: 'office lost', scene: { past: [...waiting, ...calls] }, then: lose },
];

export async function openDisplay(page: Page, stage: Stage, { scene, then, query = '' }: DisplayState): Promise<void> {
  await makeLosable(page);
  await stage.play(scene);
  await page.goto(`${stage.url}/display${query}`);
  await page.locator('main').waitFor();
  await then?.(page, stage);
  await page.evaluate(() => document.fonts.ready);
}

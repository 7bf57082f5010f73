// SPDX-License-Identifier: EUPL-1.2
/** Every state in which an operator can find the console, and by which keys one gets there. */
import type { Page } from 'playwright-core';
import {
  absent,
  called,
  dayClosed,
  issued,
  opened,
  parked,
  paused,
  recalled,
  served,
  started,
  type Past,
} from '../core/given.ts';
import { lose, makeLosable } from './lose.ts';
import { notice } from './notice.ts';
import type { Scene, Stage } from './stage.ts';

export interface ConsoleState {
  name: string;
  scene?: Partial<Scene>;
  reach?: (page: Page) => Promise<void>;
  signedOut?: boolean;
}

const waiting: Past[] = [
  ...[issued(1), issued(2), issued(3, { language: 'ar' }), issued('P1', { language: 'uk' })],
  ...[issued(4, { priority: true }), issued(5), issued(6), issued('P2'), issued(7), issued(8, { language: 'zh' })],
];
const before: Past[] = [
  ...[called(1, '1'), started(1), served(1), called('P1', '1'), absent('P1'), called(2, '1'), parked(2)],
];
const busy: Past[] = [opened('1'), opened('2', 'bruno'), ...waiting, ...before, called(4, '2', { by: 'bruno' })];
const here: Past[] = [...busy, called(3, '1', { at: '2026-11-23T09:28:00+01:00' })];
const visit: Past[] = [...here, started(3, { at: '2026-11-23T09:29:00+01:00' })];

const keys =
  (...presses: string[]) =>
  async (page: Page) => {
    for (const press of presses) {
      await page.keyboard.press(press);
      await page.waitForTimeout(150);
    }
  };
const sheet = (choice: RegExp) => async (page: Page) => {
  await keys('m')(page);
  await page.getByRole('dialog').getByRole('button', { name: choice }).click();
  await page.waitForTimeout(150);
};

export const CONSOLE_STATES: readonly ConsoleState[] = [
  { name: 'sign-in', signedOut: true },
  {
    ...{ name: 'sign-in refused', signedOut: true },
    async reach(page) {
      await page.getByLabel('Nome').fill('anna');
      await page.getByLabel('Parola segreta').fill('sbagliata');
      await page.keyboard.press('Enter');
      await page.getByText('Nome o parola segreta non corretti.').waitFor();
    },
  },
  { name: 'counters', scene: { past: waiting } },
  { name: 'nobody waits', scene: { past: [opened('1')] } },
  { name: 'next', scene: { past: busy } },
  { name: 'next, paused, notice', scene: { past: [...busy, paused, notice] } },
  { name: 'called', scene: { past: here } },
  { name: 'called three times', scene: { past: [...here, recalled(3), recalled(3), recalled(3)] } },
  { name: 'called, slip in doubt', scene: { past: here, paper: 'unknown', printer: 'offline' } },
  { name: 'visit', scene: { past: visit } },
  { name: 'visit, a second category', scene: { past: visit }, reach: keys('Shift+Digit2') },
  { name: 'visit over, can be undone', scene: { past: visit }, reach: keys('1') },
  { name: 'referral', scene: { past: visit }, reach: keys('5') },
  { name: 'transfer', scene: { past: visit }, reach: keys('t') },
  { name: 'more', scene: { past: busy }, reach: keys('m') },
  { name: 'keys', scene: { past: busy }, reach: keys('?') },
  { name: 'new ticket', scene: { past: busy }, reach: sheet(/[Bb]iglietto|[Nn]umero/) },
  { name: 'notice', scene: { past: busy }, reach: sheet(/[Aa]vviso/) },
  { name: 'close the day', scene: { past: busy }, reach: sheet(/giornata/) },
  { name: 'devices', scene: { past: busy }, reach: sheet(/Schermi/) },
  {
    ...{ name: 'devices, a code', scene: { past: busy } },
    async reach(page) {
      await sheet(/Schermi/)(page);
      await page.getByLabel('Dove si trova').fill('Ingresso');
      await page.getByRole('button', { name: 'Collega un chiosco' }).click();
      await page.getByText(/^\d{3} \d{3}$/).waitFor();
    },
  },
  { name: 'paper end', scene: { past: here, printer: 'paper-end' } },
  { name: 'printer off', scene: { past: here, printer: 'offline' } },
  { name: 'day closed', scene: { past: [...busy, dayClosed] } },
  { name: 'simulated time', scene: { past: here, clock: 'simulated' } },
  { name: 'office lost', scene: { past: here }, reach: lose },
];

export async function openConsole(page: Page, stage: Stage, state: ConsoleState): Promise<void> {
  await makeLosable(page);
  await stage.play(state.scene);
  if (!state.signedOut) await stage.signIn(page);
  await page.goto(`${stage.url}/console`);
  if (!state.signedOut) {
    // a key before that reaches nobody
    await page
      .getByRole('button', { name: /Altro|Sportello 1/ })
      .first()
      .waitFor();
    await page.waitForTimeout(300);
  }
  await state.reach?.(page);
  await page.evaluate(() => document.fonts.ready);
}

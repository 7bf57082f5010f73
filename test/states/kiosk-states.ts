// SPDX-License-Identifier: EUPL-1.2
/** Every state in which a citizen can find the kiosk, and how one gets there. */
import type { Page } from 'playwright-core';
import type { Messages } from '../../src-main/messages/pages/it.ts';
import { absent, called, dayClosed, issued, opened, paused, served, started, type Past } from '../core/given.ts';
import type { Offered } from '../../src-renderer/lib/language.ts';
import { lose, makeLosable } from './lose.ts';
import { notice } from './notice.ts';
import type { Scene } from './stage.ts';

export interface KioskState {
  name: string;
  scene?: Partial<Scene>;
  /** In the language that the page is in, whose words are `m`. */
  reach?: (page: Page, m: Messages) => Promise<void>;
  /** Its time is put forward. */
  timed?: boolean;
}

const busy: Past[] = [
  ...[opened('1'), opened('2', 'bruno')],
  ...[1, 2, 3, 4, 5, 6, 7].map((number) => issued(number, { at: '2026-11-23T08:50:00+01:00' })),
  ...[called(1), started(1), served(1), called(2, '2'), absent(2)],
];
const hundred = Array.from({ length: 99 }, (_, i) => issued(`P${i + 1}`));
const withTuesday = [1, 2].map((weekday) => ({ weekday, from: '09:00', to: '11:00' }));

const take = async (page: Page, m: Messages) => {
  await page.getByRole('button', { name: m.services['walk-in'] }).click();
  await page.getByTestId('number').waitFor();
};
const goingFirst = async (page: Page, m: Messages) => {
  await page.getByRole('button', { name: m.goFirst }).click();
  await page.getByRole('button', { name: m.priority.yes }).waitFor();
};

export const KIOSK_STATES: readonly KioskState[] = [
  { name: 'start', scene: { past: busy } },
  { name: 'start, nobody waits' },
  { name: 'start, notice', scene: { past: [...busy, notice] } },
  { name: 'start, numbers on the screen only', scene: { past: busy, printer: 'paper-end' } },
  { name: 'start, doors still closed', scene: { past: busy, now: '08:50' } },
  { name: 'start, simulated time', scene: { past: busy, clock: 'simulated' } },
  { name: 'going first', scene: { past: busy }, reach: goingFirst },
  {
    ...{ name: 'nobody seems to be there', scene: { past: busy }, timed: true },
    async reach(page, m) {
      await goingFirst(page, m);
      await page.clock.fastForward(91_000);
      await page.getByRole('button', { name: m.moreTime }).waitFor();
    },
  },
  { name: 'number, printing', scene: { past: busy, paper: 'printing' }, reach: take },
  {
    ...{ name: 'number, printed', scene: { past: busy, paper: 'printed' } },
    async reach(page, m) {
      await take(page, m);
      await page.getByText(m.takeSlip).waitFor();
    },
  },
  { name: 'number, slip in doubt', scene: { past: busy, paper: 'unknown' }, reach: take },
  {
    ...{ name: 'number, screen only', scene: { past: busy, paper: 'not-sent', printer: 'offline' }, timed: true },
    async reach(page, m) {
      await take(page, m);
      await page.getByText(m.validWithoutPaper).waitFor();
    },
  },
  {
    ...{ name: 'number, whose is it', scene: { past: busy, paper: 'not-sent', printer: 'offline' }, timed: true },
    async reach(page, m) {
      await take(page, m);
      await page.clock.fastForward(61_000);
      await page.getByText(m.isItYours).waitFor();
    },
  },
  {
    ...{ name: 'number, a long one', scene: { past: [...busy, ...hundred], paper: 'printed' } },
    async reach(page, m) {
      await page.getByRole('button', { name: m.services.appointment }).click();
      await page.getByTestId('number').filter({ hasText: 'P100' }).waitFor();
    },
  },
  {
    ...{ name: 'refused', scene: { past: busy, diskFull: true } },
    async reach(page, m) {
      await page.getByRole('button', { name: m.services['walk-in'] }).click();
      await page.getByText(m.refusals['storage-failed'].title).waitFor();
    },
  },
  { name: 'closed, hours', scene: { now: '2026-11-24T10:00:00+01:00' } },
  { name: 'closed, after the last visit', scene: { past: [...busy, dayClosed] } },
  { name: 'closed, holiday', scene: { now: '2026-12-08T10:00:00+01:00', settings: { weekly: withTuesday } } },
  { name: 'closed, patron day', scene: { now: '2026-09-21T10:00:00+02:00' } },
  {
    name: 'closed, closure',
    scene: { settings: { closures: [{ from: '2026-11-20', to: '2026-11-27', reason: 'Lavori di manutenzione' }] } },
  },
  { name: 'not yet open, minutes left', scene: { now: '08:22' } },
  { name: 'not yet open, hours left', scene: { now: '06:00' } },
  { name: 'paused', scene: { past: [...busy, paused, notice] } },
  { name: 'full', scene: { past: busy, settings: { ticketsPerDay: 7 } } },
  { name: 'office lost', scene: { past: busy }, reach: lose },
];

/**
 * Brings the kiosk into this state, in the language and with the sights chosen as a citizen chooses them. It is opened
 * for it unless it is still as the state leaves it, ready for another choice.
 */
export async function openKiosk(
  page: Page,
  url: string,
  { reach, timed }: KioskState,
  { name, messages }: Offered,
  sights: readonly ('contrast' | 'larger' | 'low')[] = [],
): Promise<void> {
  if (reach || !page.url().startsWith(url)) {
    if (timed) await page.clock.install();
    await makeLosable(page);
    await page.goto(`${url}/kiosk`);
  }
  await page.getByRole('button', { name }).click();
  for (const sight of sights) await page.getByRole('button', { name: messages.view[sight] }).click();
  await reach?.(page, messages);
  await page.evaluate(() => document.fonts.ready);
}

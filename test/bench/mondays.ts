// SPDX-License-Identifier: EUPL-1.2
/** Monday after Monday in one office that never stops: each with its tickets, calls and visits, before its displays. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Act } from '../../src-main/core/command.ts';
import type { Event } from '../../src-main/core/event.ts';
import { holidaysOf } from '../../src-main/holidays.ts';
import { openJournal } from '../../src-main/journal/journal.ts';
import { openLog } from '../../src-main/log.ts';
import { openOffice } from '../../src-main/office.ts';
import { createDevices } from '../../src-main/server/devices.ts';
import { listen } from '../../src-main/server/server.ts';
import { createSessions } from '../../src-main/server/sessions.ts';
import { facesOf, labelsOf, lawOf, parseSettings } from '../../src-main/settings.ts';
import '../../src-main/small-heap.ts';
import { openPage } from '../page.ts';

const DISPLAYS = 5;
const VISITS = 120;
const FIRST = Date.UTC(2026, 0, 12, 8);
const WEEK_MS = 7 * 24 * 3600 * 1000;
/** Between two visits, so that all of them fit between nine and eleven. */
const VISIT_MS = 50_000;

/** Says after each Monday that it is over, and waits for an answer. */
export async function liveMondays(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-mondays-'));
  const settings = parseSettings({ zone: 'UTC', weekly: [{ weekday: 1, from: '08:00', to: '12:00' }] });
  const log = openLog('error');
  const onFailure = (error: unknown) => log.error(error);
  const journal = await openJournal<Event>(folder, onFailure);
  let now = FIRST;
  const holiday = holidaysOf(settings.country);
  const place = { ...settings.office, walkInHours: settings.weekly };
  const office = await openOffice({
    ...{ journal, place, onFailure, labels: labelsOf(settings), faces: facesOf(settings), law: lawOf(settings) },
    hours: { ...settings, holiday },
    clock: { kind: 'real', now: () => new Date(now).toISOString().replace('Z', '+00:00') },
    printer: { print: () => {}, status: () => ({ state: 'absent', nearEnd: false, since: '' }) as never },
  });
  const inMemory = { read: () => ({}), write: async () => {} };
  const [sessions, devices] = [createSessions(inMemory, 600), createDevices(inMemory)];
  const server = await listen({ office, sessions, devices, operators: async () => [], pages: '', log }, '127.0.0.1', 0);
  const displays = await Promise.all(Array.from({ length: DISPLAYS }, () => openPage(server.here, 'display')));
  const act = async (what: Act, name = 'anna') => {
    const reply = await office.handle({ id: randomUUID(), ...what }, { name });
    if (!reply.ok) throw new Error(`${what.type}: ${reply.message}`);
    return reply.ticket!;
  };

  process.stdin.setEncoding('utf8');
  for (let monday = 0; monday < count; monday += 1) {
    now = FIRST + monday * WEEK_MS;
    const visits = holiday(new Date(now).toISOString().slice(0, 10)) ? 0 : VISITS;
    await act({ type: 'OpenCounter', counter: '1' });
    for (let i = 0; i < visits; i += 1) {
      now += VISIT_MS;
      await act({ type: 'IssueTicket', service: 'walk-in', language: 'it' }, 'kiosk');
      const ticket = (await act({ type: 'CallNext', counter: '1' })).id;
      await act({ type: 'FinishServing', ticket, category: 'information' });
    }
    console.log(`Monday ${monday + 1}`);
    await once(process.stdin, 'data');
  }
  for (const display of displays) display.leave();
  await server.close();
  await journal.close();
  await rm(folder, { recursive: true });
}

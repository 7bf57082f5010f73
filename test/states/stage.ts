// SPDX-License-Identifier: EUPL-1.2
/** The pages before an office in which just this has happened, at just this moment, with a printer in just this state. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Event } from '../../src-main/core/event.ts';
import type { Printer } from '../../src-main/core/views.ts';
import type { Paper } from '../../src-main/core/ticket.ts';
import { holidaysOf } from '../../src-main/holidays.ts';
import { openLog } from '../../src-main/log.ts';
import { openOffice, type Office } from '../../src-main/office.ts';
import { newOperator } from '../../src-main/server/operators.ts';
import { COOKIE } from '../../src-main/server/sign-in.ts';
import { createDevices } from '../../src-main/server/devices.ts';
import { listen } from '../../src-main/server/server.ts';
import { createSessions } from '../../src-main/server/sessions.ts';
import { facesOf, labelsOf, lawOf, parseSettings } from '../../src-main/settings.ts';
import { at, DAY, type Past } from '../core/given.ts';

export interface Scene {
  past: readonly Past[];
  /** A moment of that Monday, `09:30`, or any other in ISO 8601. */
  now: string;
  settings: Record<string, unknown>;
  clock: 'real' | 'simulated';
  printer: Printer['state'];
  /** What the printer says of every slip; nothing if left out, as one that prints for ever. */
  paper: Paper;
  /** Nothing more can be written down. */
  diskFull: boolean;
}

export interface Stage {
  url: string;
  /** The office is from now on the one of this scene, and every page that is open is told. */
  play(scene?: Partial<Scene>): Promise<void>;
  /** Whoever looks at this page is the operator of the stage. */
  signIn(page: Page): Promise<void>;
  close(): Promise<void>;
}

const OPERATOR = 'anna';
/** Once for all stages: a secret is slow to hash. */
const operators = newOperator(OPERATOR, 'demo', true).then((operator) => [operator]);

export async function openStage(): Promise<Stage> {
  const listeners: (() => void)[] = [];
  let office = await officeOf({});
  const current: Office = {
    handle: (command, actor) => office.handle(command, actor),
    view: (page) => office.view(page),
    refresh: () => office.refresh(),
    seeDisplays: (displays) => office.seeDisplays(displays),
    onPublish: (listener) => void listeners.push(listener),
    get day() {
      return office.day;
    },
    get revision() {
      return office.revision;
    },
    healthy: true,
    settled: () => office.settled(),
  };
  const inMemory = { read: () => ({}), write: async () => {} };
  const sessions = createSessions(inMemory, 600);
  const listening = await listen(
    {
      office: current,
      pages: fileURLToPath(new URL('../../dist/pages', import.meta.url)),
      operators: () => operators,
      sessions,
      devices: createDevices(inMemory),
      log: openLog('error'),
    },
    '127.0.0.1',
    0,
  );

  async function officeOf(scene: Partial<Scene>) {
    const { past = [], now = '09:30', settings: raw = {}, printer = 'ready', paper } = scene;
    const { clock = 'real', diskFull = false } = scene;
    const settings = parseSettings(raw);
    const moment = now.length > 5 ? now : at(now);
    const day = moment.slice(0, 10);
    const events = past.map((fact): Event => ({ at: at('09:20'), by: 'anna', command: 'earlier', ...fact }));
    const opened = await openOffice({
      law: lawOf(settings),
      labels: labelsOf(settings),
      faces: facesOf(settings),
      place: { ...settings.office, walkInHours: settings.weekly },
      hours: { ...settings, holiday: holidaysOf(settings.country, settings.patronDay ?? undefined) },
      clock: { kind: clock, now: () => moment },
      journal: {
        read: async (read) => (read === DAY && day === DAY ? events : []),
        append: async () => {
          if (diskFull) throw new Error('The disk is full.');
        },
        days: async () => [],
        remove: async () => {},
      },
      printer: {
        print: (_ticket, report) => void (paper && report(paper)),
        status: () => ({ state: printer, nearEnd: false, since: at('09:00') }),
      },
      onFailure: (error) => {
        if (!diskFull) throw error;
      },
    });
    opened.onPublish(() => opened === office && listeners.forEach((listener) => listener()));
    return opened;
  }

  return {
    url: `http://127.0.0.1:${listening.port}`,
    async play(scene = {}) {
      office = await officeOf(scene);
      for (const listener of listeners) listener();
    },
    async signIn(page) {
      const value = await sessions.begin({ operator: OPERATOR, coordinator: true });
      await page.context().addCookies([{ name: COOKIE, value, domain: '127.0.0.1', path: '/' }]);
    },
    close: () => listening.close(),
  };
}

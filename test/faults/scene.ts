// SPDX-License-Identifier: EUPL-1.2
/** A real office, journal and spooler before a printer that fails: what it says, and what is on paper. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Act } from '../../src-main/core/command.ts';
import type { Event } from '../../src-main/core/event.ts';
import { evolve } from '../../src-main/core/queue.ts';
import { emptyQueue } from '../../src-main/core/state.ts';
import type { Ticket } from '../../src-main/core/ticket.ts';
import { openJournal } from '../../src-main/journal/journal.ts';
import { openOffice, type Journal, type Office } from '../../src-main/office.ts';
import { createSpooler, type Limits } from '../../src-main/printing/spooler.ts';
import type { Slip } from '../../src-main/printing/slip.ts';
import {
  createVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterParts,
} from '../../src-main/printing/virtual.ts';
import { facesOf, labelsOf, lawOf, parseSettings } from '../../src-main/settings.ts';
import { connected, type Way } from './ways.ts';

export interface Scene {
  readonly office: Office;
  printer: Pick<VirtualPrinter, 'paper' | 'fail' | 'mend' | 'expected'>;
  send(act: Act, by?: string): Promise<Awaited<ReturnType<Office['handle']>>>;
  /** What happened, as the journal tells it to whoever reads it now. */
  events(): Promise<readonly Event[]>;
  /** The office stops and starts again; the printer notices only that the line breaks. */
  restart(): Promise<void>;
  slipOf(ticket: Ticket): Slip;
  failures: unknown[];
  close(): Promise<void>;
}

export interface SceneParts {
  way: Way;
  limits: Partial<Limits>;
  device?: Omit<VirtualPrinterParts, 'width' | 'now'>;
  /** A real one in a folder of its own unless one is given. */
  journal?: Journal;
}

const DAY = '2026-11-23';
const NOW = `${DAY}T09:30:00.000+01:00`;
const settings = parseSettings({ weekly: [{ weekday: 1, from: '09:00', to: '11:00' }] });
const place = { ...settings.office, walkInHours: settings.weekly };
const labels = labelsOf(settings);

export const WIDTH = 384;

/** An office on a Monday at half past nine. */
export async function openScene({ way, limits, device: manner, journal: given }: SceneParts): Promise<Scene> {
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => void failures.push(error);
  const virtual = createVirtualPrinter({ width: WIDTH, now: () => NOW, ...manner });
  const { transport, ...device } = await connected(virtual, way);
  const { journal, closeJournal } = given ? { journal: given, closeJournal: async () => {} } : await temporaryJournal();
  let { office, spooler } = await start();

  async function start() {
    const spooler = createSpooler({ transport, width: WIDTH, now: () => NOW, onFailure, limits });
    const office = await openOffice({
      ...{ journal, labels, place, onFailure },
      faces: facesOf(settings),
      law: lawOf(settings),
      hours: { ...settings, holiday: () => undefined },
      clock: { kind: 'simulated', now: () => NOW },
      printer: {
        print: (ticket, report, wanted) => spooler.print(slipOf(ticket), report, wanted),
        status: () => spooler.status(),
      },
    });
    spooler.onStatus(() => office.refresh());
    return { office, spooler };
  }

  async function stop(): Promise<void> {
    await spooler.close();
    await office.settled();
  }

  return {
    get office() {
      return office;
    },
    printer: { ...virtual, ...device.hand },
    send: (act, by = 'kiosk') => office.handle({ id: randomUUID(), ...act }, { name: by }),
    events: () => journal.read(DAY),
    async restart() {
      await stop();
      ({ office, spooler } = await start());
    },
    slipOf,
    failures,
    async close() {
      await stop();
      await device.close();
      await closeJournal();
    },
  };
}

async function temporaryJournal() {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-faults-'));
  const journal = await openJournal<Event>(folder, () => {});
  const closeJournal = async () => {
    await journal.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { journal, closeJournal };
}

/** The tickets of the day, by number, as these events made them. */
export function ticketsAfter(events: readonly Event[]): ReadonlyMap<string, Ticket> {
  const { tickets } = events.reduce(evolve, emptyQueue(DAY));
  return new Map(tickets.valueSeq().map((ticket) => [ticket.number, ticket]));
}

function slipOf(ticket: Ticket): Slip {
  const { id, number, service, language, issuedAt, ahead, reprint } = ticket;
  return {
    ...{ number, language, issuedAt, ahead, reprint, ticket: id },
    ...{ service: labels.services[service] ?? service, serviceId: service, office: place },
  };
}

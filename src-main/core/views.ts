// SPDX-License-Identifier: EUPL-1.2
/** What each page is told: one view, complete and idempotent. A display's never holds more than the wall may know. */
import { expectedWait } from './estimate.ts';
import type { Law } from './law.ts';
import { nextAt, openingOf, type Opening } from './queue.ts';
import type { Call, Queue } from './state.ts';
import type { Hours, Window } from './opening-hours.ts';
import type { Language, Paper, Ticket, TicketState, WaitMinutes } from './ticket.ts';
import { peopleAhead } from './turn.ts';

/** What the settings say of the office itself. */
export interface Office {
  /** The service to the public, `Segretariato sociale`. */
  name: string;
  /** The body it belongs to, `Comune di Corsico`. */
  body: string;
  address: string;
  telephone: string;
  /** When the telephone is answered; weekday 1 is Monday. */
  telephoneHours: readonly ({ weekday: number } & Window)[];
  /** When the doors are open every week. */
  walkInHours: readonly ({ weekday: number } & Window)[];
}

/** `ready` or why it prints nothing now; `absent` where no printer is set or the one that is set cannot be used. */
export type PrinterState = 'ready' | 'paper-end' | 'cover-open' | 'cutter' | 'error' | 'offline' | 'absent';

export interface Printer {
  state: PrinterState;
  /** It still prints, but the roll will soon be at its end. */
  nearEnd: boolean;
  /** When it came into this state, ISO 8601 with offset. */
  since: string;
  /** Why the printer that is set cannot be used, a sentence for the technician. */
  problem?: string;
}

export interface Alert {
  about: Exclude<PrinterState, 'ready'> | 'paper-near-end';
  since: string;
  problem?: string;
}

/** A screen as it stands in the room: its diagonal, and how far away it is read. */
export interface Screen {
  inches: number;
  distanceMm: number;
}

/** How the faces of the office are set up. */
export interface Faces {
  /** `lowerEdgeMm`: from the floor to the lower edge of what the screen shows. */
  kiosk: Screen & { lowerEdgeMm: number };
  wall: Screen;
  /** How loud, from 0 (off) to 100. */
  sound: { chime: number; voice: number };
  /** What the wall tells of the desk while nobody is called. */
  slides: readonly { title: string; text: string }[];
}

/** The screens on the wall that are connected now; a mute one may not sound until somebody has touched it. */
export interface Displays {
  connected: number;
  mute: number;
}

/** Everything beside the queue that a view needs. */
export interface Surroundings {
  now: string;
  clock: 'real' | 'simulated';
  office: Office;
  hours: Hours;
  law: Law;
  printer: Printer;
  displays: Displays;
  /** How the settings call services, counters and categories. */
  labels: Labels;
  faces: Faces;
}

export interface Labels {
  services: Readonly<Record<string, string>>;
  counters: Readonly<Record<string, string>>;
  categories: Readonly<Record<string, string>>;
  referrals: Readonly<Record<string, string>>;
}

interface AnyView {
  revision: number;
  now: string;
  clock: 'real' | 'simulated';
  office: Office;
  opening: Opening;
  notice?: string;
}

export interface KioskView extends AnyView {
  services: { id: string; label: string; waiting: number; waitMinutes?: WaitMinutes }[];
  screen: Faces['kiosk'];
  printer: Printer;
  paper: { ticket: string; number: string; state: Paper }[];
}

export interface DisplayView extends AnyView {
  calls: { number: string; counter: string; calledAt: string; sequence: number; language: Language }[];
  counters: { id: string; label: string }[];
  waiting: number;
  screen: Screen;
  sound: Faces['sound'];
  slides: Faces['slides'];
}

export interface QueuedTicket {
  id: string;
  number: string;
  service: string;
  language: Language;
  state: TicketState;
  issuedAt: string;
  /** When it came into this state. */
  since: string;
  calledAt?: string;
  /** How often it was called and recalled. */
  calls: number;
  priority: boolean;
  counter?: string;
  paper: Paper;
}

export interface ConsoleView extends AnyView {
  queue: QueuedTicket[];
  counters: { id: string; label: string; operator?: string; ticket?: string; next?: string }[];
  services: { id: string; label: string }[];
  categories: { id: string; label: string }[];
  referrals: { id: string; label: string }[];
  printer: Printer;
  displays: Displays;
  alerts: Alert[];
  today: { issued: number; served: number; noShow: number; waiting: number };
}

const PAPER_SHOWN = 12;

export function kioskView(queue: Queue, around: Surroundings): KioskView {
  const { opening, ...view } = anyView(queue, around);
  const lastIssued = queue.issuedLast.slice(0, PAPER_SHOWN).map((id) => queue.tickets.get(id)!);
  return {
    ...view,
    opening,
    services: around.law.services.map(({ id, goesFirst }) => {
      const ahead = peopleAhead(queue, { first: goesFirst ?? false, priority: false }, around.law.aheadInARow);
      const waitMinutes = opening.state === 'open' ? expectedWait(queue, id, ahead, around) : undefined;
      return {
        id,
        label: around.labels.services[id] ?? id,
        waiting: queue.waitingBy[id] ?? 0,
        ...(waitMinutes && { waitMinutes }),
      };
    }),
    screen: around.faces.kiosk,
    printer: around.printer,
    paper: lastIssued.map((t) => ({ ticket: t.id, number: t.number, state: t.paper })),
  };
}

export function displayView(queue: Queue, around: Surroundings): DisplayView {
  const { wall, sound, slides } = around.faces;
  return {
    ...anyView(queue, around),
    calls: queue.calls.map(onTheWall),
    counters: labelled(around.labels.counters, around.law.counters),
    waiting: queue.waiting.length,
    screen: wall,
    ...{ sound, slides },
  };
}

export function consoleView(queue: Queue, around: Surroundings): ConsoleView {
  const { law, labels, printer, displays } = around;
  // Also at one that the settings have lost since: whoever is there must still be seen to.
  const counterIds = new Set([...law.counters.map(({ id }) => id), ...Object.keys(queue.counters)]);
  const atCounters = [...counterIds].flatMap((id) => queue.counters[id]?.ticket ?? []);
  return {
    ...anyView(queue, around),
    queue: [...atCounters, ...queue.waiting, ...queue.aside].map((id) => queued(queue.tickets.get(id)!)),
    counters: labelled(labels.counters, law.counters).map((counter) => {
      const { operator, ticket } = queue.counters[counter.id] ?? {};
      const next = operator && nextAt(queue, counter.id, law)?.id;
      return { ...counter, ...(operator && { operator }), ...(ticket && { ticket }), ...(next && { next }) };
    }),
    services: labelled(labels.services, law.services),
    categories: Object.entries(labels.categories).map(([id, label]) => ({ id, label })),
    referrals: Object.entries(labels.referrals).map(([id, label]) => ({ id, label })),
    printer,
    displays,
    alerts: alertsOf(printer),
    today: {
      issued: queue.tickets.size,
      served: queue.count.served,
      noShow: queue.count['no-show'],
      waiting: queue.waiting.length,
    },
  };
}

function anyView(queue: Queue, { now, clock, office, hours, law }: Surroundings): AnyView {
  const opening = openingOf(queue, hours, law);
  return { revision: queue.revision, now, clock, office, opening, ...(queue.notice && { notice: queue.notice }) };
}

/** An office without a printer on purpose is told nothing. */
function alertsOf({ state, nearEnd, since, problem }: Printer): Alert[] {
  if (state === 'ready') return nearEnd ? [{ about: 'paper-near-end', since }] : [];
  if (state === 'absent' && problem === undefined) return [];
  return [{ about: state, since, ...(problem !== undefined && { problem }) }];
}

function labelled(labels: Readonly<Record<string, string>>, things: readonly { id: string }[]) {
  return things.map(({ id }) => ({ id, label: labels[id] ?? id }));
}

function onTheWall({ number, counter, calledAt, sequence, language }: Call) {
  return { number, counter, calledAt, sequence, language };
}

function queued(t: Ticket): QueuedTicket {
  const { id, number, service, language, state, issuedAt, since, calledAt, calls, priority, counter, paper } = t;
  return {
    ...{ id, number, service, language, state, issuedAt, since, calls, priority, paper },
    ...(counter && { counter }),
    ...(calledAt && { calledAt }),
  };
}

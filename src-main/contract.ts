// SPDX-License-Identifier: EUPL-1.2
/** Everything that crosses the wire, types only. */
import type { Act, Command } from './core/command.ts';
import type { Refusal } from './core/queue.ts';
import type { Language, Ticket, WaitMinutes } from './core/ticket.ts';
import type { ConsoleView, DisplayView, KioskView } from './core/views.ts';

export type { Refusal, Opening } from './core/queue.ts';
export type { Language, Paper, TicketState } from './core/ticket.ts';
export type {
  Alert,
  ConsoleView,
  Displays,
  DisplayView,
  KioskView,
  Office,
  Printer,
  PrinterState,
  QueuedTicket,
} from './core/views.ts';

export type CommandType = Exclude<Act['type'], 'RecordPaper'>;
/** What a console may send. */
export type ConsoleCommand = Extract<Command, { type: CommandType }>;
/** What a kiosk may send. */
export type KioskCommand = Extract<Command, { type: 'IssueTicket' }>;

export interface IssuedTicket extends Pick<Ticket, 'id' | 'number' | 'service' | 'issuedAt'> {
  language: Language;
  /** How many who wait are called before this one. */
  ahead: number;
  /** Until the call, where that can be said. */
  waitMinutes?: WaitMinutes;
}

export type CalledTicket = Pick<Ticket, 'id' | 'number' | 'service' | 'language' | 'issuedAt' | 'counter'>;

export type Reply =
  | { ok: true; revision: number; ticket?: IssuedTicket | CalledTicket }
  | { ok: false; refusal: Refusal; message: string; ticket?: CalledTicket };

export interface Views {
  kiosk: KioskView;
  display: DisplayView;
  console: ConsoleView;
}

export interface ServerToPage<V> {
  view: (view: V) => void;
}

export interface PageToServer<C> {
  command: (command: C, reply: (reply: Reply) => void) => void;
  /** From a display: whether its sound works. */
  sound: (works: boolean) => void;
}

/** Who is signed in: the answer to GET and POST /api/session. */
export interface Session {
  operator: string;
  coordinator: boolean;
}

/** What the kiosk shows while nobody can sign in yet: the answer to GET /api/first-coordinator. */
export type First = Omit<Pairing, 'minutes'>;

/** A kiosk or a display on another machine, once it was paired. */
export interface Device {
  id: string;
  kind: 'kiosk' | 'display';
  /** Where it is, in the words of whoever paired it. */
  name: string;
  /** When it was paired, `2026-11-23T08:12:00.000Z`. */
  since: string;
}

/** The answer to POST /api/pairing. */
export interface Pairing {
  /** Six digits. */
  code: string;
  /** How long it can be used. */
  minutes: number;
  /** Where other machines find the office, the best first: `http://sportello.local:4710`; none where they cannot. */
  addresses: string[];
}

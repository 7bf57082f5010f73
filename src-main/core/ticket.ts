// SPDX-License-Identifier: EUPL-1.2
/** A ticket: one person's place in the queue, and how a step moves it from one state to the next. */

/** Whole minutes, above ten in fives. */
export type WaitMinutes = [low: number, high: number];

export type Language = 'it' | 'en' | 'ar' | 'es' | 'ro' | 'fr' | 'uk' | 'zh';

export type TicketState = 'waiting' | 'called' | 'serving' | 'served' | 'no-show' | 'parked' | 'cancelled' | 'unserved';

/** What is known of a ticket's slip; `unknown` means that it may or may not be on paper. */
export type Paper = 'queued' | 'printing' | 'printed' | 'not-sent' | 'unknown';

export interface Ticket {
  id: string;
  number: string;
  service: string;
  language: Language;
  priority: boolean;
  /** Has an appointment, and so goes ahead of those who have none. */
  first: boolean;
  /** Place by issue: the revision at which it was issued. */
  order: number;
  issuedAt: string;
  /** How many who waited were called before it, as told when it was issued. */
  ahead: number;
  /** How long it was told to wait when it was issued; nothing where nothing honest could be said. */
  waitMinutes?: WaitMinutes | undefined;
  state: TicketState;
  /** When it came into this state. */
  since: string;
  /** Where it is or was last called, or, while it waits, the only counter it waits for. */
  counter?: string | undefined;
  calledAt?: string | undefined;
  calls: number;
  /** How many tickets in a row went ahead of it. */
  passed: number;
  waitedMs: number;
  servedMs: number;
  paper: Paper;
  reprint: boolean;
  category?: string | undefined;
  also?: readonly string[] | undefined;
  referredTo?: string | undefined;
  lastStep?: { by: string; at: string; before: Ticket } | undefined;
}

/** The ticket after an operator's step, with the time spent in the state that it leaves. */
export function step(
  ticket: Ticket,
  event: { by: string; at: string },
  changes: Partial<Ticket> & { state: TicketState },
  undoable = true,
): Ticket {
  const spent = Math.max(0, Date.parse(event.at) - Date.parse(ticket.since));
  const finishes = changes.state === 'served';
  return {
    ...ticket,
    since: event.at,
    waitedMs: ticket.waitedMs + (ticket.state === 'waiting' ? spent : 0),
    servedMs: ticket.servedMs + (ticket.state === 'serving' || (finishes && ticket.state === 'called') ? spent : 0),
    ...changes,
    lastStep: undoable ? { by: event.by, at: event.at, before: { ...ticket, lastStep: undefined } } : undefined,
  };
}

/** The ticket as it was before its last step; what happened to its paper meanwhile, and calls that were heard, stay. */
export function undone(ticket: Ticket): Ticket {
  const before = ticket.lastStep?.before ?? ticket;
  const { paper, reprint, calls, calledAt } = ticket;
  return { ...before, paper, reprint, calls, calledAt, lastStep: undefined };
}

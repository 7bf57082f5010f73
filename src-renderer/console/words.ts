// SPDX-License-Identifier: EUPL-1.2
/** The console's words for what the office knows by other names. */
import type { ConsoleView, Language, Opening, Paper, QueuedTicket, TicketState } from '#contract';
import { timeOfDay } from '../lib/office-time.ts';

/** Every language in its own name. */
export const languageName: Record<Language, string> = {
  it: 'Italiano',
  en: 'English',
  ar: 'العربية',
  es: 'Español',
  ro: 'Română',
  fr: 'Français',
  uk: 'Українська',
  zh: '中文',
};

export const stateWord: Record<TicketState, string> = {
  waiting: 'In attesa',
  called: 'Chiamato',
  serving: 'Allo sportello',
  served: 'Concluso',
  'no-show': 'Assente',
  parked: 'Sospeso',
  cancelled: 'Ritirato',
  unserved: 'Non servito',
};

const paperWord: Partial<Record<Paper, string>> = {
  'not-sent': 'stampa mancata',
  unknown: 'stampa incerta',
};
/** While the printer prints nothing, what should be on its way is not. */
const stoppedPaperWord: Partial<Record<Paper, string>> = {
  ...paperWord,
  queued: 'da stampare',
  printing: 'stampa interrotta',
};

/** What an operator should know about a slip; nothing while all is well, or where nothing is ever printed. */
export function paperWordOf({ paper }: Pick<QueuedTicket, 'paper'>, { printer }: Pick<ConsoleView, 'printer'>) {
  if (printer.state === 'absent') return undefined;
  return (printer.state === 'ready' ? paperWord : stoppedPaperWord)[paper];
}

/** Whether a slip can be printed again: not while it is on its way, nor without a printer. */
export function isReprintable(ticket: Pick<QueuedTicket, 'paper'>, view: Pick<ConsoleView, 'printer'>): boolean {
  return view.printer.state !== 'absent' && ticket.paper !== 'queued' && ticket.paper !== 'printing';
}

export function labelOf(things: readonly { id: string; label: string }[], id: string | undefined): string {
  return things.find((thing) => thing.id === id)?.label ?? id ?? '';
}

/** An operator's name as it is written, whatever it was typed like at the sign-in. */
export function nameOf(operator: string): string {
  return operator.charAt(0).toUpperCase() + operator.slice(1);
}

/** `allo Sportello 2`, `alla Stanza 3`; whatever else it is called, `a: Ingresso`. */
export function toCounter(label: string): string {
  if (/^sportello\b/i.test(label)) return `allo ${label}`;
  return /^(stanza|sala|postazione)\b/i.test(label) ? `alla ${label}` : `a: ${label}`;
}

/** What is said of a ticket beside its number: its service, and whatever sets it apart. */
export function marksOf(ticket: QueuedTicket, view: Pick<ConsoleView, 'services' | 'counters' | 'printer'>): string[] {
  const only = ticket.state === 'waiting' && ticket.counter ? labelOf(view.counters, ticket.counter) : '';
  return [
    labelOf(view.services, ticket.service),
    ticket.priority ? 'precedenza' : '',
    only && `solo ${only}`,
    paperWordOf(ticket, view) ?? '',
  ].filter((mark) => mark !== '');
}

export function openingWord({ state, reason, issuesAt, closesAt }: Opening): string {
  if (state === 'open') return closesAt ? `Aperto fino alle ${timeOfDay(closesAt)}` : 'Aperto';
  if (state === 'paused') return 'Emissione in pausa';
  if (state === 'full') return 'Numeri esauriti';
  if (state === 'not-yet-open') return issuesAt ? `Numeri dalle ${timeOfDay(issuesAt)}` : 'Non ancora aperto';
  return reason === 'day-closed' ? 'Giornata chiusa' : 'Chiuso';
}

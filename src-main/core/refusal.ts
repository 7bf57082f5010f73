// SPDX-License-Identifier: EUPL-1.2
/** The sentence that tells an operator why a command was refused and what is so instead. */
import type { Command } from './command.ts';
import type { Refusal } from './queue.ts';
import type { Queue } from './state.ts';
import type { Ticket, TicketState } from './ticket.ts';
import type { Labels } from './views.ts';

const sentences: Record<Refusal, string> = {
  closed: 'L’ufficio è chiuso: ora non si danno numeri.',
  'not-yet-open': 'L’ufficio non è ancora aperto: i numeri si danno più tardi.',
  full: 'I numeri di oggi sono esauriti.',
  paused: 'La distribuzione dei numeri è sospesa.',
  'queue-empty': 'Non c’è nessuno in attesa.',
  busy: 'Allo sportello c’è ancora una persona: prima concluda la visita.',
  'wrong-state': 'Ora non si può fare.',
  'not-found': 'Non esiste o non esiste più.',
  'counter-taken': 'Lo sportello è già occupato.',
  'not-your-counter': 'Questo sportello non è il suo.',
  invalid: 'La richiesta non è comprensibile.',
  forbidden: 'Da qui non si può fare.',
  'storage-failed': 'Non è stato possibile salvare: nulla è cambiato. Riprovi, e avvisi il tecnico.',
};

const states: Record<TicketState, string> = {
  waiting: 'è in attesa',
  called: 'è già stato chiamato',
  serving: 'è già allo sportello',
  served: 'è già stato servito',
  'no-show': 'è segnato come assente',
  parked: 'è sospeso',
  cancelled: 'è stato annullato',
  unserved: 'è rimasto in attesa alla chiusura della giornata',
};

export function refusalSentence(refusal: Refusal, command: Command, queue: Queue, labels: Labels): string {
  const counterLabel = (id: string) => labels.counters[id] ?? id;
  const about = ticketOf(command, queue);
  if (refusal === 'wrong-state' && about) {
    const there = about.state === 'called' || about.state === 'serving';
    const where = there && about.counter ? ` (${counterLabel(about.counter)})` : '';
    return `Il numero ${about.number} ${states[about.state]}${where}.`;
  }
  if (refusal === 'counter-taken' && 'counter' in command && command.counter) {
    return `${counterLabel(command.counter)}: riceve già ${queue.counters[command.counter]?.operator}.`;
  }
  if (refusal === 'busy') {
    const counter = 'counter' in command ? command.counter : about?.lastStep?.before.counter;
    const there = queue.tickets.get((counter && queue.counters[counter]?.ticket) ?? '');
    if (there) return `Allo sportello c’è ancora il numero ${there.number}: prima concluda la visita.`;
  }
  return sentences[refusal];
}

/** The ticket that a command is about: the one it names, or the one at the counter it names. */
export function ticketOf(command: Command, queue: Queue): Ticket | undefined {
  const named = 'ticket' in command ? queue.tickets.get(command.ticket) : undefined;
  if (named && command.type !== 'CallTicket') return named;
  const counter = 'counter' in command && command.counter ? queue.counters[command.counter] : undefined;
  const there = counter?.ticket ? queue.tickets.get(counter.ticket) : undefined;
  return named && named.state !== 'waiting' ? named : there;
}

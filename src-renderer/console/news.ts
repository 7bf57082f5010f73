// SPDX-License-Identifier: EUPL-1.2
/** What others did that an operator should hear of, told from the views before and after it. */
import type { ConsoleView } from '#contract';
import { nameOf, openingWord, toCounter } from './words.ts';

type Seen = Pick<ConsoleView, 'queue' | 'counters' | 'opening'>;

/** Who has called a ticket at another counter than this one, in a sentence; undefined when nobody has. */
export function takenSentence(ticket: string, here: string | undefined, { queue, counters }: Seen): string | undefined {
  const there = counters.find((counter) => counter.ticket === ticket && counter.id !== here);
  const number = numberOf(ticket, queue);
  if (!there || number === undefined) return undefined;
  if (!there.operator) return `Il numero ${number} è già stato chiamato ${toCounter(there.label)}.`;
  return `${nameOf(there.operator)} ha già chiamato il numero ${number} ${toCounter(there.label)}.`;
}

/** What somebody else did with a ticket that this operator was about to call, or sends to this counter. */
export function newsOf(before: Seen, after: Seen, operator: string): string | undefined {
  const was = before.counters.find((counter) => counter.operator === operator);
  const is = after.counters.find((counter) => counter.operator === operator);
  if (!was || !is) return undefined;
  if (!was.ticket && was.next) {
    const taken = takenSentence(was.next, is.id, after);
    if (taken && is.ticket) return `${taken} Lei ha chiamato il ${numberOf(is.ticket, after.queue)}.`;
    if (taken && is.next) return `${taken} Ora tocca al ${numberOf(is.next, after.queue)}.`;
    if (taken) return `${taken} Ora non aspetta più nessuno.`;
  }
  for (const { id, number, state, counter } of after.queue) {
    const from = before.counters.find((c) => c.ticket === id && c.id !== is.id);
    const isSent = from && state === 'waiting' && counter === is.id;
    if (isSent) return `${from.operator ? nameOf(from.operator) : from.label} le manda il numero ${number}.`;
  }
  return undefined;
}

/** That numbers are given no longer, or again; undefined as long as it is as before. */
export function openingNews({ opening: was }: Seen, { opening: is }: Seen): string | undefined {
  if (was.state === is.state && was.reason === is.reason) return undefined;
  return `${openingWord(is)}.`;
}

/** `2 nuovi numeri. In attesa: 5.` */
export function arrivalsSentence(newcomers: number, waiting: number): string {
  return `${newcomers === 1 ? 'Un nuovo numero' : `${newcomers} nuovi numeri`}. In attesa: ${waiting}.`;
}

function numberOf(ticket: string, queue: Seen['queue']): string | undefined {
  return queue.find(({ id }) => id === ticket)?.number;
}

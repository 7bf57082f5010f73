// SPDX-License-Identifier: EUPL-1.2
/** The sentence that tells an operator what was done. */
import type { ConsoleCommand, ConsoleView, Reply } from '#contract';
import { labelOf, toCounter } from './words.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** A command without the id that is given to it when it is sent. */
export type Act = Without<ConsoleCommand, 'id'>;

type Labels = Pick<ConsoleView, 'counters' | 'services' | 'categories'>;

/**
 * @param reply the office's answer, which accepted the act
 * @param recalls how often a ticket that is recalled was recalled by now
 */
export function sentenceOf(act: Act, reply: Extract<Reply, { ok: true }>, labels: Labels, recalls = 0): string {
  const number = `numero ${reply.ticket?.number ?? ''}`;
  switch (act.type) {
    case 'CallNext':
    case 'CallTicket':
      return `Chiamato il ${number} ${toCounter(labelOf(labels.counters, act.counter))}.`;
    case 'Recall':
      return `Richiamato il ${number}.${recalls >= 3 ? ' Se non viene, segni Assente.' : ''}`;
    case 'StartServing':
      return `Il ${number} è allo sportello.`;
    case 'FinishServing': {
      const others = act.also?.length ?? 0;
      const more = others > 0 ? ` (e ${others === 1 ? 'un’altra categoria' : `altre ${others} categorie`})` : '';
      return `Concluso il ${number}: ${labelOf(labels.categories, act.category)}${more}.`;
    }
    case 'MarkNoShow':
      return `Il ${number} è segnato come assente.`;
    case 'Park':
      return `Il ${number} è sospeso.`;
    case 'Requeue':
      return `Il ${number} è di nuovo in coda.`;
    case 'Transfer': {
      const where = act.counter
        ? toCounter(labelOf(labels.counters, act.counter))
        : `a: ${labelOf(labels.services, act.service)}`;
      return `Il ${number} passa ${where}.`;
    }
    case 'CancelTicket':
      return `Il ${number} è ritirato dalla coda.`;
    case 'Undo':
      return `Annullato: il ${number} è come prima.`;
    case 'Reprint':
      return `Il biglietto del ${number} va di nuovo in stampa.`;
    case 'IssueTicket': {
      const ahead = reply.ticket && 'ahead' in reply.ticket ? reply.ticket.ahead : 0;
      return `Emesso il ${number}. ${ahead === 0 ? 'Davanti non ha nessuno.' : `Davanti: ${ahead}.`}`;
    }
    case 'OpenCounter':
      return `Lei riceve ${toCounter(labelOf(labels.counters, act.counter))}.`;
    case 'CloseCounter':
      return `${labelOf(labels.counters, act.counter)} è chiuso.`;
    case 'PauseIssuing':
      return 'L’emissione dei numeri è in pausa.';
    case 'ResumeIssuing':
      return 'L’emissione dei numeri è ripresa.';
    case 'CloseDay':
      return 'La giornata è chiusa.';
    case 'PostNotice':
      return act.text === '' ? 'L’avviso è tolto.' : 'L’avviso è sugli schermi.';
  }
}

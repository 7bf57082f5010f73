// SPDX-License-Identifier: EUPL-1.2
/** The law of the office: what each command causes or is refused for, and the state that follows. */
import { expectedWait } from './estimate.ts';
import type { Command } from './command.ts';
import type { Event, Fact } from './event.ts';
import type { Law } from './law.ts';
import type { Hours } from './opening-hours.ts';
import { learnt } from './pace.ts';
import { add, announce, counterOf, put, setCounter, waitingFor, type Queue } from './state.ts';
import { step, undone, type Ticket, type TicketState } from './ticket.ts';
import { inTurn, passedOver, peopleAhead } from './turn.ts';

export type Refusal =
  | 'closed'
  | 'not-yet-open'
  | 'full'
  | 'paused'
  | 'queue-empty'
  | 'busy'
  | 'wrong-state'
  | 'not-found'
  | 'counter-taken'
  | 'not-your-counter'
  | 'invalid'
  | 'forbidden'
  | 'storage-failed';

export interface Circumstances {
  now: string;
  by: string;
  coordinator: boolean;
  hours: Hours;
  law: Law;
}

/** What the citizen is told about whether tickets are issued now. */
export interface Opening extends Omit<Hours, 'state' | 'until'> {
  state: 'open' | 'not-yet-open' | 'closed' | 'full' | 'paused';
}

const UNDO_SECONDS = 10;

/** Are tickets issued now, and if not, why. */
export function openingOf(queue: Queue, hours: Hours, law: Law): Opening {
  if (queue.issuing === 'ended' && hours.state !== 'closed') {
    const notToday = (moment?: string) => (moment?.startsWith(queue.day) ? undefined : moment);
    const [issuesAt, opensAt] = [notToday(hours.issuesAt), notToday(hours.opensAt)];
    return { state: 'closed', reason: 'day-closed', ...(issuesAt && { issuesAt }), ...(opensAt && { opensAt }) };
  }
  const { until: _, ...opening } = hours;
  if (hours.state !== 'open') return opening;
  if (queue.issuing === 'paused') return { ...opening, state: 'paused' };
  if (queue.tickets.size >= (law.ticketsPerDay ?? Infinity)) return { ...opening, state: 'full' };
  return opening;
}

/** The ticket that CallNext would call at this counter. */
export function nextAt(queue: Queue, counter: string, law: Law): Ticket | undefined {
  return inTurn(waitingFor(queue, counter), law.aheadInARow);
}

/**
 * Decides a command: the events it causes (none when all is already so), or the reason for its refusal. Nothing of
 * the command's shape is checked here, only its sense.
 */
export function decide(queue: Queue, command: Command, circumstances: Circumstances): Event[] | Refusal {
  const facts = decideFacts(queue, command, circumstances);
  if (typeof facts === 'string') return facts;
  return facts.map((fact) => ({ ...fact, at: circumstances.now, by: circumstances.by, command: command.id }));
}

function decideFacts(
  queue: Queue,
  command: Command,
  { now, by, coordinator, hours, law }: Circumstances,
): Fact[] | Refusal {
  const hasCounter = (counter: string) => law.counters.some((c) => c.id === counter);
  const service = (id: string) => law.services.find((s) => s.id === id);
  const mine = (counter: string | undefined) =>
    counter !== undefined && (queue.counters[counter]?.operator === by || coordinator);

  switch (command.type) {
    case 'IssueTicket': {
      const wanted = service(command.service);
      if (!wanted) return 'not-found';
      const { state } = openingOf(queue, hours, law);
      if (state !== 'open') return state;
      const { series } = wanted;
      const number = `${series}${(queue.lastNumber[series] ?? 0) + 1}`;
      const rank = { first: wanted.goesFirst ?? false, priority: command.priority ?? false };
      const ahead = peopleAhead(queue, rank, law.aheadInARow);
      const waitMinutes = expectedWait(queue, wanted.id, ahead, { now, hours, law });
      return [
        {
          type: 'TicketIssued',
          ticket: `${queue.day}-${number}`,
          number,
          service: wanted.id,
          series,
          language: command.language,
          ...rank,
          ahead,
          ...(waitMinutes && { waitMinutes }),
        },
      ];
    }
    case 'OpenCounter': {
      if (!hasCounter(command.counter)) return 'not-found';
      const operator = queue.counters[command.counter]?.operator;
      if (operator === by) return [];
      if (operator) return 'counter-taken';
      const left = counterOf(queue, by);
      if (left && queue.counters[left]?.ticket) return 'busy';
      const services = law.counters.find((c) => c.id === command.counter)?.services;
      const opened: Fact = { type: 'CounterOpened', counter: command.counter, ...(services && { services }) };
      return left ? [{ type: 'CounterClosed', counter: left }, opened] : [opened];
    }
    case 'CloseCounter': {
      if (!hasCounter(command.counter)) return 'not-found';
      const counter = queue.counters[command.counter];
      if (!counter?.operator) return [];
      if (!mine(command.counter)) return 'not-your-counter';
      return counter.ticket ? 'busy' : [{ type: 'CounterClosed', counter: command.counter }];
    }
    case 'CallNext':
    case 'CallTicket': {
      const counter = queue.counters[command.counter];
      if (!hasCounter(command.counter)) return 'not-found';
      if (counter?.operator !== by) return 'not-your-counter';
      if (counter.ticket) return 'busy';
      if (command.type === 'CallNext') {
        const next = nextAt(queue, command.counter, law);
        return next ? [{ type: 'TicketCalled', ticket: next.id, counter: command.counter }] : 'queue-empty';
      }
      const ticket = queue.tickets.get(command.ticket);
      if (!ticket) return 'not-found';
      if (ticket.state !== 'waiting') return 'wrong-state';
      return [{ type: 'TicketCalled', ticket: ticket.id, counter: command.counter }];
    }
    case 'PauseIssuing':
      if (queue.issuing === 'ended') return 'wrong-state';
      return queue.issuing === 'paused' ? [] : [{ type: 'IssuingPaused' }];
    case 'ResumeIssuing':
      if (queue.issuing === 'ended') return 'wrong-state';
      return queue.issuing === 'on' ? [] : [{ type: 'IssuingResumed' }];
    case 'CloseDay':
      return queue.issuing === 'ended' ? [] : [{ type: 'DayClosed' }];
    case 'PostNotice':
      return command.text === queue.notice ? [] : [{ type: 'NoticePosted', text: command.text }];
  }

  const ticket = queue.tickets.get(command.ticket);
  if (!ticket) return 'not-found';
  const { id, state } = ticket;
  const from = (...states: TicketState[]) => states.includes(state);

  switch (command.type) {
    case 'RecordPaper':
      return ticket.paper === command.paper ? [] : [{ type: 'PaperRecorded', ticket: id, paper: command.paper }];
    case 'Reprint':
      return ticket.paper === 'queued' || ticket.paper === 'printing'
        ? 'wrong-state'
        : [{ type: 'ReprintRequested', ticket: id }];
    case 'Requeue':
      if (queue.issuing === 'ended' || !from('parked', 'no-show')) return 'wrong-state';
      return [{ type: 'TicketRequeued', ticket: id }];
    case 'CancelTicket':
      if (!from('waiting', 'called', 'parked')) return 'wrong-state';
      if (state === 'called' && !mine(ticket.counter)) return 'not-your-counter';
      return [{ type: 'TicketCancelled', ticket: id }];
    case 'Undo':
      return queue.issuing === 'ended' ? 'wrong-state' : undoing(queue, ticket, by, now);
  }

  const needed: Record<typeof command.type, readonly TicketState[]> = {
    Recall: ['called'],
    StartServing: ['called'],
    MarkNoShow: ['called'],
    Park: ['called', 'serving'],
    Transfer: ['called', 'serving'],
    FinishServing: ['called', 'serving'],
  };
  if (!from(...needed[command.type])) return 'wrong-state';
  if (!mine(ticket.counter)) return 'not-your-counter';

  switch (command.type) {
    case 'Recall':
      return [{ type: 'TicketRecalled', ticket: id }];
    case 'StartServing':
      return [{ type: 'ServingStarted', ticket: id }];
    case 'MarkNoShow':
      return [{ type: 'NoShowMarked', ticket: id }];
    case 'Park':
      return [{ type: 'TicketParked', ticket: id }];
    case 'Transfer': {
      const target = service(command.service ?? ticket.service);
      if (!target || (command.counter && !hasCounter(command.counter))) return 'not-found';
      const { counter } = command;
      if (target.id === ticket.service && (!counter || counter === ticket.counter)) return 'invalid';
      return [
        {
          type: 'TicketTransferred',
          ticket: id,
          service: target.id,
          first: target.goesFirst ?? false,
          ...(counter && { counter }),
        },
      ];
    }
    case 'FinishServing': {
      const { category, referredTo } = command;
      const also = [...new Set(command.also)].filter((c) => c !== category);
      if (![category, ...also].every((c) => law.categories.includes(c))) return 'not-found';
      if (referredTo !== undefined && !law.referrals.includes(referredTo)) return 'not-found';
      return [{ type: 'TicketServed', ticket: id, category, also, ...(referredTo !== undefined && { referredTo }) }];
    }
  }
}

function undoing(queue: Queue, ticket: Ticket, by: string, now: string): Fact[] | Refusal {
  const step = ticket.lastStep;
  if (!step || step.by !== by || Math.abs(milliseconds(step.at, now)) > UNDO_SECONDS * 1000) return 'wrong-state';
  const { state, counter } = step.before;
  if (counter && (state === 'called' || state === 'serving')) {
    if (queue.counters[counter]?.operator !== by) return 'not-your-counter';
    const there = queue.counters[counter]?.ticket;
    if (there && there !== ticket.id) return 'busy';
  }
  return [{ type: 'StepUndone', ticket: ticket.id }];
}

function milliseconds(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

/** The state after an event. Pure: the queue it is given stays as it was. */
export function evolve(queue: Queue, event: Event): Queue {
  return { ...learnt(queue, event, evolved(queue, event)), revision: queue.revision + 1 };
}

function evolved(queue: Queue, event: Event): Queue {
  const { at } = event;
  switch (event.type) {
    case 'TicketIssued': {
      const { ticket: id, number, service, series, language, priority, first, ahead, waitMinutes } = event;
      const ticket: Ticket = {
        ...{ id, number, service, language, priority, first, ahead, order: queue.revision, issuedAt: at },
        ...{
          state: 'waiting',
          since: at,
          calls: 0,
          passed: 0,
          waitedMs: 0,
          servedMs: 0,
          paper: 'queued',
          reprint: false,
          ...(waitMinutes && { waitMinutes }),
        },
      };
      return add(queue, ticket, series);
    }
    case 'CounterOpened':
      return setCounter(queue, event.counter, { operator: event.by, services: event.services });
    case 'CounterClosed':
      return setCounter(queue, event.counter, { operator: undefined });
    case 'IssuingPaused':
      return { ...queue, issuing: 'paused' };
    case 'IssuingResumed':
      return { ...queue, issuing: 'on' };
    case 'NoticePosted':
      return { ...queue, notice: event.text };
    case 'DayClosed': {
      const atCounters = Object.values(queue.counters).flatMap((c) => c.ticket ?? []);
      const unserved = [...queue.waiting, ...queue.aside, ...atCounters]
        .map((id) => queue.tickets.get(id)!)
        .filter((t) => t.state !== 'no-show');
      const ended: Queue = { ...queue, issuing: 'ended' };
      return unserved.reduce((q, t) => put(q, step(t, event, { state: 'unserved' }, false)), ended);
    }
  }

  const ticket = queue.tickets.get(event.ticket);
  if (!ticket) throw new Error(`The event ${event.type} is about the ticket ${event.ticket}, which was never issued.`);
  switch (event.type) {
    case 'TicketCalled': {
      const passed = passedOver(waitingFor(queue, event.counter), ticket);
      const tickets = queue.tickets.merge(passed.map((t) => [t.id, t]));
      const called = step(ticket, event, {
        state: 'called',
        counter: event.counter,
        calledAt: at,
        calls: 1,
        passed: 0,
      });
      return announce(put({ ...queue, tickets }, called), called, at);
    }
    case 'TicketRecalled': {
      const again = { ...ticket, calls: ticket.calls + 1 };
      return announce(put(queue, again), again, at);
    }
    case 'ServingStarted':
      return put(queue, step(ticket, event, { state: 'serving' }));
    case 'TicketServed': {
      const { category, also, referredTo } = event;
      return put(queue, step(ticket, event, { state: 'served', category, also, referredTo }));
    }
    case 'NoShowMarked':
      return put(queue, step(ticket, event, { state: 'no-show' }));
    case 'TicketParked':
      return put(queue, step(ticket, event, { state: 'parked' }));
    case 'TicketRequeued':
      return put(queue, step(ticket, event, { state: 'waiting', counter: undefined }));
    case 'TicketTransferred': {
      const { service, first, counter } = event;
      return put(queue, step(ticket, event, { state: 'waiting', service, first, counter }));
    }
    case 'TicketCancelled':
      return put(queue, step(ticket, event, { state: 'cancelled' }));
    case 'StepUndone':
      return put(queue, undone(ticket));
    case 'ReprintRequested':
      return put(queue, { ...ticket, paper: 'queued', reprint: true });
    case 'PaperRecorded':
      return put(queue, { ...ticket, paper: event.paper });
  }
}

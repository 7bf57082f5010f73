// SPDX-License-Identifier: EUPL-1.2
/** How long the day's visits last, and how long a counter takes to call again: what is learnt from the events. */
import type { Event } from './event.ts';
import { setCounter, type Queue } from './state.ts';
import type { Ticket } from './ticket.ts';

const LAST_KEPT = 30;

/** What an event teaches; `before` and `after` are the queue without and with it. The cost is constant. */
export function learnt(before: Queue, event: Event, after: Queue): Queue {
  switch (event.type) {
    case 'CounterClosed':
      return setCounter(after, event.counter, { freedAt: undefined });
    case 'TicketCalled': {
      const freedAt = before.counters[event.counter]?.freedAt;
      if (freedAt === undefined) return after;
      const called = setCounter(after, event.counter, { freedAt: undefined });
      const waitedSince = before.tickets.get(event.ticket)!.since;
      return between(waitedSince, freedAt) < 0 ? called : withGap(called, between(freedAt, event.at));
    }
    case 'TicketServed':
    case 'NoShowMarked':
    case 'TicketParked':
    case 'TicketTransferred':
    case 'TicketCancelled': {
      const ticket = before.tickets.get(event.ticket)!;
      if (!isAtCounter(ticket)) return after;
      return withVisit(setCounter(after, ticket.counter!, { freedAt: event.at }), between(ticket.calledAt!, event.at));
    }
    case 'StepUndone': {
      const ticket = before.tickets.get(event.ticket)!;
      const again = after.tickets.get(event.ticket)!;
      const there = [ticket, again].find(isAtCounter)?.counter;
      const freed = there === undefined ? after : setCounter(after, there, { freedAt: undefined });
      const visit = between(ticket.calledAt ?? ticket.since, ticket.since);
      return isAtCounter(again) && !isAtCounter(ticket) ? withoutVisit(freed, visit) : freed;
    }
    default:
      return after;
  }
}

function isAtCounter({ state }: Ticket): boolean {
  return state === 'called' || state === 'serving';
}

/** Milliseconds. */
function between(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

// A clock that was set back teaches nothing.
function withVisit(queue: Queue, visit: number): Queue {
  if (visit < 0) return queue;
  return { ...queue, pace: { ...queue.pace, visits: [...queue.pace.visits, visit].slice(-LAST_KEPT) } };
}

function withGap(queue: Queue, gap: number): Queue {
  if (gap < 0) return queue;
  return { ...queue, pace: { ...queue.pace, gaps: [...queue.pace.gaps, gap].slice(-LAST_KEPT) } };
}

function withoutVisit(queue: Queue, visit: number): Queue {
  const { visits } = queue.pace;
  const place = visits.lastIndexOf(visit);
  return place < 0 ? queue : { ...queue, pace: { ...queue.pace, visits: visits.toSpliced(place, 1) } };
}

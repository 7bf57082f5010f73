// SPDX-License-Identifier: EUPL-1.2
/** What holds after whatever several operators, a kiosk and an unruly clock do, in any order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../../src-main/core/event.ts';
import { evolve, nextAt } from '../../src-main/core/queue.ts';
import { emptyQueue, waitingFor } from '../../src-main/core/state.ts';
import { summaryOf } from '../../src-main/core/summary.ts';
import { displayView } from '../../src-main/core/views.ts';
import { DAY, LAW, OPEN } from './given.ts';
import { lineOf, whoseTurn } from './plain-queue.ts';
import { commandOf, COUNTERS, day, does, live, OPERATORS, press, SERVICES, type Office } from './presses.ts';

/** As toEqual on plain data, which is slow where all is well, as it nearly always is. */
function same(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, what).toEqual(expected);
}

function checkTurn({ queue, plain, law }: Office): void {
  for (const { id } of law.counters) {
    if (!queue.counters[id]?.operator) continue;
    const line = waitingFor(queue, id).map((t) => t.id);
    same(
      line,
      lineOf(plain, id, law).map((p) => p.id),
      `the line of counter ${id}`,
    );
    same(nextAt(queue, id, law)?.id, whoseTurn(plain, id, law), `whose turn it is at counter ${id}`);
  }
}

function checkNumbers({ journal, law }: Office): void {
  const issued = journal.filter((e) => e.type === 'TicketIssued');
  for (const { id, series } of law.services) {
    const numbers = issued.filter((e) => e.service === id).map((e) => e.number);
    same(
      numbers,
      numbers.map((_, i) => `${series}${i + 1}`),
      `the numbers of ${id}`,
    );
  }
  expect(new Set(issued.map((e) => e.ticket)).size).toBe(issued.length);
}

/** Each ticket is in one state, and where that state belongs: in the line, aside, at one counter, or gone. */
function checkPlaces({ queue, plain }: Office): void {
  const tickets = [...queue.tickets.values()].sort((a, b) => a.order - b.order);
  const inState = (...states: string[]) => tickets.filter((t) => states.includes(t.state));
  const ids = (...states: string[]) => inState(...states).map((t) => t.id);
  same(
    tickets.map((t) => [t.id, t.state]),
    plain.people.map((p) => [p.id, p.state]),
    'the states',
  );
  same(queue.waiting, ids('waiting'), 'the line');
  same(queue.aside, ids('parked', 'no-show'), 'those who stand aside');
  const counters = Object.entries(queue.counters);
  const there = counters.flatMap(([id, c]) => (c.ticket ? [`${c.ticket} at ${id}`] : []));
  same(
    there.sort(),
    inState('called', 'serving')
      .map((t) => `${t.id} at ${t.counter}`)
      .sort(),
    'those at a counter',
  );
  const operators = counters.flatMap(([id, c]) => (c.operator ? [`${c.operator} at ${id}`] : []));
  same(operators.sort(), [...plain.operators].map(([id, by]) => `${by} at ${id}`).sort(), 'the operators');
  same(new Set(plain.operators.values()).size, operators.length, 'one counter for each operator');
  same(
    counters.filter(([, c]) => c.ticket && !c.operator),
    [],
    'nobody alone at a counter',
  );
}

function checkCounts({ queue, journal }: Office): void {
  const tickets = [...queue.tickets.values()];
  for (const [state, count] of Object.entries(queue.count)) {
    same(count, tickets.filter((t) => t.state === state).length, `how many are ${state}`);
  }
  for (const [service, count] of Object.entries(queue.waitingBy)) {
    const line = tickets.filter((t) => t.state === 'waiting' && t.service === service);
    same(count, line.length, `how many wait for ${service}`);
  }
  same(queue.revision, journal.length, 'the revision');
  const heard = journal.filter((e) => e.type === 'TicketCalled' || e.type === 'TicketRecalled');
  same(queue.callCount, heard.length, 'the calls that were heard');
  const { issued, served, noShow, cancelled, unserved } = summaryOf(queue);
  same([issued, served + noShow + cancelled + unserved], [tickets.length, tickets.length], 'the summary');
  same(
    tickets.filter((t) => Math.min(t.waitedMs, t.servedMs, t.passed) < 0),
    [],
    'no time or turn below nothing',
  );
}

function checkWall({ queue, law }: Office): void {
  const nothing = { services: {}, counters: {}, categories: {}, referrals: {} };
  const place = { name: '', body: '', address: '', telephone: '', telephoneHours: [], walkInHours: [] };
  const faces = { kiosk: { inches: 0, distanceMm: 0, lowerEdgeMm: 0 }, wall: { inches: 0, distanceMm: 0 } };
  const around = {
    ...({ now: '', clock: 'real', office: place, hours: OPEN, law, labels: nothing } as const),
    faces: { ...faces, sound: { chime: 0, voice: 0 }, slides: [] },
  };
  const view = displayView(
    { ...queue, notice: '' },
    { ...around, printer: { state: 'ready', nearEnd: false, since: '' }, displays: { connected: 0, mute: 0 } },
  );
  const words = JSON.stringify(view);
  const secrets = [`${DAY}-`, ...SERVICES, ...OPERATORS, ...LAW.categories];
  same(
    secrets.filter((secret) => words.includes(secret)),
    [],
    'what the wall may not know',
  );
}

const runs = { numRuns: 150 };

describe('whatever is pressed, by whom and when', () => {
  test('a ticket is in one state and one place, a counter has one ticket, the turn is the rule’s, and counts add up', () => {
    const check = (office: Office) => {
      checkPlaces(office);
      checkTurn(office);
      checkCounts(office);
    };
    fc.assert(
      fc.property(day, (d) => void live(d, check)),
      runs,
    );
  });

  test('numbers of a series are 1, 2, 3 ..., and the wall knows no more than it may', () => {
    fc.assert(
      fc.property(day, (d) => checkNumbers(live(d, checkWall))),
      runs,
    );
  });

  test('the journal, read back from what was written, gives the same day', () => {
    fc.assert(
      fc.property(day, (d) => {
        const { journal, queue } = live(d, () => {});
        const read = journal.map((event) => JSON.parse(JSON.stringify(event)) as Event);
        expect(read).toEqual(journal);
        const again = read.reduce(evolve, emptyQueue(DAY));
        expect({ ...again, tickets: again.tickets.toJS() }).toEqual({ ...queue, tickets: queue.tickets.toJS() });
      }),
      runs,
    );
  });

  test('a day that is closed leaves nobody in the line, aside but absent, or at a counter, and lets nobody back', () => {
    fc.assert(
      fc.property(day, fc.array(press, { maxLength: 20 }), (d, later) => {
        const office = live(d, () => {});
        does(office, { id: 'close', type: 'CloseDay' }, 'clara');
        for (const p of later) {
          office.now += p.seconds * 1000;
          does(office, commandOf(office, p), p.by);
          expect(office.queue.count).toMatchObject({ waiting: 0, called: 0, serving: 0, parked: 0 });
          checkPlaces(office);
        }
      }),
      runs,
    );
  });

  test('everybody is called if one counter keeps calling: within three calls for each who was there before, and oneself', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...COUNTERS), fc.array(press, { maxLength: 60 }), (d, counter, arrivals) => {
        const office = live(d, () => {});
        const by = office.queue.counters[counter]?.operator ?? 'dora';
        does(office, { id: 'sit', type: 'OpenCounter', counter }, by);
        const there = office.queue.counters[counter]?.ticket;
        if (there) does(office, { id: 'end', type: 'FinishServing', ticket: there, category: 'listening' }, by);
        const line = waitingFor(office.queue, counter).map((t) => t.id);
        const order: string[] = [];
        for (let n = 0; line.some((id) => !order.includes(id)); n += 1) {
          // Those with an appointment or priority keep coming, and would go ahead for ever.
          const comes = arrivals[n % Math.max(1, arrivals.length)];
          if (comes && n < 200) {
            const { service } = comes;
            does(office, { id: 'come', type: 'IssueTicket', service, language: 'it', priority: true }, 'kiosk');
          }
          const answer = does(office, { id: 'next', type: 'CallNext', counter }, by);
          if (typeof answer === 'string' || n > 1000) expect.fail(`After ${n} calls the next one: ${String(answer)}`);
          const ticket = office.queue.counters[counter]!.ticket!;
          order.push(ticket);
          does(office, { id: 'end', type: 'FinishServing', ticket, category: 'listening' }, by);
        }
        line.forEach((id, older) => {
          const calls = order.indexOf(id) + 1;
          expect(calls).toBeLessThanOrEqual((d.aheadInARow + 1) * (older + 1));
        });
      }),
      { numRuns: 60 },
    );
  });
});

test('what the presses of these properties reach: every kind of event, and every refusal of the law', () => {
  const events = new Set<string>();
  const refusals = new Set<string>();
  for (const d of fc.sample(day, { numRuns: 60, seed: 1 })) {
    live(
      d,
      () => {},
      (answer) => (typeof answer === 'string' ? refusals.add(answer) : answer.forEach((e) => events.add(e.type))),
    );
  }
  const law = [
    'closed',
    'paused',
    'queue-empty',
    'busy',
    'wrong-state',
    'not-found',
    'counter-taken',
    'not-your-counter',
    'invalid',
  ];
  expect([...refusals].sort()).toEqual(law.sort());
  // All but DayClosed, which has a property of its own.
  const acts = 'TicketIssued CounterOpened CounterClosed TicketCalled TicketRecalled ServingStarted TicketServed';
  const more = 'NoShowMarked TicketParked TicketRequeued TicketTransferred TicketCancelled StepUndone';
  const others = 'ReprintRequested PaperRecorded IssuingPaused IssuingResumed NoticePosted';
  expect([...events].sort()).toEqual(`${acts} ${more} ${others}`.split(' ').sort());
});

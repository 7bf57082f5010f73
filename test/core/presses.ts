// SPDX-License-Identifier: EUPL-1.2
/** Days at random: several operators, a kiosk and an unruly clock, in the queue and in the plain one at once. */
import fc from 'fast-check';
import type { Act, Command } from '../../src-main/core/command.ts';
import type { Event } from '../../src-main/core/event.ts';
import type { Law } from '../../src-main/core/law.ts';
import { decide, evolve } from '../../src-main/core/queue.ts';
import { emptyQueue, type Queue } from '../../src-main/core/state.ts';
import { CLOSED, DAY, LAW, OPEN } from './given.ts';
import { happens, mayFollow, plainQueue, type PlainQueue } from './plain-queue.ts';

export const SERVICES = ['walk-in', 'appointment', 'papers'];
export const COUNTERS = ['1', '2', '3'];
export const OPERATORS = ['anna', 'bruno', 'clara'];

const lawWith = (aheadInARow: number): Law => ({
  ...LAW,
  services: [...LAW.services, { id: 'papers', series: 'C' }],
  counters: [
    { id: '1' },
    { id: '2', services: ['walk-in', 'papers'] },
    { id: '3', services: ['appointment', 'papers'] },
  ],
  aheadInARow,
});

/** One press somewhere: what, by whom, on which ticket, how many seconds after the last one. */
export interface Press {
  type: Act['type'];
  by: string;
  ticket: number;
  apt: boolean;
  counter: string;
  service: string;
  priority: boolean;
  open: boolean;
  seconds: number;
}

const often = (weight: number, ...types: Act['type'][]) =>
  types.map((value) => ({ weight, arbitrary: fc.constant(value) }));
export const press: fc.Arbitrary<Press> = fc.record({
  type: fc.oneof(
    ...often(30, 'IssueTicket', 'CallNext'),
    ...often(12, 'FinishServing'),
    ...often(6, 'OpenCounter', 'CallTicket', 'Park', 'MarkNoShow', 'Requeue', 'Transfer', 'CancelTicket', 'Undo'),
    ...often(3, 'StartServing', 'Recall', 'CloseCounter', 'RecordPaper', 'Reprint'),
    ...often(1, 'PauseIssuing', 'ResumeIssuing', 'PostNotice'),
  ),
  by: fc.constantFrom(...OPERATORS),
  ticket: fc.nat(),
  apt: fc.integer({ min: 0, max: 3 }).map((n) => n !== 0),
  counter: fc.constantFrom(...COUNTERS),
  service: fc.constantFrom(...SERVICES, 'walk-in', 'walk-in'),
  priority: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  open: fc.integer({ min: 0, max: 15 }).map((n) => n !== 0),
  seconds: fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 30, max: 900 }),
    fc.integer({ min: -4000, max: -1 }),
  ),
});

export interface Office {
  law: Law;
  queue: Queue;
  plain: PlainQueue;
  journal: Event[];
  /** Milliseconds since 1970. */
  now: number;
}

const newOffice = (law: Law): Office => ({
  law,
  queue: emptyQueue(DAY),
  plain: plainQueue(),
  journal: [],
  now: Date.parse(`${DAY}T09:00:00+01:00`),
});

/** What is pressed: on what stands to reason (`apt`), or on anything. */
export function commandOf({ queue, plain, journal }: Office, p: Press): Command {
  const pick = (ids: readonly string[]) => ids[p.ticket % Math.max(1, ids.length)];
  const own = Object.keys(queue.counters).find((id) => queue.counters[id]?.operator === p.by);
  const lastStep = journal.findLast((e) => e.by === p.by && mayFollow[e.type]);
  const apt: Partial<Record<Act['type'], string | undefined>> = {
    Requeue: pick(queue.aside),
    CallTicket: pick(queue.waiting),
    Undo: lastStep && 'ticket' in lastStep ? lastStep.ticket : undefined,
  };
  const there = own && queue.counters[own]?.ticket;
  const anyone = pick(plain.people.map((person) => person.id)) ?? 'none';
  const ticket = (p.apt ? (apt[p.type] ?? there) : undefined) ?? anyone;
  const counter = p.apt && own && p.type !== 'OpenCounter' && p.type !== 'Transfer' ? own : p.counter;
  const act = { ticket, counter, service: p.service } as const;
  const acts: Partial<Record<Act['type'], Act>> = {
    IssueTicket: { type: 'IssueTicket', service: p.service, language: 'it', priority: p.priority },
    CallNext: { type: 'CallNext', counter },
    CallTicket: { type: 'CallTicket', ticket, counter },
    OpenCounter: { type: 'OpenCounter', counter },
    CloseCounter: { type: 'CloseCounter', counter },
    FinishServing: { type: 'FinishServing', ticket, category: 'listening' },
    Transfer: p.priority ? { type: 'Transfer', ...act } : { type: 'Transfer', ticket, service: p.service },
    PostNotice: { type: 'PostNotice', text: p.service },
    RecordPaper: { type: 'RecordPaper', ticket, paper: p.priority ? 'printed' : 'unknown' },
  };
  return { id: `c${journal.length}`, ...(acts[p.type] ?? ({ type: p.type, ticket } as Act)) };
}

/** Carries out a command, in the queue and in the plain one; neither decide nor evolve may touch what they are given. */
export function does(office: Office, command: Command, by: string, open = true): Event[] | string {
  const { law, queue, plain } = office;
  const now = new Date(office.now).toISOString();
  const circumstances = { now, by, coordinator: by === 'clara', hours: open ? OPEN : CLOSED, law };
  const before = JSON.stringify(queue);
  const decided = decide(queue, command, circumstances);
  const after = typeof decided === 'string' ? queue : decided.reduce(evolve, queue);
  if (JSON.stringify(queue) !== before) throw new Error(`${command.type} changed the queue that it was given.`);
  if (typeof decided === 'string') return decided;
  for (const event of decided) {
    const state = 'ticket' in event ? plain.people.find((p) => p.id === event.ticket)?.state : undefined;
    if (state && mayFollow[event.type]?.includes(state) === false) throw new Error(`${event.type} from ${state}`);
    happens(plain, event, law);
  }
  office.queue = after;
  office.journal.push(...decided);
  return decided;
}

export const day = fc.record({
  aheadInARow: fc.integer({ min: 1, max: 3 }),
  presses: fc.array(press, { minLength: 20, maxLength: 90 }),
});

/** A day on which anna and bruno have sat down, then whatever is pressed; `check` looks after every press. */
export function live(
  { aheadInARow, presses }: { aheadInARow: number; presses: readonly Press[] },
  check: (office: Office) => void,
  hear: (answer: Event[] | string) => void = () => {},
): Office {
  const office = newOffice(lawWith(aheadInARow));
  does(office, { id: 'first', type: 'OpenCounter', counter: '1' }, 'anna');
  does(office, { id: 'second', type: 'OpenCounter', counter: '2' }, 'bruno');
  for (const p of presses) {
    office.now += p.seconds * 1000;
    const before = office.queue;
    const answer = does(office, commandOf(office, p), p.by, p.open);
    if (typeof answer === 'string' && office.queue !== before) throw new Error('A refused command changed something.');
    hear(answer);
    check(office);
  }
  return office;
}

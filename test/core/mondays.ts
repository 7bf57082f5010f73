// SPDX-License-Identifier: EUPL-1.2
/** Simulated Mondays of different rush and staff, through the law itself: what each citizen was told and then waited. */
import { hoursAt, type Hours, type OpeningHours } from '../../src-main/core/opening-hours.ts';
import type { Act } from '../../src-main/core/command.ts';
import type { Law } from '../../src-main/core/law.ts';
import { decide, evolve } from '../../src-main/core/queue.ts';
import { emptyQueue, type Queue } from '../../src-main/core/state.ts';
import type { Ticket } from '../../src-main/core/ticket.ts';
import { DAY, LAW } from './given.ts';

export interface Monday {
  people: number;
  staff: number;
  /** Minutes that a visit really lasts as a rule on that day; it is told to nobody. */
  visitMinutes: number;
  /** Of everybody who was called: the ticket, and the minutes from its issue to its first call. */
  called: readonly { ticket: Ticket; waited: number }[];
}

/** What a day brings, all of it drawn. Minutes of the day count from midnight. */
interface Plan extends Pick<Monday, 'people' | 'staff' | 'visitMinutes'> {
  early: number;
  spread: number;
  shape: 'lognormal' | 'exponential' | 'two-kinds';
  noShow: number;
  priority: number;
  appointments: number;
  law: Law;
}

interface Member {
  name: string;
  counter: string;
  pace: number;
  leaves: number;
}

const HOURS: OpeningHours = {
  zone: 'Europe/Rome',
  weekly: [{ weekday: 1, from: '09:00', to: '11:00' }],
  closures: [],
  openings: [],
  issuingMinutesBefore: 15,
  holiday: () => undefined,
};
const [ISSUING, DOORS, END] = [8.75 * 60, 9 * 60, 11 * 60];
const MIDNIGHT = Date.parse(`${DAY}T00:00:00+01:00`);
/** Nobody keeps a desk open that would still receive hours after its end. */
const MOST_WORK_MINUTES = 180;

/** Mondays as the seed has them, the same every time. */
export function mondays(count: number, seed: number): Monday[] {
  return Array.from({ length: count }, (_, i) => live(seed * 100_003 + i));
}

function live(seed: number): Monday {
  const draw = dice(seed);
  const plan = planned(draw);
  const agenda = new Agenda();
  let queue = emptyQueue(DAY);
  const firstCalls = new Map<string, number>();
  let commands = 0;
  let clock = ISSUING;
  let hours: Hours | undefined;
  let free: Member[] = [];

  const command = (act: Act, by: string): Queue | string => {
    const now = momentOf(clock);
    commands += 1;
    if (!hours || Date.parse(now) >= Date.parse(hours.until)) hours = hoursAt(HOURS, now);
    const circumstances = { now, by, coordinator: false, hours, law: plan.law };
    const decided = decide(queue, { id: `${commands}`, ...act }, circumstances);
    if (typeof decided === 'string') return decided;
    queue = decided.reduce(evolve, queue);
    for (const event of decided) {
      if (event.type === 'TicketCalled' && !firstCalls.has(event.ticket)) firstCalls.set(event.ticket, clock);
    }
    return queue;
  };
  const at = (minute: number, act: () => void) => agenda.add(Math.max(minute, clock), act);

  function arrives(service: string, priority: boolean): void {
    command({ type: 'IssueTicket', service, language: 'it', priority }, 'kiosk');
    const looking = free;
    free = [];
    // who sees somebody come in calls a moment later
    for (const member of looking) at(clock + draw.between(0.1, 0.5), () => callsNext(member));
  }

  function callsNext(member: Member): void {
    if (clock >= member.leaves) return void command({ type: 'CloseCounter', counter: member.counter }, member.name);
    const answer = command({ type: 'CallNext', counter: member.counter }, member.name);
    if (answer === 'queue-empty') return void (clock < END && free.push(member));
    if (typeof answer === 'string') return;
    const ticket = queue.counters[member.counter]!.ticket!;
    if (draw.one() < plan.noShow && queue.tickets.get(ticket)!.calls === 1) {
      at(clock + draw.between(0.8, 1.5), () => command({ type: 'Recall', ticket }, member.name));
      at(clock + draw.between(1.8, 3), () => missed(member, ticket));
      return;
    }
    const walk = draw.between(0.3, 1.2);
    at(clock + walk, () => command({ type: 'StartServing', ticket }, member.name));
    at(clock + walk + visit(plan, draw) * member.pace, () => ends(member, ticket));
  }

  function missed(member: Member, ticket: string): void {
    command({ type: 'MarkNoShow', ticket }, member.name);
    if (draw.one() < 0.3) at(clock + draw.between(3, 15), () => comesBack(ticket));
    afterwards(member, draw.between(0.1, 0.4));
  }

  function comesBack(ticket: string): void {
    command({ type: 'Requeue', ticket }, 'anna');
  }

  function ends(member: Member, ticket: string): void {
    const how = draw.one();
    const other = plan.law.counters.find(({ id }) => id !== member.counter && queue.counters[id]?.operator)?.id;
    if (how < 0.03) {
      command({ type: 'Park', ticket }, member.name);
      at(clock + draw.between(10, 30), () => comesBack(ticket));
    } else if (how < 0.05 && other) command({ type: 'Transfer', ticket, counter: other }, member.name);
    else command({ type: 'FinishServing', ticket, category: 'listening' }, member.name);
    afterwards(member, draw.between(0.2, 1.8));
  }

  /** Most take a breath and call; some pause once, and not all of them close the counter for it. */
  function afterwards(member: Member, breath: number): void {
    if (clock > DOORS + 30 && draw.one() < 0.02) {
      const back = clock + draw.between(8, 15);
      if (draw.one() < 0.5) command({ type: 'CloseCounter', counter: member.counter }, member.name);
      return at(back, () => sits(member, back));
    }
    at(clock + breath, () => callsNext(member));
  }

  function sits(member: Member, begins: number): void {
    command({ type: 'OpenCounter', counter: member.counter }, member.name);
    at(begins, () => callsNext(member));
  }

  for (let i = 0; i < plan.staff; i += 1) {
    const late = draw.one() < 0.12;
    const comes = late ? draw.between(DOORS + 3, DOORS + 20) : draw.between(DOORS - 14, DOORS - 1);
    const early = draw.one() < 0.12 && plan.staff > 1;
    const leaves = early ? draw.between(DOORS + 45, END - 10) : Infinity;
    const member = { name: `operator ${i + 1}`, counter: `${i + 1}`, pace: draw.between(0.8, 1.2), leaves };
    at(comes, () => sits(member, Math.max(comes, DOORS) + draw.between(0, 3)));
  }
  for (let i = 0; i < plan.people; i += 1) {
    const comes = draw.one() < plan.early ? ISSUING + 15 * draw.one() ** 2 : DOORS + 115 * draw.one() ** plan.spread;
    const priority = draw.one() < plan.priority;
    at(comes, () => arrives('walk-in', priority));
    if (draw.one() < 0.02) at(comes + draw.between(10, 60), () => leavesAgain(i));
  }
  for (let i = 0; i < plan.appointments; i += 1) {
    at(draw.between(DOORS, END - 10), () => arrives('appointment', false));
  }
  function leavesAgain(place: number): void {
    const ticket = queue.waiting[place % Math.max(1, queue.waiting.length)];
    if (ticket) command({ type: 'CancelTicket', ticket }, 'anna');
  }

  for (let next = agenda.next(); next; next = agenda.next()) {
    clock = next.minute;
    next.act();
  }
  const { people, staff, visitMinutes } = plan;
  const called = [...firstCalls].map(([id, minute]) => {
    const ticket = queue.tickets.get(id)!;
    return { ticket, waited: minute - minuteOf(ticket.issuedAt) };
  });
  return { people, staff, visitMinutes, called };
}

function planned(draw: Dice): Plan {
  for (;;) {
    const people = Math.floor(draw.between(8, 61));
    const staff = [1, 2, 2, 2, 3, 3, 3, 4][Math.floor(draw.one() * 8)]!;
    const visitMinutes = 4 * (15 / 4) ** draw.one();
    if ((people * visitMinutes) / staff > MOST_WORK_MINUTES) continue;
    const shape = (['lognormal', 'lognormal', 'exponential', 'two-kinds'] as const)[Math.floor(draw.one() * 4)]!;
    const onlyWalkIns = draw.one() < 0.15 && staff > 1;
    const counters = Array.from({ length: Math.max(3, staff) }, (_, i) => ({
      id: `${i + 1}`,
      ...(onlyWalkIns && i === 1 && { services: ['walk-in'] }),
    }));
    return {
      ...{ people, staff, visitMinutes, shape, law: { ...LAW, counters } },
      ...{ early: draw.between(0.15, 0.6), spread: draw.between(0.8, 2), noShow: draw.between(0, 0.12) },
      ...{ priority: draw.between(0, 0.1), appointments: Math.floor(draw.between(0, 7)) },
    };
  }
}

/** Minutes of one visit, of the day's mean. */
function visit({ visitMinutes, shape }: Plan, draw: Dice): number {
  if (shape === 'exponential') return -Math.log(1 - draw.one()) * visitMinutes;
  if (shape === 'two-kinds')
    return visitMinutes * (draw.one() < 2 / 3 ? draw.between(0.3, 0.7) : draw.between(1.4, 2.6));
  const sigma = 0.6;
  return visitMinutes * Math.exp(sigma * draw.normal() - sigma ** 2 / 2);
}

/** What is to happen, in the order of its minute. */
class Agenda {
  #entries: { minute: number; act: () => void }[] = [];

  add(minute: number, act: () => void): void {
    const later = this.#entries.findIndex((entry) => entry.minute > minute);
    this.#entries.splice(later < 0 ? this.#entries.length : later, 0, { minute, act });
  }

  next(): { minute: number; act: () => void } | undefined {
    return this.#entries.shift();
  }
}

type Dice = ReturnType<typeof dice>;

/** Random numbers that the seed decides: a 32-bit linear congruential step, then mixed. */
function dice(seed: number) {
  let state = seed >>> 0;
  const one = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  return {
    /** From 0 to 1. */
    one,
    between: (low: number, high: number) => low + (high - low) * one(),
    normal: () => Math.sqrt(-2 * Math.log(1 - one())) * Math.cos(2 * Math.PI * one()),
  };
}

function momentOf(minute: number): string {
  const local = new Date(MIDNIGHT + Math.round(minute * 60_000) + 3_600_000);
  return local.toISOString().replace('Z', '+01:00');
}

function minuteOf(moment: string): number {
  return (Date.parse(moment) - MIDNIGHT) / 60_000;
}

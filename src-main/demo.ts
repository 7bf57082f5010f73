// SPDX-License-Identifier: EUPL-1.2
/** A living desk for demonstrations: citizens who arrive by themselves and two operators who serve them. */
import { randomUUID } from 'node:crypto';
import type { Act } from './core/command.ts';
import type { Language } from './core/ticket.ts';
import type { Clock, Office } from './office.ts';
import type { Settings } from './settings.ts';

/** How often a language is chosen, out of 20. */
const LANGUAGES: readonly [Language, number][] = [
  ['it', 11],
  ['ar', 3],
  ['es', 2],
  ['ro', 1],
  ['uk', 1],
  ['zh', 1],
  ['en', 1],
];
const OPERATORS = ['Carla', 'Dario'];
const LOOK_EVERY_MS = 500;

/**
 * @param arrivals citizens an hour of the office's time
 * @returns stops it
 */
export function livelyMonday(office: Office, clock: Clock, settings: Settings, arrivals: number): () => Promise<void> {
  const seconds = () => Date.parse(clock.now()) / 1000;
  const act = (what: Act, name: string) => office.handle({ id: randomUUID(), ...what }, { name });
  const staff = OPERATORS.slice(0, settings.counters.length).map((name, i) => ({
    name,
    counter: settings.counters[i]!.id,
    /** What comes next, and when. */
    next: callNext,
    at: seconds() + 2 + i * 3,
    ticket: '',
  }));
  type Member = (typeof staff)[number];
  let arrival = seconds() + exponential(3600 / arrivals);

  async function callNext(member: Member): Promise<void> {
    await act({ type: 'OpenCounter', counter: member.counter }, member.name);
    const reply = await act({ type: 'CallNext', counter: member.counter }, member.name);
    if (!reply.ok && reply.refusal !== 'busy') return soon(member, callNext, 5);
    member.ticket = reply.ticket?.id ?? '';
    return Math.random() < 0.15 ? soon(member, recall, 25) : soon(member, startServing, 12);
  }

  async function recall(member: Member): Promise<void> {
    await act({ type: 'Recall', ticket: member.ticket }, member.name);
    return Math.random() < 0.4 ? soon(member, markNoShow, 30) : soon(member, startServing, 10);
  }

  async function markNoShow(member: Member): Promise<void> {
    await act({ type: 'MarkNoShow', ticket: member.ticket }, member.name);
    soon(member, callNext, 3);
  }

  async function startServing(member: Member): Promise<void> {
    await act({ type: 'StartServing', ticket: member.ticket }, member.name);
    soon(member, finish, 120 + exponential(240));
  }

  async function finish(member: Member): Promise<void> {
    const category = pick(settings.categories).id;
    await act({ type: 'FinishServing', ticket: member.ticket, category }, member.name);
    soon(member, callNext, 8);
  }

  function soon(member: Member, next: (member: Member) => Promise<void>, after: number): void {
    member.next = next;
    member.at = seconds() + after;
  }

  async function look(): Promise<void> {
    const now = seconds();
    for (; arrival <= now; arrival += exponential(3600 / arrivals)) {
      const priority = Math.random() < 0.08;
      await act({ type: 'IssueTicket', service: pickService(), language: pickLanguage(), priority }, 'kiosk');
    }
    for (const member of staff) if (member.at <= now) await member.next(member);
  }

  function pickService(): string {
    const [usual, ...others] = settings.services;
    return others.length > 0 && Math.random() < 0.2 ? pick(others).id : usual!.id;
  }

  let looking = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    looking = look().finally(() => (busy = false));
  }, LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(Math.random() * from.length)]!;
}

function pickLanguage(): Language {
  return pick(LANGUAGES.flatMap(([language, often]) => Array<Language>(often).fill(language)));
}

/** Seconds until something that happens every `mean` seconds on average. */
function exponential(mean: number): number {
  return -Math.log(1 - Math.random()) * mean;
}

// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Act } from '../../src-main/core/command.ts';
import type { Event } from '../../src-main/core/event.ts';
import type { Paper, Ticket } from '../../src-main/core/ticket.ts';
import { openJournal } from '../../src-main/journal/journal.ts';
import { openOffice, type Journal, type SlipPrinter } from '../../src-main/office.ts';
import { facesOf, labelsOf, lawOf, parseSettings } from '../../src-main/settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const walkIn = { type: 'IssueTicket', service: 'walk-in', language: 'it' } as const;

const anna = { name: 'anna' };
const kiosk = { name: 'kiosk' };
const ready = { state: 'ready', nearEnd: false, since: '2026-11-23T08:00:00+01:00' } as const;

interface Scene {
  /** Every slip that the printer was given, with how to report what became of it. */
  slips: { ticket: Ticket; report: (paper: Paper) => Promise<void>; wanted: () => boolean }[];
  now: string;
  /** How many durable writes there were. */
  writes: number;
  /** Makes the next write fail. */
  failNext: boolean;
  failures: unknown[];
}

async function open(folder: string, now = '2026-11-23T09:00:00.000+01:00') {
  const scene: Scene = { slips: [], now, writes: 0, failNext: false, failures: [] };
  const settings = parseSettings({ weekly: [1, 2].map((weekday) => ({ weekday, from: '09:00', to: '11:00' })) });
  const real = await openJournal<Event>(folder, () => undefined);
  onTestFinished(() => real.close());
  const journal: Journal = {
    ...real,
    append(...args) {
      scene.writes += 1;
      if (scene.failNext) {
        scene.failNext = false;
        return Promise.reject(new Error('no space left on device'));
      }
      return real.append(...args);
    },
  };
  const printer: SlipPrinter = {
    print: (ticket, report, wanted) => void scene.slips.push({ ticket, report, wanted }),
    status: () => ready,
  };
  const office = await openOffice({
    ...{ journal, printer, labels: labelsOf(settings), law: lawOf(settings) },
    clock: { kind: 'simulated', now: () => scene.now },
    hours: { ...settings, holiday: () => undefined },
    place: { ...settings.office, walkInHours: settings.weekly },
    faces: facesOf(settings),
    onFailure: (error) => scene.failures.push(error),
  });
  const send = (act: Act, actor = kiosk, id: string = randomUUID()) => office.handle({ id, ...act }, actor);
  return { scene, office, send, close: () => real.close() };
}

const numberOf = (reply: Awaited<ReturnType<Awaited<ReturnType<typeof open>>['send']>>) =>
  reply.ok ? reply.ticket?.number : reply.refusal;

test('the same command sent again gets the first reply and changes nothing', async () => {
  const { office, send } = await open(await temporaryFolder());
  const id = randomUUID();
  const first = await send(walkIn, kiosk, id);
  await send(walkIn);
  expect(await send(walkIn, kiosk, id)).toEqual(first);
  expect(office.view('kiosk').services[0]).toMatchObject({ waiting: 2 });
});

test('the same command sent twice at once gives one ticket', async () => {
  const { office, send } = await open(await temporaryFolder());
  const id = randomUUID();
  const [one, two] = await Promise.all([send(walkIn, kiosk, id), send(walkIn, kiosk, id)]);
  expect(two).toEqual(one);
  expect(office.view('console').today.issued).toBe(1);
});

test('after a restart within the day the same command still gets its first reply', async () => {
  const folder = await temporaryFolder();
  const before = await open(folder);
  const issue = randomUUID();
  const call = randomUUID();
  const issued = await before.send(walkIn, kiosk, issue);
  await before.send({ type: 'OpenCounter', counter: '1' }, anna);
  const called = await before.send({ type: 'CallNext', counter: '1' }, anna, call);
  await before.send(walkIn);
  await before.close();

  const after = await open(folder);
  expect(await after.send(walkIn, kiosk, issue)).toEqual(issued);
  expect(await after.send({ type: 'CallNext', counter: '1' }, anna, call)).toEqual(called);
  expect(after.office.view('console').today).toMatchObject({ issued: 2, waiting: 1 });
});

test('a refused command sent again is refused again, even if it could be accepted meanwhile', async () => {
  const { scene, send } = await open(await temporaryFolder(), '2026-11-23T08:00:00.000+01:00');
  const id = randomUUID();
  const refused = await send(walkIn, kiosk, id);
  expect(refused).toMatchObject({ ok: false, refusal: 'not-yet-open' });
  scene.now = '2026-11-23T09:00:00.000+01:00';
  expect(await send(walkIn, kiosk, id)).toEqual(refused);
  expect(numberOf(await send(walkIn))).toBe('1');
});

test('commands that arrive while a write is under way share the next one', async () => {
  const { scene, send } = await open(await temporaryFolder());
  const replies = await Promise.all(Array.from({ length: 50 }, () => send(walkIn)));
  expect(replies.map(numberOf)).toEqual(Array.from({ length: 50 }, (_, i) => `${i + 1}`));
  expect(scene.writes).toBeLessThan(5);
});

test('a write that fails refuses the commands with storage-failed and leaves everything as it was', async () => {
  const { scene, office, send } = await open(await temporaryFolder());
  await send(walkIn);
  const before = office.view('console');
  scene.failNext = true;
  const refused = await Promise.all([send(walkIn), send(walkIn)]);
  expect(refused.map(numberOf)).toContain('storage-failed');
  expect(scene.failures).toHaveLength(1);
  expect(scene.slips).toHaveLength(refused.filter((reply) => reply.ok).length + 1);
  if (refused.every((reply) => !reply.ok)) expect(office.view('console')).toEqual(before);
});

test('a command whose write failed may be sent again and then gets its number, without a gap', async () => {
  const { scene, office, send } = await open(await temporaryFolder());
  const id = randomUUID();
  scene.failNext = true;
  expect(numberOf(await send(walkIn, kiosk, id))).toBe('storage-failed');
  expect(office.healthy).toBe(false);
  expect(numberOf(await send(walkIn, kiosk, id))).toBe('1');
  expect(office.healthy).toBe(true);
});

test('numbers start again at 1 on the next day, and the day before is kept', async () => {
  const folder = await temporaryFolder();
  const { scene, office, send } = await open(folder);
  await send(walkIn);
  await send(walkIn);
  scene.now = '2026-11-24T09:00:00.000+01:00';
  expect(numberOf(await send(walkIn))).toBe('1');
  expect(office.day).toBe('2026-11-24');
  const journal = await openJournal<Event>(folder, () => undefined);
  expect(await journal.read('2026-11-23')).toHaveLength(2);
  await journal.close();
});

test('a clock that was wrong for a moment loses nobody and gives no number twice', async () => {
  const { scene, office, send } = await open(await temporaryFolder());
  await send(walkIn);
  scene.now = '2026-11-24T09:00:00.000+01:00';
  await send(walkIn);
  scene.now = '2026-11-23T09:01:00.000+01:00';
  expect(numberOf(await send(walkIn))).toBe('2');
  expect(office.view('display').waiting).toBe(2);
});

test('a quarter to midnight in Rome is still today, whatever the day is in Greenwich', async () => {
  const { scene, office } = await open(await temporaryFolder(), '2026-07-06T00:15:00.000+02:00');
  expect(office.day).toBe('2026-07-06');
  scene.now = '2026-07-06T23:45:00.000+02:00';
  office.refresh();
  await office.settled();
  expect(office.day).toBe('2026-07-06');
});

test('a printer that never answers delays neither the reply nor the next call', async () => {
  const { scene, office, send } = await open(await temporaryFolder());
  await send(walkIn);
  void scene.slips[0]!.report('printing');
  await send({ type: 'OpenCounter', counter: '1' }, anna);
  expect(numberOf(await send({ type: 'CallNext', counter: '1' }, anna))).toBe('1');
  expect(office.view('display').calls[0]).toMatchObject({ number: '1', counter: '1' });
  expect(office.view('kiosk').paper).toEqual([{ ticket: '2026-11-23-1', number: '1', state: 'printing' }]);
});

test('a slip is printed only once its number is in the journal', async () => {
  const { scene, send } = await open(await temporaryFolder());
  scene.failNext = true;
  await send(walkIn);
  expect(scene.slips).toEqual([]);
});

test('after a power cut a slip that was being printed is in doubt, and one that was not begun is printed', async () => {
  const folder = await temporaryFolder();
  const before = await open(folder);
  await before.send(walkIn);
  await before.send(walkIn);
  await before.scene.slips[0]!.report('printing');
  await before.close();

  const after = await open(folder);
  const papers = after.office.view('kiosk').paper;
  expect(papers.map(({ number, state }) => [number, state])).toEqual([
    ['2', 'queued'],
    ['1', 'unknown'],
  ]);
  expect(after.scene.slips.map(({ ticket }) => ticket.number)).toEqual(['2']);
});

test('after a restart the slips that were not sent are printed in order, of those tickets that still wait', async () => {
  const folder = await temporaryFolder();
  const before = await open(folder);
  for (let n = 0; n < 4; n += 1) await before.send(walkIn);
  for (const n of [0, 1, 2]) await before.scene.slips[n]!.report('not-sent');
  await before.send({ type: 'CancelTicket', ticket: '2026-11-23-2' }, anna);
  await before.close();

  const after = await open(folder);
  expect(after.scene.slips.map(({ ticket }) => ticket.number)).toEqual(['1', '3', '4']);
});

test('a slip is wanted while its ticket waits, and when an operator asked for it', async () => {
  const { scene, send } = await open(await temporaryFolder());
  const ticket = '2026-11-23-1';
  await send(walkIn);
  const [slip] = scene.slips;
  expect(slip!.wanted()).toBe(true);
  await send({ type: 'OpenCounter', counter: '1' }, anna);
  await send({ type: 'CallNext', counter: '1' }, anna);
  expect(slip!.wanted()).toBe(false);
  await slip!.report('not-sent');
  await send({ type: 'Reprint', ticket }, anna);
  expect(scene.slips[1]!.wanted()).toBe(true);
});

test('what became of a slip is reported again if it could not be made durable, and never of another day', async () => {
  const { scene, office, send } = await open(await temporaryFolder());
  await send(walkIn);
  const [slip] = scene.slips;
  scene.failNext = true;
  await expect(slip!.report('printed')).rejects.toThrow();
  await slip!.report('printed');
  expect(office.view('kiosk').paper[0]).toMatchObject({ state: 'printed' });

  scene.now = '2026-11-24T09:00:00.000+01:00';
  office.refresh();
  await office.settled();
  expect(slip!.wanted()).toBe(false);
  await slip!.report('not-sent');
  expect(office.view('kiosk').paper).toEqual([]);
});

test('every event carries the id of its command, who gave it and when', async () => {
  const folder = await temporaryFolder();
  const { send, close } = await open(folder);
  const id = randomUUID();
  await send(walkIn, kiosk, id);
  await close();
  const journal = await openJournal<Event>(folder, () => undefined);
  const [event] = await journal.read('2026-11-23');
  await journal.close();
  expect(event).toMatchObject({ type: 'TicketIssued', command: id, by: 'kiosk', at: '2026-11-23T09:00:00.000+01:00' });
});

// SPDX-License-Identifier: EUPL-1.2
/** What each page is told, and above all what the wall is not. */
import { describe, expect, test } from 'vitest';
import { consoleView, displayView, kioskView, type Surroundings } from '../../src-main/core/views.ts';
import {
  absent,
  at,
  called,
  CLOSED,
  dayClosed,
  issued,
  LAW,
  NOT_YET,
  OPEN,
  opened,
  parked,
  paused,
  queueAfter,
  recalled,
  requeued,
  served,
  started,
  T,
  transferred,
  undone,
  type Past,
} from './given.ts';

const AROUND: Surroundings = {
  now: at('09:30'),
  clock: 'real',
  office: {
    name: 'Segretariato sociale',
    body: 'Comune di Corsico',
    address: 'via Dante Alighieri 11, Corsico',
    telephone: '331 2331322',
    telephoneHours: [{ weekday: 1, from: '11:30', to: '13:00' }],
    walkInHours: [{ weekday: 1, from: '09:00', to: '11:00' }],
  },
  hours: OPEN,
  law: LAW,
  printer: { state: 'ready', nearEnd: false, since: at('08:00') },
  displays: { connected: 2, mute: 1 },
  labels: {
    services: { 'walk-in': 'senza appuntamento', appointment: 'con appuntamento' },
    counters: { 1: 'Sportello 1', 2: 'Sportello 2', 3: 'Stanza 3' },
    categories: Object.fromEntries(LAW.categories.map((c) => [c, `Categoria ${c}`])),
    referrals: { 'family-clinic': 'Consultorio familiare', employment: 'Centro per l’impiego' },
  },
  faces: {
    kiosk: { inches: 24, distanceMm: 600, lowerEdgeMm: 750 },
    wall: { inches: 43, distanceMm: 5000 },
    sound: { chime: 60, voice: 90 },
    slides: [{ title: 'Ascolto', text: 'La ascoltiamo.' }],
  },
};

const display = (past: readonly Past[], around: Partial<Surroundings> = {}) =>
  displayView(queueAfter(past), { ...AROUND, ...around });
const kiosk = (past: readonly Past[], around: Partial<Surroundings> = {}) =>
  kioskView(queueAfter(past), { ...AROUND, ...around });
const desk = (past: readonly Past[], around: Partial<Surroundings> = {}) =>
  consoleView(queueAfter(past), { ...AROUND, ...around });

const busyDay: Past[] = [
  ...[opened('1'), opened('2', 'bruno'), opened('3', 'clara', ['appointment'])],
  ...[
    issued(1),
    issued(2),
    issued('P1', { language: 'uk' }),
    issued(3),
    issued(4, { priority: true }),
    issued(5),
    issued(6),
  ],
  ...[called(1), started(1), served(1, { category: 'referral', also: ['listening'], referredTo: 'employment' })],
  ...[called('P1', '3'), started('P1'), called(2), absent(2), called(4, '2'), parked(4), called(3), recalled(3)],
];

test('every page knows its revision, the time, the office, and whether numbers are given', () => {
  const { until: _, ...opening } = OPEN;
  for (const view of [display(busyDay), kiosk(busyDay), desk(busyDay)]) {
    expect(view).toMatchObject({
      revision: busyDay.length,
      now: at('09:30'),
      clock: 'real',
      office: AROUND.office,
      opening,
    });
    expect(view.opening).toEqual(opening);
    expect(view).not.toHaveProperty('notice');
  }
});

test('every page shows the notice while it hangs, and that the time is not real', () => {
  const notice: Past = { type: 'NoticePosted', text: 'Oggi uno sportello solo' };
  for (const view of [display, kiosk, desk]) {
    expect(view([notice])).toMatchObject({ notice: 'Oggi uno sportello solo' });
    expect(view([notice, { type: 'NoticePosted', text: '' }])).not.toHaveProperty('notice');
    expect(view([], { clock: 'simulated' }).clock).toBe('simulated');
  }
});

test.each([
  ['open', [], OPEN],
  ['not-yet-open', [], NOT_YET],
  ['closed', [], CLOSED],
  ['closed', [dayClosed], OPEN],
  ['paused', [paused], OPEN],
  ['full', [issued(1)], OPEN],
] as const)('every page says that it is %s', (state, past, hours) => {
  const law = state === 'full' ? { ...LAW, ticketsPerDay: 1 } : LAW;
  for (const view of [display, kiosk, desk]) expect(view(past, { hours, law }).opening.state).toBe(state);
});

test('a view goes over the wire as it is', () => {
  for (const view of [display(busyDay), kiosk(busyDay), desk(busyDay)]) {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  }
});

describe('the wall', () => {
  test('shows the calls, newest first, each number once, with its counter', () => {
    const { calls, counters, waiting } = display(busyDay);
    expect(calls.map(({ number, counter }) => [number, counter])).toEqual([
      ['3', '1'],
      ['4', '2'],
      ['2', '1'],
      ['P1', '3'],
      ['1', '1'],
    ]);
    expect(counters).toContainEqual({ id: '3', label: 'Stanza 3' });
    expect(waiting).toBe(2);
  });

  test('a recall comes first again, as a call of its own', () => {
    const calls = display([...busyDay, recalled(2)]).calls;
    expect(calls[0]).toMatchObject({ number: '2', sequence: 7 });
    expect(calls).toHaveLength(5);
    expect(new Set(calls.map((c) => c.sequence)).size).toBe(5);
  });

  test('a call keeps its counter when the ticket has gone elsewhere since', () => {
    const past = [opened('1'), opened('2', 'bruno'), issued(1), called(1), transferred(1, { counter: '2' })];
    expect(display(past).calls).toMatchObject([{ number: '1', counter: '1' }]);
    expect(display([...past, called(1, '2')]).calls).toMatchObject([{ number: '1', counter: '2', sequence: 2 }]);
  });

  test('keeps a call that was taken back: the room has heard it', () => {
    expect(display([opened('1'), issued(1), called(1), undone(1)]).calls).toMatchObject([{ number: '1' }]);
  });

  test('says each call in the language of the citizen', () => {
    expect(display(busyDay).calls.find((c) => c.number === 'P1')?.language).toBe('uk');
  });

  test('holds the last twelve calls only', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => i + 1);
    const past = [opened('1'), ...twenty.flatMap((n) => [issued(n), called(n), served(n)])];
    expect(display(past).calls.map((c) => c.number)).toEqual([
      '20',
      '19',
      '18',
      '17',
      '16',
      '15',
      '14',
      '13',
      '12',
      '11',
      '10',
      '9',
    ]);
  });

  test('never holds a ticket’s id, its service, a category, a referral, or who works there', () => {
    const withReason = { ...CLOSED, reason: 'holiday', reasonName: 'Immacolata Concezione' } as const;
    for (const view of [display(busyDay), display([...busyDay, dayClosed]), display(busyDay, { hours: withReason })]) {
      const words = JSON.stringify(view);
      const services = LAW.services.flatMap((s) => [s.id, AROUND.labels.services[s.id]!]);
      const visits = [...LAW.categories, ...LAW.referrals, ...Object.values(AROUND.labels.referrals), 'Categoria'];
      for (const secret of [T(1), T('P1'), ...services, ...visits, 'anna', 'bruno', 'clara', 'priority']) {
        expect(words).not.toContain(secret);
      }
      expect(Object.keys(view.calls[0]!).sort()).toEqual(['calledAt', 'counter', 'language', 'number', 'sequence']);
      expect(Object.keys(view).sort()).toEqual(
        [
          ...['calls', 'clock', 'counters', 'now', 'office', 'opening', 'revision', 'waiting'],
          ...['screen', 'sound', 'slides'],
        ].sort(),
      );
    }
  });
});

describe('the kiosk', () => {
  test('shows for each service how many wait, and how long one would', () => {
    expect(kiosk(busyDay).services).toEqual([
      { id: 'walk-in', label: 'senza appuntamento', waiting: 2, waitMinutes: [3, 15] },
      { id: 'appointment', label: 'con appuntamento', waiting: 0, waitMinutes: [0, 2] },
    ]);
  });

  test('shows what became of the last slips, newest first, and how the printer is', () => {
    const past: Past[] = [issued(1), issued(2), { type: 'PaperRecorded', ticket: T(1), paper: 'unknown' }];
    const printer = { state: 'offline', nearEnd: false, since: at('09:05') } as const;
    expect(kiosk(past, { printer })).toMatchObject({
      printer,
      paper: [
        { ticket: T(2), number: '2', state: 'queued' },
        { ticket: T(1), number: '1', state: 'unknown' },
      ],
    });
  });

  test('never learns of categories, operators, or who waits where', () => {
    const words = JSON.stringify(kiosk(busyDay));
    for (const secret of [...LAW.categories, ...LAW.referrals, 'anna', 'bruno', 'clara'])
      expect(words).not.toContain(secret);
  });
});

describe('the console', () => {
  const shown = (past: readonly Past[]) => desk(past).queue.map((t) => `${t.number} ${t.state}`);

  test('lists who is at a counter, who waits, and who stands aside; not those who are gone', () => {
    expect(shown(busyDay)).toEqual(['3 called', 'P1 serving', '5 waiting', '6 waiting', '2 no-show', '4 parked']);
  });

  test('tells of each ticket all that the operator acts on', () => {
    expect(desk(busyDay).queue[0]).toEqual({
      id: T(3),
      number: '3',
      service: 'walk-in',
      language: 'it',
      state: 'called',
      issuedAt: at('09:20'),
      since: at('09:20'),
      calledAt: at('09:20'),
      calls: 2,
      priority: false,
      counter: '1',
      paper: 'queued',
    });
  });

  test('tells who is at which counter, with whom, and who would be next there', () => {
    const later = [...busyDay, requeued(4), issued('P2')];
    expect(desk(later).counters).toEqual([
      { id: '1', label: 'Sportello 1', operator: 'anna', ticket: T(3), next: T('P2') },
      { id: '2', label: 'Sportello 2', operator: 'bruno', next: T('P2') },
      { id: '3', label: 'Stanza 3', operator: 'clara', ticket: T('P1'), next: T('P2') },
    ]);
    expect(desk([issued(1)]).counters[0]).toEqual({ id: '1', label: 'Sportello 1' });
  });

  test('goes on listing who is at a counter that the settings no longer have', () => {
    const law = { ...LAW, counters: [{ id: '2' }] };
    const past = [opened('1'), issued(1), called(1)];
    expect(desk(past, { law }).queue.map((t) => t.number)).toEqual(['1']);
  });

  test('knows the words of the settings', () => {
    const view = desk([]);
    expect(view.services[1]).toEqual({ id: 'appointment', label: 'con appuntamento' });
    expect(view.categories).toHaveLength(5);
    expect(view.referrals[0]).toEqual({ id: 'family-clinic', label: 'Consultorio familiare' });
  });

  test('counts the day', () => {
    expect(desk(busyDay).today).toEqual({ issued: 7, served: 1, noShow: 1, waiting: 2 });
  });

  test('is alarmed while the printer is not ready', () => {
    expect(desk([]).alerts).toEqual([]);
    const printer = { state: 'offline', nearEnd: false, since: at('09:05') } as const;
    expect(desk([], { printer })).toMatchObject({ printer, alerts: [{ about: 'offline', since: at('09:05') }] });
  });

  test('is warned while the paper is near its end, and told why a printer cannot be used', () => {
    const nearEnd = { state: 'ready', nearEnd: true, since: at('09:05') } as const;
    expect(desk([], { printer: nearEnd }).alerts).toEqual([{ about: 'paper-near-end', since: at('09:05') }]);
    const none = { state: 'absent', nearEnd: false, since: at('09:00') } as const;
    expect(desk([], { printer: none }).alerts).toEqual([]);
    const problem = '"usb:lp0" is not a printer.';
    expect(desk([], { printer: { ...none, problem } }).alerts).toEqual([
      { about: 'absent', since: at('09:00'), problem },
    ]);
  });
});

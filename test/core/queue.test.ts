// SPDX-License-Identifier: EUPL-1.2
/** Every command: it does what it says, is refused when it must be, and stays quiet when all is already so. */
import { describe, expect, test } from 'vitest';
import type { Act } from '../../src-main/core/command.ts';
import { openingOf } from '../../src-main/core/queue.ts';
import {
  absent,
  at,
  called,
  cancelled,
  CLOSED,
  dayClosed,
  given,
  issued,
  LAW,
  NOT_YET,
  numbers,
  OPEN,
  opened,
  parked,
  paused,
  queueAfter,
  requeued,
  served,
  started,
  T,
  ticketIn,
  transferred,
} from './given.ts';

const bruno = { by: 'bruno' };
const coordinator = { by: 'clara', coordinator: true };

describe('IssueTicket', () => {
  const take: Act = { type: 'IssueTicket', service: 'walk-in', language: 'it' };

  test('gives the first number of the day, without letter and without zeros', () => {
    const queue = given([])
      .when(take, { by: 'kiosk' })
      .then([issued(1)]);
    expect(ticketIn(queue, 1)).toMatchObject({ number: '1', state: 'waiting', issuedAt: at('09:30'), paper: 'queued' });
  });

  test('gives the next number of the series, and each series counts for itself', () => {
    const past = [issued(1), issued('P1'), issued(2)];
    given(past)
      .when(take)
      .then([issued(3, { ahead: 3 })]);
    given(past)
      .when({ ...take, service: 'appointment' })
      .then([issued('P2', { ahead: 1 })]);
  });

  test('a number whose ticket was cancelled is not given again', () => {
    given([issued(1), cancelled(1)])
      .when(take)
      .then([issued(2)]);
  });

  test('keeps language and priority, and tells how many are called before', () => {
    given([issued(1), issued(2), issued(3)])
      .when({ ...take, language: 'ar', priority: true })
      .then([issued(4, { language: 'ar', priority: true, ahead: 0 })]);
  });

  test('is refused while the office is closed, not yet open, paused, full or closed for the day', () => {
    given([]).when(take, { hours: CLOSED }).then('closed');
    given([]).when(take, { hours: NOT_YET }).then('not-yet-open');
    given([paused]).when(take).then('paused');
    given([dayClosed]).when(take).then('closed');
    given([issued(1), issued('P1')])
      .when(take, { law: { ...LAW, ticketsPerDay: 2 } })
      .then('full');
    given([issued(1), issued('P1')])
      .when(take, { law: { ...LAW, ticketsPerDay: 3 } })
      .then([issued(2, { ahead: 2 })]);
  });

  test('is refused for a service that the office does not have', () => {
    given([])
      .when({ ...take, service: 'passports' })
      .then('not-found');
  });
});

describe('OpenCounter', () => {
  test('puts the operator at the counter, with the services it receives for', () => {
    const queue = given([])
      .when({ type: 'OpenCounter', counter: '3' })
      .then([opened('3', 'anna', ['appointment'])]);
    expect(queue.counters['3']).toMatchObject({ operator: 'anna', services: ['appointment'] });
  });

  test('closes the counter at which the operator was until now', () => {
    const queue = given([opened('1')])
      .when({ type: 'OpenCounter', counter: '2' })
      .then([{ type: 'CounterClosed', counter: '1' }, opened('2')]);
    expect([queue.counters['1']?.operator, queue.counters['2']?.operator]).toEqual([undefined, 'anna']);
  });

  test('is refused at a counter that does not exist, where another receives, or while somebody is at one’s own', () => {
    given([]).when({ type: 'OpenCounter', counter: '9' }).then('not-found');
    given([opened('1')])
      .when({ type: 'OpenCounter', counter: '1' }, bruno)
      .then('counter-taken');
    given([opened('1')])
      .when({ type: 'OpenCounter', counter: '1' }, coordinator)
      .then('counter-taken');
    given([opened('1'), issued(1), called(1)])
      .when({ type: 'OpenCounter', counter: '2' })
      .then('busy');
  });

  test('stays quiet where one already is', () => {
    given([opened('1')])
      .when({ type: 'OpenCounter', counter: '1' })
      .then([]);
    given([opened('1'), issued(1), called(1)])
      .when({ type: 'OpenCounter', counter: '1' })
      .then([]);
  });
});

describe('CloseCounter', () => {
  test('frees the counter for somebody else', () => {
    given([opened('1')])
      .when({ type: 'CloseCounter', counter: '1' })
      .then([{ type: 'CounterClosed', counter: '1' }]);
    given([opened('1'), { type: 'CounterClosed', counter: '1' }])
      .when({ type: 'OpenCounter', counter: '1' }, bruno)
      .then([opened('1', 'bruno')]);
  });

  test('the coordinator may close another’s', () => {
    given([opened('1')])
      .when({ type: 'CloseCounter', counter: '1' }, coordinator)
      .then([{ type: 'CounterClosed', counter: '1' }]);
  });

  test('is refused at another’s, while somebody is there, and where no counter is', () => {
    given([opened('1')])
      .when({ type: 'CloseCounter', counter: '1' }, bruno)
      .then('not-your-counter');
    given([opened('1'), issued(1), called(1)])
      .when({ type: 'CloseCounter', counter: '1' })
      .then('busy');
    given([]).when({ type: 'CloseCounter', counter: '9' }).then('not-found');
  });

  test('stays quiet at one that is closed', () => {
    given([]).when({ type: 'CloseCounter', counter: '1' }).then([]);
  });
});

describe('CallNext', () => {
  const next: Act = { type: 'CallNext', counter: '1' };

  test('calls the first in turn to this counter', () => {
    const queue = given([opened('1'), issued(1), issued(2)])
      .when(next)
      .then([called(1)]);
    expect(ticketIn(queue, 1)).toMatchObject({ state: 'called', counter: '1', calledAt: at('09:30'), calls: 1 });
    expect(queue.counters['1']?.ticket).toBe(T(1));
    expect(numbers(queue, queue.waiting)).toEqual(['2']);
  });

  test('is refused when nobody waits, or nobody whom this counter receives', () => {
    given([opened('1')])
      .when(next)
      .then('queue-empty');
    given([opened('3', 'anna', ['appointment']), issued(1)])
      .when({ type: 'CallNext', counter: '3' })
      .then('queue-empty');
    given([opened('1'), issued(1), called(1), transferred(1, { counter: '2' })])
      .when(next)
      .then('queue-empty');
  });

  test('is refused while the counter still has somebody, called or being served', () => {
    given([opened('1'), issued(1), issued(2), called(1)])
      .when(next)
      .then('busy');
    given([opened('1'), issued(1), issued(2), called(1), started(1)])
      .when(next)
      .then('busy');
  });

  test('is refused at a counter that is not open, not one’s own, or does not exist', () => {
    given([issued(1)])
      .when(next)
      .then('not-your-counter');
    given([opened('1'), issued(1)])
      .when(next, bruno)
      .then('not-your-counter');
    given([opened('1'), issued(1)])
      .when(next, coordinator)
      .then('not-your-counter');
    given([issued(1)])
      .when({ type: 'CallNext', counter: '9' })
      .then('not-found');
  });

  test('is possible after the hours: whoever has a number is received', () => {
    given([opened('1'), issued(1)])
      .when(next, { hours: CLOSED })
      .then([called(1)]);
    given([opened('1'), issued(1), paused])
      .when(next)
      .then([called(1)]);
  });
});

describe('CallTicket', () => {
  const chosen: Act = { type: 'CallTicket', ticket: T(2), counter: '1' };

  test('calls a chosen ticket out of turn', () => {
    const queue = given([opened('1'), issued(1), issued(2)])
      .when(chosen)
      .then([called(2)]);
    expect(numbers(queue, queue.waiting)).toEqual(['1']);
  });

  test('calls one who waits for another counter, or for a service of others', () => {
    given([opened('1'), issued(2), called(2, '1'), transferred(2, { counter: '2' })])
      .when(chosen)
      .then([called(2)]);
    given([opened('3', 'anna', ['appointment']), issued(2)])
      .when({ ...chosen, counter: '3' })
      .then([called(2, '3')]);
  });

  test('is refused to the second of two who press at once', () => {
    const past = [opened('1'), opened('2', 'bruno'), issued(2), called(2)];
    given(past)
      .when({ ...chosen, counter: '2' }, bruno)
      .then('wrong-state');
  });

  test('is refused for no such ticket or counter, at another’s counter, and while one’s own has somebody', () => {
    given([opened('1')])
      .when(chosen)
      .then('not-found');
    given([opened('1'), issued(2)])
      .when({ ...chosen, counter: '9' })
      .then('not-found');
    given([opened('1'), issued(2)])
      .when(chosen, bruno)
      .then('not-your-counter');
    given([opened('1'), issued(1), issued(2), called(1)])
      .when(chosen)
      .then('busy');
  });
});

describe('at the counter', () => {
  const there = [opened('1'), issued(1), called(1)];

  test('Recall calls again and counts it', () => {
    const queue = given(there)
      .when({ type: 'Recall', ticket: T(1) })
      .then([{ type: 'TicketRecalled', ticket: T(1) }]);
    expect(ticketIn(queue, 1)).toMatchObject({ state: 'called', calls: 2 });
    expect(queue.calls).toHaveLength(1);
    expect(queue.calls[0]).toMatchObject({ number: '1', sequence: 2, calledAt: at('09:30') });
  });

  test('StartServing begins the visit', () => {
    const queue = given(there)
      .when({ type: 'StartServing', ticket: T(1) })
      .then([started(1)]);
    expect(ticketIn(queue, 1)).toMatchObject({ state: 'serving', since: at('09:30') });
  });

  test('FinishServing records the category, frees the counter, and takes the start for granted', () => {
    for (const past of [there, [...there, started(1)]]) {
      const queue = given(past)
        .when({ type: 'FinishServing', ticket: T(1), category: 'listening' })
        .then([served(1, { category: 'listening' })]);
      expect(ticketIn(queue, 1)).toMatchObject({ state: 'served', category: 'listening', servedMs: 600_000 });
      expect(queue.counters['1']?.ticket).toBeUndefined();
    }
  });

  test('FinishServing records further categories once each, and where the citizen was sent', () => {
    given(there)
      .when({
        type: 'FinishServing',
        ticket: T(1),
        category: 'referral',
        also: ['listening', 'referral', 'listening'],
        referredTo: 'employment',
      })
      .then([served(1, { category: 'referral', also: ['listening'], referredTo: 'employment' })]);
  });

  test('FinishServing is refused for a category or a place that the office does not have', () => {
    const finish = { type: 'FinishServing', ticket: T(1), category: 'information' } as const;
    given(there)
      .when({ ...finish, category: 'weather' })
      .then('not-found');
    given(there)
      .when({ ...finish, also: ['weather'] })
      .then('not-found');
    given(there)
      .when({ ...finish, referredTo: 'elsewhere' })
      .then('not-found');
  });

  test('MarkNoShow sets aside whoever does not come', () => {
    const queue = given(there)
      .when({ type: 'MarkNoShow', ticket: T(1) })
      .then([absent(1)]);
    expect([numbers(queue, queue.aside), queue.counters['1']?.ticket]).toEqual([['1'], undefined]);
  });

  test('Park sets aside whoever lacks a document, and the counter is free', () => {
    const queue = given(there)
      .when({ type: 'Park', ticket: T(1) })
      .then([parked(1)]);
    expect([numbers(queue, queue.aside), queue.counters['1']?.ticket]).toEqual([['1'], undefined]);
  });

  test('Transfer sends to a colleague, who alone calls next', () => {
    const queue = given([...there, opened('2', 'bruno'), issued(2)])
      .when({ type: 'Transfer', ticket: T(1), counter: '2' })
      .then([transferred(1, { counter: '2' })]);
    expect(ticketIn(queue, 1)).toMatchObject({ state: 'waiting', counter: '2' });
    expect(numbers(queue, queue.waiting)).toEqual(['1', '2']);
    const after = [...there, opened('2', 'bruno'), issued(2), transferred(1, { counter: '2' })];
    given(after)
      .when({ type: 'CallNext', counter: '1' })
      .then([called(2)]);
    given(after)
      .when({ type: 'CallNext', counter: '2' }, bruno)
      .then([called(1, '2')]);
  });

  test('Transfer sends to another service, to both, or to the same service elsewhere', () => {
    const send = { type: 'Transfer', ticket: T(1) } as const;
    const toAppointment = transferred(1, { service: 'appointment' });
    given(there)
      .when({ ...send, service: 'appointment' })
      .then([toAppointment]);
    given(there)
      .when({ ...send, service: 'appointment', counter: '3' })
      .then([transferred(1, { service: 'appointment', counter: '3' })]);
    given(there)
      .when({ ...send, service: 'walk-in', counter: '2' })
      .then([transferred(1, { counter: '2' })]);
  });

  test('Transfer is refused to nowhere, and to where the ticket already is', () => {
    const send = { type: 'Transfer', ticket: T(1) } as const;
    given(there)
      .when({ ...send, counter: '9' })
      .then('not-found');
    given(there)
      .when({ ...send, service: 'passports' })
      .then('not-found');
    given(there).when(send).then('invalid');
    given(there)
      .when({ ...send, service: 'walk-in' })
      .then('invalid');
    given(there)
      .when({ ...send, counter: '1' })
      .then('invalid');
  });

  const acts: Act[] = [
    { type: 'Recall', ticket: T(1) },
    { type: 'StartServing', ticket: T(1) },
    { type: 'FinishServing', ticket: T(1), category: 'information' },
    { type: 'MarkNoShow', ticket: T(1) },
    { type: 'Park', ticket: T(1) },
    { type: 'Transfer', ticket: T(1), counter: '2' },
    { type: 'CancelTicket', ticket: T(1) },
  ];
  test.each(acts)('$type is for whoever receives there, and for the coordinator', (act) => {
    given(there).when(act, bruno).then('not-your-counter');
    given([...there, opened('2', 'bruno')])
      .when(act, bruno)
      .then('not-your-counter');
    expect(() => given(there).when(act, coordinator).then('not-your-counter')).toThrow();
  });

  const everyAct: Act[] = [
    ...acts,
    { type: 'Requeue', ticket: T(1) },
    { type: 'Undo', ticket: T(1) },
    { type: 'Reprint', ticket: T(1) },
    { type: 'RecordPaper', ticket: T(1), paper: 'printed' },
    { type: 'CallTicket', ticket: T(1), counter: '1' },
  ];
  test.each(everyAct)('$type is refused for a ticket that was never issued', (act) => {
    given([opened('1')])
      .when(act)
      .then('not-found');
  });
});

describe('Requeue', () => {
  test('puts who comes late, or comes back, where they were in the line', () => {
    for (const aside of [absent(1), parked(1)]) {
      const queue = given([opened('1'), issued(1), issued(2), issued(3), called(1), aside])
        .when({ type: 'Requeue', ticket: T(1) })
        .then([requeued(1)]);
      expect(numbers(queue, queue.waiting)).toEqual(['1', '2', '3']);
      expect(queue.aside).toEqual([]);
    }
  });

  test('any operator may', () => {
    given([opened('1'), issued(1), called(1), absent(1)])
      .when({ type: 'Requeue', ticket: T(1) }, bruno)
      .then([requeued(1)]);
  });

  test('is refused once the day is closed: nobody would be called any more', () => {
    given([opened('1'), issued(1), called(1), absent(1), dayClosed])
      .when({ type: 'Requeue', ticket: T(1) })
      .then('wrong-state');
  });
});

describe('CancelTicket', () => {
  test('withdraws who waits, was called or is parked', () => {
    const past = [opened('1'), issued(1), called(1)];
    for (const before of [[issued(1)], past, [...past, parked(1)]]) {
      const queue = given(before)
        .when({ type: 'CancelTicket', ticket: T(1) })
        .then([cancelled(1)]);
      expect([queue.waiting, queue.aside, queue.counters['1']?.ticket]).toEqual([[], [], undefined]);
    }
  });
});

describe('Reprint', () => {
  const reprint: Act = { type: 'Reprint', ticket: T(1) };
  const paper = (state: 'printing' | 'printed' | 'not-sent' | 'unknown') =>
    ({ type: 'PaperRecorded', ticket: T(1), paper: state }) as const;

  test('prints again under the same number, and the slip will say that it is a reprint', () => {
    for (const state of ['printed', 'not-sent', 'unknown'] as const) {
      const queue = given([issued(1), paper(state)])
        .when(reprint)
        .then([{ type: 'ReprintRequested', ticket: T(1) }]);
      expect(ticketIn(queue, 1)).toMatchObject({ number: '1', paper: 'queued', reprint: true });
    }
  });

  test('is refused while the slip is still under way', () => {
    given([issued(1)])
      .when(reprint)
      .then('wrong-state');
    given([issued(1), paper('printing')])
      .when(reprint)
      .then('wrong-state');
  });
});

describe('RecordPaper', () => {
  test('keeps what is known of the slip, and moves nobody', () => {
    const queue = given([issued(1)])
      .when({ type: 'RecordPaper', ticket: T(1), paper: 'unknown' })
      .then([{ type: 'PaperRecorded', ticket: T(1), paper: 'unknown' }]);
    expect(ticketIn(queue, 1)).toMatchObject({ paper: 'unknown', state: 'waiting' });
  });

  test('stays quiet when it is known already', () => {
    given([issued(1)])
      .when({ type: 'RecordPaper', ticket: T(1), paper: 'queued' })
      .then([]);
  });
});

describe('PauseIssuing and ResumeIssuing', () => {
  test('pause and resume', () => {
    const queue = given([]).when({ type: 'PauseIssuing' }).then([paused]);
    expect(openingOf(queue, OPEN, LAW).state).toBe('paused');
    const resumed = given([paused])
      .when({ type: 'ResumeIssuing' })
      .then([{ type: 'IssuingResumed' }]);
    expect(openingOf(resumed, OPEN, LAW).state).toBe('open');
  });

  test('stay quiet when it is so', () => {
    given([paused]).when({ type: 'PauseIssuing' }).then([]);
    given([]).when({ type: 'ResumeIssuing' }).then([]);
  });

  test('are refused once the day is closed', () => {
    given([dayClosed]).when({ type: 'PauseIssuing' }).then('wrong-state');
    given([dayClosed]).when({ type: 'ResumeIssuing' }).then('wrong-state');
  });
});

describe('CloseDay', () => {
  test('whoever is still waiting, called, at a counter or parked becomes unserved', () => {
    const queue = given([
      ...[
        opened('1'),
        opened('2', 'bruno'),
        issued(1),
        issued(2),
        issued(3),
        issued(4),
        issued(5),
        issued(6),
        issued(7),
      ],
      ...[called(1), parked(1), called(2), absent(2), called(3), served(3), cancelled(4)],
      ...[called(5), called(6, '2'), started(6)],
    ])
      .when({ type: 'CloseDay' })
      .then([dayClosed]);
    const states = [1, 2, 3, 4, 5, 6, 7].map((n) => ticketIn(queue, n).state);
    expect(states).toEqual(['unserved', 'no-show', 'served', 'cancelled', 'unserved', 'unserved', 'unserved']);
    expect([queue.waiting, queue.counters['1']?.ticket, queue.counters['2']?.ticket]).toEqual([
      [],
      undefined,
      undefined,
    ]);
    expect(numbers(queue, queue.aside)).toEqual(['2']);
    expect(queue.count).toMatchObject({ unserved: 4, waiting: 0, called: 0, serving: 0, parked: 0 });
  });

  test('also from a pause', () => {
    given([paused]).when({ type: 'CloseDay' }).then([dayClosed]);
  });

  test('stays quiet the second time', () => {
    given([dayClosed]).when({ type: 'CloseDay' }).then([]);
  });
});

describe('PostNotice', () => {
  test('shows a notice, or takes it away', () => {
    const post = { type: 'PostNotice', text: 'Oggi si chiude alle 10.30' } as const;
    const queue = given([])
      .when(post)
      .then([{ type: 'NoticePosted', text: post.text }]);
    expect(queue.notice).toBe(post.text);
    given([{ type: 'NoticePosted', text: post.text }])
      .when({ type: 'PostNotice', text: '' })
      .then([{ type: 'NoticePosted', text: '' }]);
  });

  test('stays quiet when it hangs already', () => {
    given([{ type: 'NoticePosted', text: 'Torno subito' }])
      .when({ type: 'PostNotice', text: 'Torno subito' })
      .then([]);
  });
});

describe('whether numbers are given', () => {
  const opening = (past: Parameters<typeof queueAfter>[0], hours = OPEN, law = LAW) =>
    openingOf(queueAfter(past), hours, law);

  test('in the hours: yes, and until when', () => {
    const { until: _, ...open } = OPEN;
    expect(opening([])).toEqual(open);
  });

  test('out of the hours the hours say it, whatever else is so', () => {
    for (const past of [[], [paused], [dayClosed]]) {
      expect(opening(past, CLOSED)).toEqual({ state: 'closed', reason: 'hours' });
    }
    expect(opening([paused], NOT_YET)).toEqual({ state: 'not-yet-open', reason: 'hours' });
  });

  test('a day that was closed by hand opens no more: neither now nor later today', () => {
    const day = { state: 'closed', reason: 'day-closed' };
    expect(opening([dayClosed])).toEqual({ ...day, issuesAt: OPEN.issuesAt, opensAt: OPEN.opensAt });
    expect(opening([dayClosed], { ...NOT_YET, issuesAt: at('08:45'), opensAt: at('09:00') })).toEqual(day);
  });

  test('full is told when the last number of the day is gone', () => {
    const law = { ...LAW, ticketsPerDay: 2 };
    expect(opening([issued(1)], OPEN, law).state).toBe('open');
    expect(opening([issued(1), issued(2)], OPEN, law).state).toBe('full');
    expect(opening([issued(1), issued(2), paused], OPEN, law).state).toBe('paused');
  });
});

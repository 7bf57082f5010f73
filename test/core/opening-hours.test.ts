// SPDX-License-Identifier: EUPL-1.2
/** When the office is open and what it says meanwhile: ordinary Mondays, exceptions, clock changes, any machine. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursAt, type OpeningHours } from '../../src-main/core/opening-hours.ts';

const HOLIDAYS: Record<string, string> = {
  '2026-04-06': 'Lunedì dell’Angelo',
  '2026-12-08': 'Immacolata Concezione',
  '2026-12-28': 'Festa di prova',
};

const MONDAYS: OpeningHours = {
  zone: 'Europe/Rome',
  weekly: [{ weekday: 1, from: '09:00', to: '11:00' }],
  closures: [{ from: '2026-12-24', to: '2027-01-06', reason: 'Chiusura natalizia' }],
  openings: [],
  issuingMinutesBefore: 15,
  holiday: (date) => HOLIDAYS[date],
};

const office = (changes: Partial<OpeningHours> = {}) => {
  const hours = { ...MONDAYS, ...changes };
  return (now: string) => hoursAt(hours, now);
};

const ownZone = process.env['TZ'];
const setZone = (zone: string | undefined) => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
};

describe.each([
  ['UTC', 8],
  ['America/Los_Angeles', 0],
  ['Pacific/Auckland', 21],
])('on a machine that is set to %s', (zone, hourThere) => {
  beforeAll(() => setZone(zone));
  afterAll(() => setZone(ownZone));

  test('the machine believes to be there', () => {
    expect(new Date('2026-11-23T08:00:00Z').getHours()).toBe(hourThere);
  });

  test('on a Monday morning numbers are given a quarter of an hour before the doors open', () => {
    const at = office();
    expect(at('2026-11-23T08:44:59.999+01:00')).toEqual({
      state: 'not-yet-open',
      reason: 'hours',
      issuesAt: '2026-11-23T08:45:00+01:00',
      opensAt: '2026-11-23T09:00:00+01:00',
      until: '2026-11-23T08:45:00+01:00',
    });
    expect(at('2026-11-23T08:45:00+01:00')).toEqual({
      state: 'open',
      issuesAt: '2026-11-30T08:45:00+01:00',
      opensAt: '2026-11-23T09:00:00+01:00',
      closesAt: '2026-11-23T11:00:00+01:00',
      until: '2026-11-23T09:00:00+01:00',
    });
    expect(at('2026-11-23T09:00:00+01:00')).toEqual({
      state: 'open',
      issuesAt: '2026-11-30T08:45:00+01:00',
      opensAt: '2026-11-30T09:00:00+01:00',
      closesAt: '2026-11-23T11:00:00+01:00',
      until: '2026-11-23T11:00:00+01:00',
    });
  });

  test('at eleven it is closed, until next Monday, and at midnight the office asks again', () => {
    const at = office();
    expect(at('2026-11-23T10:59:59.999+01:00').state).toBe('open');
    expect(at('2026-11-23T11:00:00+01:00')).toEqual({
      state: 'closed',
      reason: 'hours',
      issuesAt: '2026-11-30T08:45:00+01:00',
      opensAt: '2026-11-30T09:00:00+01:00',
      until: '2026-11-24T00:00:00+01:00',
    });
  });

  test('the offset in which the time is told does not matter', () => {
    const at = office();
    const answer = at('2026-11-23T09:30:00+01:00');
    for (const same of ['2026-11-23T08:30:00Z', '2026-11-23T00:30:00-08:00', '2026-11-23T21:30:00+13:00']) {
      expect(at(same)).toEqual(answer);
    }
  });

  test('Sunday evening in California is already Monday here, and Tuesday in Auckland still Monday', () => {
    const at = office();
    expect(at('2026-11-22T23:50:00-08:00')).toMatchObject({ state: 'open', closesAt: '2026-11-23T11:00:00+01:00' });
    expect(at('2026-11-24T00:30:00+13:00')).toMatchObject({ state: 'closed', until: '2026-11-24T00:00:00+01:00' });
  });

  test('across the change of March the next Monday is at nine of summer time', () => {
    expect(office()('2026-03-23T12:00:00+01:00')).toMatchObject({
      issuesAt: '2026-03-30T08:45:00+02:00',
      opensAt: '2026-03-30T09:00:00+02:00',
    });
    expect(office()('2026-10-19T12:00:00+02:00').opensAt).toBe('2026-10-26T09:00:00+01:00');
  });

  test('the Sundays of change have 23 and 25 hours', () => {
    const at = office();
    expect(at('2026-03-29T00:00:00+01:00').until).toBe('2026-03-30T00:00:00+02:00');
    expect(at('2026-10-25T00:00:00+02:00').until).toBe('2026-10-26T00:00:00+01:00');
    const hoursOf = (day: string) => (Date.parse(at(day).until) - Date.parse(day)) / 3_600_000;
    expect([hoursOf('2026-03-29T00:00:00+01:00'), hoursOf('2026-10-25T00:00:00+02:00')]).toEqual([23, 25]);
  });

  describe('a window in the night of the change', () => {
    const night = (from: string, to: string) => office({ weekly: [{ weekday: 7, from, to }], issuingMinutesBefore: 0 });

    test('that spring skips altogether does not exist on that day', () => {
      const at = night('02:15', '02:45');
      expect(at('2026-03-29T00:30:00+01:00')).toMatchObject({ state: 'closed', opensAt: '2026-04-05T02:15:00+02:00' });
      expect(at('2026-03-29T03:00:00+02:00').state).toBe('closed');
    });

    test('that spring skips in part begins when the clocks have passed its start', () => {
      const at = night('02:30', '03:30');
      expect(at('2026-03-29T01:59:59+01:00')).toMatchObject({
        state: 'not-yet-open',
        opensAt: '2026-03-29T03:00:00+02:00',
        until: '2026-03-29T03:00:00+02:00',
      });
      expect(at('2026-03-29T03:00:00+02:00')).toMatchObject({ state: 'open', closesAt: '2026-03-29T03:30:00+02:00' });
      expect(at('2026-03-29T03:30:00+02:00').state).toBe('closed');
    });

    test('that begins or ends exactly at the change is not moved', () => {
      expect(night('02:00', '04:00')('2026-03-29T03:00:00+02:00')).toMatchObject({
        state: 'open',
        closesAt: '2026-03-29T04:00:00+02:00',
      });
      expect(night('01:00', '02:00')('2026-03-29T01:30:00+01:00').closesAt).toBe('2026-03-29T03:00:00+02:00');
    });

    test('that autumn repeats is open the first time only', () => {
      const at = night('02:15', '02:45');
      expect(at('2026-10-25T02:30:00+02:00')).toMatchObject({ state: 'open', closesAt: '2026-10-25T02:45:00+02:00' });
      expect(at('2026-10-25T02:30:00+01:00').state).toBe('closed');
    });

    test('that goes on past the repeated hour is an hour longer', () => {
      const at = night('01:00', '04:00');
      for (const now of ['01:00:00+02:00', '02:30:00+02:00', '02:30:00+01:00', '03:59:59+01:00']) {
        expect(at(`2026-10-25T${now}`)).toMatchObject({ state: 'open', closesAt: '2026-10-25T04:00:00+01:00' });
      }
    });

    test('has its lead in minutes that pass, not in what the clocks show', () => {
      const at = office({ weekly: [{ weekday: 7, from: '03:10', to: '05:00' }], issuingMinutesBefore: 30 });
      expect(at('2026-03-29T00:00:00+01:00').issuesAt).toBe('2026-03-29T01:40:00+01:00');
      expect(at('2026-10-25T00:00:00+02:00').issuesAt).toBe('2026-10-25T02:40:00+01:00');
    });
  });

  test('an answer holds until the moment that it names', () => {
    const time = fc
      .integer({ min: 0, max: 24 * 12 - 1 })
      .map((n) => `${String(Math.floor(n / 12)).padStart(2, '0')}:${String((n % 12) * 5).padStart(2, '0')}`);
    const windows = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time }), {
      maxLength: 6,
    });
    const moment = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-01-01T00:00Z') });
    fc.assert(
      fc.property(
        windows,
        fc.integer({ min: 0, max: 120 }),
        moment,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weekly, lead, now, part) => {
          const at = office({
            weekly,
            issuingMinutesBefore: lead,
            openings: [{ date: '2026-12-25', from: '09:00', to: '10:00' }],
          });
          const iso = (ms: number) => new Date(Math.floor(ms)).toISOString();
          const answer = at(iso(now));
          const until = Date.parse(answer.until);
          expect(until).toBeGreaterThan(now);
          expect(until - now).toBeLessThanOrEqual(25 * 3_600_000);
          expect(at(iso(now + (until - 1 - now) * part))).toEqual(answer);
          expect(at(iso(until - 1))).toEqual(answer);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('several windows a day', () => {
  const at = (...windows: [string, string][]) =>
    office({ weekly: windows.map(([from, to]) => ({ weekday: 1, from, to })), issuingMinutesBefore: 30 });
  const monday = (time: string) => `2026-11-23T${time}:00+01:00`;

  test('far apart: between them it is not yet open', () => {
    const now = at(['14:00', '16:00'], ['09:00', '11:00']);
    expect(now(monday('11:00'))).toEqual({
      state: 'not-yet-open',
      reason: 'hours',
      issuesAt: monday('13:30'),
      opensAt: monday('14:00'),
      until: monday('13:30'),
    });
    expect(now(monday('13:45'))).toMatchObject({ state: 'open', opensAt: monday('14:00'), closesAt: monday('16:00') });
    expect(now(monday('09:10')).issuesAt).toBe(monday('13:30'));
  });

  test('that adjoin or overlap are one', () => {
    for (const now of [
      at(['09:00', '10:00'], ['10:00', '11:00']),
      at(['09:30', '11:00'], ['09:00', '10:00']),
      at(['09:00', '11:00'], ['09:30', '10:00']),
      at(['09:00', '11:00'], ['09:00', '11:00']),
    ]) {
      const untilEleven = { state: 'open', closesAt: monday('11:00'), opensAt: '2026-11-30T09:00:00+01:00' };
      for (const time of ['09:00', '09:45', '10:00', '10:59']) {
        expect(now(monday(time))).toMatchObject(untilEleven);
        expect(now(monday(time)).until).toBe(monday('11:00'));
      }
    }
  });

  test('whose pause is shorter than the lead: numbers are given throughout, the doors open again', () => {
    const now = at(['09:00', '11:00'], ['11:15', '13:00']);
    expect(now(monday('10:50'))).toEqual({
      state: 'open',
      issuesAt: '2026-11-30T08:30:00+01:00',
      opensAt: monday('11:15'),
      closesAt: monday('13:00'),
      until: monday('11:00'),
    });
    expect(now(monday('11:05'))).toMatchObject({ state: 'open', opensAt: monday('11:15'), until: monday('11:15') });
  });

  test('just after midnight: numbers of that day are not given the day before', () => {
    const now = at(['00:10', '02:00']);
    expect(now('2026-11-22T23:55:00+01:00')).toMatchObject({
      state: 'closed',
      issuesAt: monday('00:00'),
      opensAt: monday('00:10'),
      until: monday('00:00'),
    });
    expect(now(monday('00:00')).state).toBe('open');
  });

  test('until the last minute of the day', () => {
    expect(at(['22:00', '23:59'])(monday('23:58'))).toMatchObject({ state: 'open', until: monday('23:59') });
  });
});

describe('a day that is not like the others', () => {
  test('a Monday that is a holiday is closed, and the citizen is told which', () => {
    expect(office()('2026-04-06T09:30:00+02:00')).toEqual({
      state: 'closed',
      reason: 'holiday',
      reasonName: 'Lunedì dell’Angelo',
      issuesAt: '2026-04-13T08:45:00+02:00',
      opensAt: '2026-04-13T09:00:00+02:00',
      until: '2026-04-07T00:00:00+02:00',
    });
  });

  test('a holiday on a day without hours explains nothing: it is closed as on any Tuesday', () => {
    const { reason, reasonName } = office()('2026-12-08T09:30:00+01:00');
    expect([reason, reasonName]).toEqual(['hours', undefined]);
  });

  test('a closure holds on its first and its last day, and says why', () => {
    const at = office({ weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '11:00' })) });
    expect(at('2026-12-23T09:30:00+01:00').state).toBe('open');
    for (const day of ['2026-12-24', '2026-12-31', '2027-01-06']) {
      expect(at(`${day}T09:30:00+01:00`)).toMatchObject({
        state: 'closed',
        reason: 'closure',
        reasonName: 'Chiusura natalizia',
        opensAt: '2027-01-07T09:00:00+01:00',
      });
    }
    expect(at('2027-01-07T09:30:00+01:00').state).toBe('open');
  });

  test('of a closure and a holiday on one day the closure is told, in the words of the settings', () => {
    expect(office()('2026-12-28T09:30:00+01:00').reasonName).toBe('Chiusura natalizia');
  });

  test('an extraordinary opening wins over hours, holiday and closure of its day', () => {
    const opening = (date: string) => office({ openings: [{ date, from: '15:00', to: '16:00' }] });
    for (const [date, offset] of [
      ['2026-11-24', '+01:00'],
      ['2026-04-06', '+02:00'],
      ['2026-12-28', '+01:00'],
      ['2026-11-23', '+01:00'],
    ] as const) {
      const at = (time: string) => opening(date)(`${date}T${time}:00${offset}`);
      expect(at('09:30')).toMatchObject({
        state: 'not-yet-open',
        reason: 'hours',
        opensAt: `${date}T15:00:00${offset}`,
      });
      expect(at('15:30').state).toBe('open');
      expect(at('16:00')).toMatchObject({ state: 'closed', reason: 'hours' });
      expect(at('16:00')).not.toHaveProperty('reasonName');
    }
  });

  test('an extraordinary opening may have two windows', () => {
    const at = office({
      openings: [
        { date: '2026-11-28', from: '14:00', to: '15:00' },
        { date: '2026-11-28', from: '09:00', to: '10:00' },
      ],
    });
    expect(at('2026-11-27T12:00:00+01:00').opensAt).toBe('2026-11-28T09:00:00+01:00');
    expect(at('2026-11-28T10:00:00+01:00').opensAt).toBe('2026-11-28T14:00:00+01:00');
    expect(at('2026-11-28T15:00:00+01:00').opensAt).toBe('2026-11-30T09:00:00+01:00');
  });

  test('the next opening is looked for past holidays and closures', () => {
    expect(office()('2026-12-21T11:00:00+01:00').opensAt).toBe('2027-01-11T09:00:00+01:00');
  });

  test('an office that never opens says so by saying no time', () => {
    const never = { state: 'closed', reason: 'hours', until: '2026-11-24T00:00:00+01:00' };
    expect(office({ weekly: [] })('2026-11-23T09:30:00+01:00')).toEqual(never);
  });

  test('an opening is announced 400 days ahead, not 401', () => {
    const at = office({ weekly: [], openings: [{ date: '2027-12-28', from: '09:00', to: '10:00' }] });
    expect(at('2026-11-23T12:00:00+01:00').opensAt).toBe('2027-12-28T09:00:00+01:00');
    expect(at('2026-11-22T12:00:00+01:00').opensAt).toBeUndefined();
  });

  test('in a zone whose midnight is skipped the day begins when its clocks do', () => {
    const at = office({ zone: 'Africa/Cairo', weekly: [{ weekday: 5, from: '00:00', to: '02:00' }] });
    expect(at('2026-04-23T12:00:00+02:00')).toMatchObject({
      opensAt: '2026-04-24T01:00:00+03:00',
      until: '2026-04-24T01:00:00+03:00',
    });
    expect(at('2026-04-24T01:00:00+03:00').state).toBe('open');
  });
});

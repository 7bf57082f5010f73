// SPDX-License-Identifier: EUPL-1.2
/** Which days are public holidays, by the names that Italians give them. */
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

/** `rule` as date-holidays writes its own: `monday after 3rd sunday in September`, `12-07`. */
export interface PatronDay {
  name: string;
  rule: string;
}

const LEAP_YEAR = '2028';
const ACCEPTED =
  'a day of the year such as "12-07", a weekday such as "monday after 3rd sunday in September", ' +
  'or days after Easter such as "easter 50"';

/**
 * The name of the holiday on a day (`2026-12-08`), if it is one. The days of a year are worked out when one of them is
 * first asked for (some 20 ms).
 * @param country two capital letters (ISO 3166)
 * @throws Error with a sentence when country or rule cannot be understood
 * @see https://github.com/commenthol/date-holidays/blob/master/docs/specification.md the grammar of the rules
 */
export function holidaysOf(country: string, patronDay?: PatronDay): (date: string) => string | undefined {
  const holidays = new Holidays(country, { languages: ['it'], types: ['public'] });
  if (!(country in holidays.getCountries())) {
    throw new Error(`No holidays are known of the country "${country}"; what is accepted is two letters such as IT.`);
  }
  if (patronDay && !add(holidays, patronDay)) {
    throw new Error(`The rule of the patron day is "${patronDay.rule}", but what is accepted is: ${ACCEPTED}.`);
  }
  const years = new Map<string, Map<string, string>>();
  return (date) => {
    const year = date.slice(0, 4);
    const days = years.get(year) ?? daysOf(holidays, year);
    years.set(year, days);
    return days.get(date);
  };
}

/** False for a rule that date-holidays refuses, and for one that it takes without finding the day that it names. */
function add(holidays: Holidays, { name, rule }: PatronDay): boolean {
  const [, year, month, day] = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})\b/.exec(rule) ?? [];
  try {
    if (month) {
      const named = { year: Number(year ?? LEAP_YEAR), month: Number(month), day: Number(day) };
      Temporal.PlainDate.from(named, { overflow: 'reject' });
    }
    holidays.setRule({ rule, name: { it: name }, type: 'public' });
    return holidays.getHolidays(year ?? LEAP_YEAR).some((h) => h.rule === rule);
  } catch {
    return false;
  }
}

function daysOf(holidays: Holidays, year: string): Map<string, string> {
  return new Map(
    holidays.getHolidays(year).flatMap(({ date, start, end, name }) => {
      const first = Temporal.PlainDate.from(date.slice(0, 10));
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      return Array.from({ length }, (_, days): [string, string] => [first.add({ days }).toString(), name]);
    }),
  );
}

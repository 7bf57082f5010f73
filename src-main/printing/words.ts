// SPDX-License-Identifier: EUPL-1.2
/** What a slip says, in the citizen's language. */
import type { Language } from '../core/ticket.ts';
import type { Slip } from './slip.ts';
import { ar } from '../messages/slip/ar.ts';
import { en } from '../messages/slip/en.ts';
import { es } from '../messages/slip/es.ts';
import { fr } from '../messages/slip/fr.ts';
import { hoursInWords, timeInWords } from './hours.ts';
import { it, type Words } from '../messages/slip/it.ts';
import { ro } from '../messages/slip/ro.ts';
import { uk } from '../messages/slip/uk.ts';
import { zh } from '../messages/slip/zh.ts';

export const WORDS: Readonly<Record<Language, Words>> = { it, en, ar, es, ro, fr, uk, zh };

const days = new Map<Language, Intl.DateTimeFormat>();

/**
 * `2026-11-23T09:05:12+01:00` -> `lunedì 23 novembre 2026, ore 9:05`, with spaces that do not break a line before a
 * figure. The time is the one that is written, whatever its offset: it is what the clock on the office's wall showed.
 */
export function issuedInWords(issuedAt: string, language: Language): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(issuedAt) ?? [];
  if (!day || !time) throw new Error(`Not a time in ISO 8601: ${issuedAt}`);
  const { locale, issued } = WORDS[language];
  let format = days.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const),
      timeZone: 'UTC',
    });
    days.set(language, format);
  }
  const said = format.format(new Date(`${day}T00:00Z`)).replaceAll(/(?<=\d.*) /g, '\u00a0');
  return issued(said, timeInWords(time));
}

/** The service in the citizen's language, where it is one that we have words for. */
export function serviceInWords({ serviceId, language }: Slip): string | undefined {
  const { services } = WORDS[language];
  // what an office calls its services in Italian is in its settings
  if (language === 'it' || !Object.hasOwn(services, serviceId)) return undefined;
  return services[serviceId as keyof typeof services];
}

/** `da 20 a 35 minuti`; undefined where nothing is known of it. */
export function waitInWords({ waitMinutes, language }: Slip): string | undefined {
  if (!waitMinutes) return undefined;
  const { wait, about, upTo, between } = WORDS[language];
  const [low, high] = waitMinutes;
  const said = low === high ? about(high) : low === 0 ? upTo(high) : between(low, high);
  return joined(wait, said);
}

/** One line where the hours are the same on all days, else one under the other. */
export function walkInInWords({ office, language }: Slip): string[] {
  const words = WORDS[language];
  const hours = hoursInWords(office.walkInHours, words);
  if (hours.length === 0) return [];
  return hours.length === 1 ? [joined(words.walkIn, hours[0]!)] : [words.walkIn, ...hours];
}

/** The telephone, and beneath it when it is answered. */
export function bookingInWords({ office, language }: Slip): string[] {
  const words = WORDS[language];
  // set apart from what surrounds it: its groups of figures would change places in Arabic
  const telephone = `\u2066${office.telephone.replaceAll(' ', '\u00a0')}\u2069`;
  return [joined(words.booking, telephone), ...hoursInWords(office.telephoneHours, words)];
}

/** The settings write a service as it stands within a sentence; on a slip it stands by itself. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('it') + words.slice(1);
}

/** The Chinese colon has its space within itself. */
function joined(label: string, words: string): string {
  return label.endsWith('：') ? label + words : `${label} ${words}`;
}

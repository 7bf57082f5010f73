// SPDX-License-Identifier: EUPL-1.2
/** The words on a slip, in Italian. */

export const REPRINT = 'RISTAMPA';

export const IF_ABSENT = 'Se non è in sala quando la chiamiamo, mostri questo biglietto allo sportello.';

const dayInWords = new Intl.DateTimeFormat('it', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * `2026-11-23T09:05:12+01:00` -> `lunedì 23 novembre 2026, ore 9:05`, with spaces that do not break a line before a
 * figure. The time is the one that is written, whatever its offset: it is what the clock on the office's wall showed.
 */
export function issuedInWords(issuedAt: string): string {
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(issuedAt) ?? [];
  if (!day) throw new Error(`Not a time in ISO 8601: ${issuedAt}`);
  return `${dayInWords.format(new Date(`${day}T00:00Z`))}, ore\u00a0${Number(hour)}:${minute}`;
}

export function aheadInWords(ahead: number): string {
  if (ahead === 0) return 'Prima di lei: nessuno';
  return ahead === 1 ? 'Prima di lei: 1 persona' : `Prima di lei: ${ahead} persone`;
}

export function telephoneInWords(telephone: string): string {
  return `Telefono ${telephone}`;
}

/** The settings write a service as it stands within a sentence; on a slip it stands by itself. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('it') + words.slice(1);
}

// SPDX-License-Identifier: EUPL-1.2
/** What a slip says in Italian; every other language says the same things. U+00A0 is a space that breaks no line. */
import { plural } from '../plural.ts';

const minutes = plural('it', { one: '#\u00a0minuto', other: '#\u00a0minuti' });

export const it = {
  /** For days: a BCP 47 name that keeps Latin digits. */
  locale: 'it',

  reprint: 'RISTAMPA',
  /** By the id of the service. */
  services: { 'walk-in': 'Senza appuntamento', appointment: 'Con appuntamento' },
  ahead: plural('it', {
    nobody: 'Prima di lei: nessuno',
    one: 'Prima di lei: #\u00a0persona',
    other: 'Prima di lei: #\u00a0persone',
  }),

  /** Before how long one has to wait. */
  wait: 'Attesa prevista:',
  about: (high: number) => `circa ${minutes(high)}`,
  upTo: (high: number) => `fino a ${minutes(high)}`,
  between: (low: number, high: number) => `da\u00a0${low}\u00a0a\u00a0${minutes(high)}`,

  ifAbsent: 'Se non è in sala quando la chiamiamo, mostri questo biglietto allo sportello.',
  issued: (day: string, time: string) => `${day}, ore\u00a0${time}`,

  /** Before the weekly hours. */
  walkIn: 'Senza appuntamento:',
  /** Before the telephone number. */
  booking: 'Per un appuntamento:',
  /** Of days or times, the last one included. */
  range: (from: string, to: string) => `${from}–${to}`,
  online: 'Il suo biglietto in rete',
};

export type Words = typeof it;

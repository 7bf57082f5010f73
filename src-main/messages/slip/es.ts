// SPDX-License-Identifier: EUPL-1.2
/** What a slip says in Spanish. */
import type { Words } from './it.ts';
import { plural } from '../plural.ts';

const minutes = plural('es', { one: '#\u00a0minuto', other: '#\u00a0minutos' });

export const es: Words = {
  locale: 'es',

  reprint: 'REIMPRESIÓN',
  services: { 'walk-in': 'Sin cita previa', appointment: 'Con cita previa' },
  ahead: plural('es', {
    nobody: 'No hay nadie delante',
    one: 'Hay #\u00a0persona delante',
    other: 'Hay #\u00a0personas delante',
  }),

  wait: 'Espera prevista:',
  about: (high) => `unos ${minutes(high)}`,
  upTo: (high) => `hasta ${minutes(high)}`,
  between: (low, high) => `de\u00a0${low}\u00a0a\u00a0${minutes(high)}`,

  ifAbsent: 'Si no está en la sala cuando le llamemos, muestre este papel en la ventanilla.',
  issued: (day, time) => `${day}, a\u00a0las\u00a0${time}`,

  walkIn: 'Sin cita previa:',
  booking: 'Para pedir cita:',
  range: (from, to) => `${from}–${to}`,
  online: 'Su número en internet',
};

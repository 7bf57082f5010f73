// SPDX-License-Identifier: EUPL-1.2
/** What a slip says in Ukrainian. */
import type { Words } from './it.ts';
import { plural } from '../plural.ts';

/** As they are said after a preposition: `до 21 хвилини`. */
const minutes = plural('uk', {
  one: '#\u00a0хвилини',
  few: '#\u00a0хвилин',
  many: '#\u00a0хвилин',
  other: '#\u00a0хвилини',
});

export const uk: Words = {
  locale: 'uk',

  reprint: 'ПОВТОРНИЙ ДРУК',
  services: { 'walk-in': 'Без запису', appointment: 'За записом' },
  ahead: plural('uk', {
    nobody: 'Перед вами нікого',
    one: 'Перед вами #\u00a0особа',
    few: 'Перед вами #\u00a0особи',
    many: 'Перед вами #\u00a0осіб',
    other: 'Перед вами #\u00a0особи',
  }),

  wait: 'Час очікування:',
  about: (high) => `близько ${minutes(high)}`,
  upTo: (high) => `до\u00a0${minutes(high)}`,
  between: (low, high) => `від\u00a0${low}\u00a0до\u00a0${minutes(high)}`,

  ifAbsent: 'Якщо вас не буде в залі, коли ми вас викличемо, покажіть цей талон біля віконця.',
  issued: (day, time) => `${day}, ${time}`,

  walkIn: 'Без запису:',
  booking: 'Щоб записатися:',
  range: (from, to) => `${from}–${to}`,
  online: 'Ваш талон в інтернеті',
};

// SPDX-License-Identifier: EUPL-1.2
/** What a slip says in English. */
import type { Words } from './it.ts';
import { plural } from '../plural.ts';

const minutes = plural('en', { one: '#\u00a0minute', other: '#\u00a0minutes' });

export const en: Words = {
  locale: 'en-GB',

  reprint: 'REPRINT',
  services: { 'walk-in': 'Without appointment', appointment: 'With appointment' },
  ahead: plural('en', {
    nobody: 'Nobody before you',
    one: '#\u00a0person before you',
    other: '#\u00a0people before you',
  }),

  wait: 'Expected wait:',
  about: (high) => `about ${minutes(high)}`,
  upTo: (high) => `up to ${minutes(high)}`,
  between: (low, high) => `${low}\u00a0to\u00a0${minutes(high)}`,

  ifAbsent: 'If you are not in the room when we call you, show this ticket at the counter.',
  issued: (day, time) => `${day}, at\u00a0${time}`,

  walkIn: 'Without appointment:',
  booking: 'For an appointment:',
  range: (from, to) => `${from}–${to}`,
  online: 'Your ticket online',
};

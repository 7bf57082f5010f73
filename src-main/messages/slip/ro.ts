// SPDX-License-Identifier: EUPL-1.2
/** What a slip says in Romanian. */
import type { Words } from './it.ts';
import { plural } from '../plural.ts';

const minutes = plural('ro', { one: '#\u00a0minut', few: '#\u00a0minute', other: '#\u00a0de\u00a0minute' });

export const ro: Words = {
  locale: 'ro',

  reprint: 'RETIPĂRIRE',
  services: { 'walk-in': 'Fără programare', appointment: 'Cu programare' },
  ahead: plural('ro', {
    nobody: 'Nu aveți pe nimeni în față',
    one: 'Aveți #\u00a0persoană în față',
    few: 'Aveți #\u00a0persoane în față',
    other: 'Aveți #\u00a0de\u00a0persoane în față',
  }),

  wait: 'Așteptare estimată:',
  about: (high) => `circa ${minutes(high)}`,
  upTo: (high) => `cel mult ${minutes(high)}`,
  between: (low, high) => `între\u00a0${low}\u00a0și\u00a0${minutes(high)}`,

  ifAbsent: 'Dacă nu sunteți în sală când vă chemăm, arătați acest bon la ghișeu.',
  issued: (day, time) => `${day}, ora\u00a0${time}`,

  walkIn: 'Fără programare:',
  booking: 'Pentru o programare:',
  range: (from, to) => `${from}–${to}`,
  online: 'Bonul dumneavoastră pe internet',
};

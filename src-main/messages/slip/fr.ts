// SPDX-License-Identifier: EUPL-1.2
/** What a slip says in French. */
import type { Words } from './it.ts';
import { plural } from '../plural.ts';

const minutes = plural('fr', { one: '#\u00a0minute', other: '#\u00a0minutes' });

export const fr: Words = {
  locale: 'fr',

  reprint: 'RÉIMPRESSION',
  services: { 'walk-in': 'Sans rendez-vous', appointment: 'Avec rendez-vous' },
  ahead: plural('fr', {
    nobody: 'Personne avant vous',
    one: '#\u00a0personne avant vous',
    other: '#\u00a0personnes avant vous',
  }),

  wait: 'Attente prévue\u00a0:',
  about: (high) => `environ ${minutes(high)}`,
  upTo: (high) => `jusqu’à ${minutes(high)}`,
  between: (low, high) => `de\u00a0${low}\u00a0à\u00a0${minutes(high)}`,

  ifAbsent: 'Si vous n’êtes pas dans la salle quand nous vous appelons, montrez ce ticket au guichet.',
  issued: (day, time) => `${day}, à\u00a0${time}`,

  walkIn: 'Sans rendez-vous\u00a0:',
  booking: 'Pour un rendez-vous\u00a0:',
  range: (from, to) => `${from}–${to}`,
  online: 'Votre ticket en ligne',
};

// SPDX-License-Identifier: EUPL-1.2
/** What the public reads, in French; U+00A0 stands before what French sets apart. */
import { plural } from '../plural.ts';
import type { Messages } from './it.ts';

const minutes = plural('fr', { one: '# minute', other: '# minutes' });

export const fr: Messages = {
  locale: 'fr',

  welcome: 'Bienvenue',
  waiting: 'En attente',
  people: plural('fr', { one: '# personne', other: '# personnes' }),
  nobodyWaiting: 'Personne n’attend',
  expectedWait: 'Attente prévue',
  minutes,
  about: (low, high) => (low === high ? `environ ${minutes(high)}` : `de ${low} à ${minutes(high)}`),
  services: { 'walk-in': 'Prenez un\u00a0numéro', appointment: 'J’ai un rendez-vous' },
  oneMoment: 'Un instant…',
  screenOnly: 'Pour le moment, le numéro apparaît seulement sur cet écran, sans ticket en papier.',
  language: 'Langue',

  goFirst: 'J’ai besoin de passer avant',
  priority: {
    title: 'Voulez-vous passer avant\u00a0?',
    who: 'C’est pour les personnes qui ont du mal à attendre\u00a0: handicap, grossesse, enfant en bas âge.',
    privacy: 'Vous n’avez pas à dire pourquoi. Le ticket ne l’indique pas.',
    yes: 'Oui, je voudrais passer avant',
    back: 'Retour',
  },
  view: { name: 'Mieux voir', contrast: 'Contraste', larger: 'Texte', low: 'Plus bas' },

  speech: {
    name: 'Voix',
    intro: 'Guide vocal. Une touche avance, une recule, une choisit.',
    louder: 'Plus fort',
    softer: 'Moins fort',
    off: 'Éteindre',
    button: 'bouton',
    chosen: 'choisi',
  },

  yourNumber: 'Votre numéro est le',
  ahead: 'Personnes avant vous',
  nobodyAhead: 'aucune',
  printing: 'Nous imprimons votre ticket',
  takeSlip: 'Prenez votre ticket',
  remember: 'Retenez ce numéro',
  validWithoutPaper: 'Il est valable même sans ticket en papier.',
  slipMayCome: 'Le numéro est valable.\nSi un ticket sort, prenez-le.',
  isItYours: 'Ce numéro est-il le vôtre\u00a0?',
  itIsMine: 'Oui, c’est le mien',
  takeMine: 'Non, je prends le mien',
  closesIn: plural('fr', {
    one: 'Cette page se ferme dans # seconde',
    other: 'Cette page se ferme dans # secondes',
  }),
  moreTime: 'J’ai besoin de plus de temps',
  done: 'J’ai terminé',
  read: 'J’ai lu le numéro',
  understood: 'J’ai compris',

  refusals: {
    closed: {
      title: 'Nous ne donnons pas de numéros pour le moment',
      advice: 'La page suivante indique quand revenir.',
    },
    'not-yet-open': {
      title: 'Il est encore tôt',
      advice: 'La page suivante indique à quelle heure prendre un numéro.',
    },
    full: {
      title: 'Il n’y a plus de numéros aujourd’hui',
      advice: 'La page suivante indique quand revenir et comment avoir un rendez-vous.',
    },
    paused: {
      title: 'Une courte pause',
      advice: 'Nous redonnerons bientôt des numéros\u00a0: attendez tout près, s’il vous plaît.',
    },
    'storage-failed': {
      title: 'Appelez quelqu’un de l’accueil, s’il vous plaît',
      advice: 'Nous ne pouvons pas donner de numéro ici pour le moment\u00a0: on va vous aider tout de suite.',
    },
    other: {
      title: 'Appelez quelqu’un de l’accueil, s’il vous plaît',
      advice: 'Cette personne vous donnera un numéro.',
    },
  },

  closed: 'Nous sommes fermés',
  closedToday: 'Nous sommes fermés aujourd’hui',
  dayClosed: 'Nous avons fermé pour aujourd’hui',
  opensLater: 'Nous ouvrons plus tard aujourd’hui',
  opensSoon: 'Nous ouvrons bientôt',
  full: 'Il n’y a plus de numéros aujourd’hui',
  paused: 'Une courte pause',
  pausedAdvice: 'Nous redonnerons bientôt des numéros.',
  stillCalled: 'Toutes les personnes qui ont un numéro seront appelées.',
  opensAgain: 'Prochaine ouverture',
  opens: 'Nous ouvrons',
  nextTime: 'Le prochain jour',
  numbersIn: 'Vous pourrez prendre un numéro dans',
  numbersFrom: (time) => `On prend un numéro à partir de ${time}.`,
  doorsOpen: (time) => `Les guichets ouvrent à ${time}.`,
  today: 'aujourd’hui',
  tomorrow: 'demain',
  at: (time) => `à ${time}`,

  withoutAppointment: 'Sans rendez-vous',
  withAppointment: 'Pour un rendez-vous',
  hours: (days, from, to) => `${days} de ${from} à ${to}`,
  where: 'Où',

  moment: 'Un instant',
  momentAdvice: 'Le service revient tout de suite.',
  numbersStayValid: 'Si vous avez déjà un numéro, il reste valable.',
  simulated: 'Heure simulée',
};

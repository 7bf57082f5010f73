// SPDX-License-Identifier: EUPL-1.2
/** What the public reads, in Romanian. */
import { plural } from '../plural.ts';
import type { Messages } from './it.ts';

const minutes = plural('ro', { one: 'un minut', few: '# minute', other: '# de minute' });

export const ro: Messages = {
  locale: 'ro',

  welcome: 'Bine ați venit',
  waiting: 'În așteptare',
  people: plural('ro', { one: 'o persoană', few: '# persoane', other: '# de persoane' }),
  nobodyWaiting: 'Nu așteaptă nimeni',
  expectedWait: 'Așteptare estimată',
  minutes,
  about: (low, high) => (low === high ? `circa ${minutes(high)}` : `între ${low} și ${minutes(high)}`),
  services: { 'walk-in': 'Luați un\u00a0număr', appointment: 'Am programare' },
  oneMoment: 'Un moment…',
  screenOnly: 'Acum numărul apare doar pe acest ecran, fără bon de hârtie.',
  language: 'Limba',

  goFirst: 'Am nevoie să trec înainte',
  priority: {
    title: 'Doriți să treceți înainte?',
    who: 'Este pentru cei cărora le este greu să aștepte: persoane cu dizabilități, gravide sau cu un copil mic.',
    privacy: 'Nu trebuie să spuneți de ce. Motivul nu apare pe bon.',
    yes: 'Da, doresc să trec înainte',
    back: 'Înapoi',
  },
  view: { name: 'Pentru a vedea mai bine', contrast: 'Contrast', larger: 'Text', low: 'Mai jos' },

  speech: {
    name: 'Voce',
    intro: 'Ghid vocal. O tastă merge înainte, una înapoi, una alege.',
    louder: 'Mai tare',
    softer: 'Mai încet',
    off: 'Oprește',
    button: 'buton',
    chosen: 'ales',
  },

  yourNumber: 'Numărul dumneavoastră este',
  ahead: 'Persoane în față',
  nobodyAhead: 'niciuna',
  printing: 'Tipărim bonul dumneavoastră',
  takeSlip: 'Luați bonul',
  remember: 'Țineți minte acest număr',
  validWithoutPaper: 'Este valabil și fără bon de hârtie.',
  slipMayCome: 'Numărul este valabil.\nDacă iese un bon, vă rugăm să îl luați.',
  isItYours: 'Este numărul dumneavoastră?',
  itIsMine: 'Da, este al meu',
  takeMine: 'Nu, îl iau pe al meu',
  closesIn: plural('ro', {
    one: 'Pagina se închide peste o secundă',
    few: 'Pagina se închide peste # secunde',
    other: 'Pagina se închide peste # de secunde',
  }),
  moreTime: 'Am nevoie de mai mult timp',
  done: 'Am terminat',
  read: 'Am citit numărul',
  understood: 'Am înțeles',

  refusals: {
    closed: { title: 'Acum nu se dau numere', advice: 'Pe pagina următoare vedeți când puteți reveni.' },
    'not-yet-open': {
      title: 'Este încă devreme',
      advice: 'Pe pagina următoare vedeți de la ce oră se dau numere.',
    },
    full: {
      title: 'Nu mai sunt numere pentru astăzi',
      advice: 'Pe pagina următoare vedeți când puteți reveni și cum obțineți o programare.',
    },
    paused: { title: 'O scurtă pauză', advice: 'În curând se dau din nou numere: vă rugăm să așteptați aici.' },
    'storage-failed': {
      title: 'Vă rugăm să chemați un angajat',
      advice: 'Acum nu se pot da numere aici: un angajat vă va ajuta imediat.',
    },
    other: { title: 'Vă rugăm să chemați un angajat', advice: 'Vă va da numărul personal.' },
  },

  closed: 'Acum este închis',
  closedToday: 'Astăzi este închis',
  dayClosed: 'Am închis pentru astăzi',
  opensLater: 'Astăzi deschidem mai târziu',
  opensSoon: 'Deschidem în curând',
  full: 'Nu mai sunt numere pentru astăzi',
  paused: 'O scurtă pauză',
  pausedAdvice: 'În curând se dau din nou numere.',
  stillCalled: 'Cine are deja un număr va fi chemat.',
  opensAgain: 'Redeschidem',
  opens: 'Deschidem',
  nextTime: 'Ziua următoare',
  numbersIn: 'Puteți lua un număr peste',
  numbersFrom: (time) => `Numărul se ia de la ora ${time}.`,
  doorsOpen: (time) => `Ghișeele se deschid la ora ${time}.`,
  today: 'astăzi',
  tomorrow: 'mâine',
  at: (time) => `la ora ${time}`,

  withoutAppointment: 'Fără programare',
  withAppointment: 'Pentru o programare',
  hours: (days, from, to) => `${days} de la ${from} la ${to}`,
  where: 'Unde',

  moment: 'Un moment',
  momentAdvice: 'Serviciul revine imediat.',
  numbersStayValid: 'Dacă aveți deja un număr, rămâne valabil.',
  simulated: 'Oră simulată',
};

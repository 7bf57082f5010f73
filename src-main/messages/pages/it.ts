// SPDX-License-Identifier: EUPL-1.2
/** What the public reads, in Italian; every other language says the same things. */
import { plural } from '../plural.ts';

const minutes = plural('it', { one: '1 minuto', other: '# minuti' });

export const it = {
  /** For dates: a BCP 47 name that keeps Latin digits. */
  locale: 'it',

  welcome: 'Benvenuti',
  waiting: 'In attesa',
  people: plural('it', { one: '1 persona', other: '# persone' }),
  nobodyWaiting: 'Nessuno in attesa',
  expectedWait: 'Attesa prevista',
  minutes,
  about: (low: number, high: number) => (low === high ? `circa ${minutes(high)}` : `da ${low} a ${minutes(high)}`),
  services: { 'walk-in': 'Prenda il\u00a0numero', appointment: 'Ho un appuntamento' },
  oneMoment: 'Un momento…',
  screenOnly: 'Adesso il numero appare solo su questo schermo, senza biglietto di carta.',
  language: 'Lingua',

  goFirst: 'Ho bisogno di passare prima',
  priority: {
    title: 'Vuole passare prima?',
    who: 'È per chi fa fatica ad aspettare: per una disabilità, in gravidanza o con un bambino piccolo.',
    privacy: 'Non deve spiegare il motivo. Il biglietto non lo dice.',
    yes: 'Sì, vorrei passare prima',
    back: 'Indietro',
  },
  /** What changes how the screen is seen and reached. */
  view: { name: 'Per vedere meglio', contrast: 'Contrasto', larger: 'Testo', low: 'In basso' },

  /** Guided speech: the first is written on its button, the others are said, or written on its other buttons. */
  speech: {
    name: 'Voce',
    intro: 'Guida vocale. Un tasto va avanti, uno indietro, uno sceglie.',
    louder: 'Più forte',
    softer: 'Più piano',
    off: 'Spegni',
    /** Said after what can be chosen, and after what is. */
    button: 'pulsante',
    chosen: 'scelto',
  },

  yourNumber: 'Il suo numero è',
  ahead: 'Persone davanti a lei',
  nobodyAhead: 'nessuna',
  printing: 'Stiamo stampando il biglietto',
  takeSlip: 'Ritiri il biglietto',
  remember: 'Si ricordi questo numero',
  validWithoutPaper: 'Vale anche senza biglietto di carta.',
  slipMayCome: 'Il numero è valido.\nSe esce un biglietto, lo prenda.',
  isItYours: 'È suo questo numero?',
  itIsMine: 'Sì, è il mio',
  takeMine: 'No, prendo il mio',
  closesIn: plural('it', {
    one: 'Questa pagina si chiude tra 1 secondo',
    other: 'Questa pagina si chiude tra # secondi',
  }),
  moreTime: 'Ho bisogno di più tempo',
  done: 'Ho finito',
  read: 'Ho letto il numero',
  understood: 'Ho capito',

  refusals: {
    closed: { title: 'Per adesso non si danno numeri', advice: 'Nella prossima pagina trova quando tornare.' },
    'not-yet-open': { title: 'È ancora presto', advice: 'Nella prossima pagina trova a che ora si danno i numeri.' },
    full: {
      title: 'I numeri di oggi sono finiti',
      advice: 'Nella prossima pagina trova quando tornare e come avere un appuntamento.',
    },
    paused: { title: 'Una breve pausa', advice: 'I numeri riprendono tra poco: attenda qui vicino.' },
    'storage-failed': {
      title: 'Chiami un operatore, per favore',
      advice: 'Da qui adesso non si danno numeri: un operatore la aiuterà subito.',
    },
    other: { title: 'Chiami un operatore, per favore', advice: 'Le darà il numero di persona.' },
  },

  closed: 'Adesso siamo chiusi',
  closedToday: 'Oggi siamo chiusi',
  dayClosed: 'Per oggi abbiamo chiuso',
  opensLater: 'Oggi apriamo più tardi',
  opensSoon: 'Apriamo tra poco',
  full: 'I numeri di oggi sono finiti',
  paused: 'Una breve pausa',
  pausedAdvice: 'I numeri riprendono tra poco.',
  stillCalled: 'Chi ha già un numero sarà chiamato.',
  opensAgain: 'Riapriamo',
  opens: 'Apriamo',
  nextTime: 'Il prossimo giorno',
  numbersIn: 'Si prende il numero tra',
  numbersFrom: (time: string) => `Il numero si prende dalle ${time}.`,
  doorsOpen: (time: string) => `Gli sportelli aprono alle ${time}.`,
  today: 'oggi',
  tomorrow: 'domani',
  at: (time: string) => `alle ${time}`,

  withoutAppointment: 'Senza appuntamento',
  withAppointment: 'Per un appuntamento',
  hours: (days: string, from: string, to: string) => `${days} dalle ${from} alle ${to}`,
  where: 'Dove',

  moment: 'Un momento',
  momentAdvice: 'Il servizio torna subito.',
  numbersStayValid: 'Se ha già un numero, resta valido.',
  simulated: 'Ora simulata',
};

export type Messages = typeof it;

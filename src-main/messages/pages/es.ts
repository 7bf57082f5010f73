// SPDX-License-Identifier: EUPL-1.2
/** What the public reads, in Spanish. */
import { plural } from '../plural.ts';
import type { Messages } from './it.ts';

const minutes = plural('es', { one: '1 minuto', other: '# minutos' });
const article = (time: string) => (time.startsWith('1:') ? 'la' : 'las');

export const es: Messages = {
  locale: 'es',

  welcome: 'Le damos la bienvenida',
  waiting: 'En espera',
  people: plural('es', { one: '1 persona', other: '# personas' }),
  nobodyWaiting: 'No hay nadie esperando',
  expectedWait: 'Espera prevista',
  minutes,
  about: (low, high) => (low === high ? `alrededor de ${minutes(high)}` : `de ${low} a ${minutes(high)}`),
  services: { 'walk-in': 'Tome su\u00a0número', appointment: 'Tengo cita previa' },
  oneMoment: 'Un momento…',
  screenOnly: 'Por ahora el número aparece solo en esta pantalla, sin papel.',
  language: 'Idioma',

  goFirst: 'Necesito pasar antes',
  priority: {
    title: '¿Desea pasar antes?',
    who: 'Es para quien no puede esperar mucho: por una discapacidad, un embarazo o un niño pequeño.',
    privacy: 'No tiene que explicar el motivo. El papel no lo indica.',
    yes: 'Sí, deseo pasar antes',
    back: 'Volver',
  },
  view: { name: 'Ver mejor', contrast: 'Contraste', larger: 'Texto', low: 'Más abajo' },

  speech: {
    name: 'Voz',
    intro: 'Guía por voz. Una tecla avanza, otra retrocede, otra elige.',
    louder: 'Más alto',
    softer: 'Más bajo',
    off: 'Apagar',
    button: 'botón',
    chosen: 'elegido',
  },

  yourNumber: 'Su número es',
  ahead: 'Personas delante',
  nobodyAhead: 'nadie',
  printing: 'Estamos imprimiendo su papel',
  takeSlip: 'Recoja su papel',
  remember: 'Recuerde este número',
  validWithoutPaper: 'También vale sin papel.',
  slipMayCome: 'El número es válido.\nSi sale un papel, recójalo.',
  isItYours: '¿Es suyo este número?',
  itIsMine: 'Sí, es el mío',
  takeMine: 'No, voy a tomar el mío',
  closesIn: plural('es', {
    one: 'Esta página se cierra en 1 segundo',
    other: 'Esta página se cierra en # segundos',
  }),
  moreTime: 'Necesito más tiempo',
  done: 'He terminado',
  read: 'He leído el número',
  understood: 'He entendido',

  refusals: {
    closed: { title: 'Ahora no se dan números', advice: 'En la página siguiente verá cuándo volver.' },
    'not-yet-open': {
      title: 'Todavía es temprano',
      advice: 'En la página siguiente verá a qué hora se dan los números.',
    },
    full: {
      title: 'No quedan números para hoy',
      advice: 'En la página siguiente verá cuándo volver y cómo pedir cita.',
    },
    paused: { title: 'Una breve pausa', advice: 'Pronto volveremos a dar números: espere aquí cerca, por favor.' },
    'storage-failed': {
      title: 'Avise a un empleado, por favor',
      advice: 'Ahora no se pueden dar números aquí: un empleado le ayudará enseguida.',
    },
    other: { title: 'Avise a un empleado, por favor', advice: 'Le dará el número en persona.' },
  },

  closed: 'Ahora está cerrado',
  closedToday: 'Hoy está cerrado',
  dayClosed: 'Por hoy hemos cerrado',
  opensLater: 'Hoy abrimos más tarde',
  opensSoon: 'Abrimos dentro de poco',
  full: 'No quedan números para hoy',
  paused: 'Una breve pausa',
  pausedAdvice: 'Pronto volveremos a dar números.',
  stillCalled: 'Llamaremos a todos los que ya tienen número.',
  opensAgain: 'Próxima apertura',
  opens: 'Abrimos',
  nextTime: 'Próximo día',
  numbersIn: 'Podrá tomar su número dentro de',
  numbersFrom: (time) => `Puede tomar su número desde ${article(time)} ${time}.`,
  doorsOpen: (time) => `Las ventanillas abren a ${article(time)} ${time}.`,
  today: 'hoy',
  tomorrow: 'mañana',
  at: (time) => `a ${article(time)} ${time}`,

  withoutAppointment: 'Sin cita previa',
  withAppointment: 'Para pedir cita',
  hours: (days, from, to) => `${days} de ${from} a ${to}`,
  where: 'Dónde',

  moment: 'Un momento',
  momentAdvice: 'El servicio vuelve enseguida.',
  numbersStayValid: 'Si ya tiene un número, sigue siendo válido.',
  simulated: 'Hora simulada',
};

// SPDX-License-Identifier: EUPL-1.2
/** What only the wall says. */
import { home } from '../lib/language.ts';

const anyOf = new Intl.ListFormat(home.id, { type: 'disjunction' });

export const words = {
  turn: 'È il turno del numero',
  newCall: 'Nuova chiamata',
  calledAgain: 'Chiamato di nuovo',
  lastCalled: 'Ultimo numero chiamato',
  calledBefore: 'Chiamati prima',
  takeNumber: 'Prenda il\u00a0numero al\u00a0chiosco',
  willAppear: 'Apparirà qui quando sarà il suo turno.',
  waiting: 'In attesa',
  notCurrent: 'Un momento: questi numeri non sono aggiornati.',
  touchForSound: 'Tocchi lo schermo per attivare l’audio',
  noSuchCounter: (ids: readonly string[]) =>
    `Nessuno sportello ha il nome ${anyOf.format(ids.map((id) => `«${id}»`))}: corregga l’indirizzo di questo schermo.`,
};

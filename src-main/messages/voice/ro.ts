// SPDX-License-Identifier: EUPL-1.2
/** What the voice says in Romanian. */
import type { Words } from './it.ts';

export const ro: Words = {
  number: (said) => `Numărul ${said}.`,
  counter: (said) => `Ghișeul ${said}.`,
  room: (said) => `Camera ${said}.`,
  to: 'la',
  letters: 'a,be,ce,de,e,ef,ge,haș,i,je,ka,el,em,en,o,pe,chiu,er,es,te,u,ve,dublu ve,ics,igrec,zet',
};

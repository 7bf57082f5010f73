// SPDX-License-Identifier: EUPL-1.2
/** What the voice says in Spanish. */
import type { Words } from './it.ts';

export const es: Words = {
  number: (said) => `Número ${said}.`,
  counter: (said) => `Ventanilla ${said}.`,
  room: (said) => `Sala ${said}.`,
  to: 'a',
  letters: 'a,be,ce,de,e,efe,ge,hache,i,jota,ka,ele,eme,ene,o,pe,cu,erre,ese,te,u,uve,uve doble,equis,i griega,zeta',
};

// SPDX-License-Identifier: EUPL-1.2
/** What the voice says in Italian, in words; every other language says the same things. */

export const it = {
  /** Of a ticket's number, with its figures already in words. */
  number: (said: string) => `Numero ${said}.`,
  counter: (said: string) => `Sportello ${said}.`,
  room: (said: string) => `Stanza ${said}.`,
  /** Between two figures: from the one to the other. */
  to: 'a',
  /** The letters of the alphabet, from A to Z, as they are called. */
  letters:
    'a,bi,ci,di,e,effe,gi,acca,i,i lunga,cappa,elle,emme,enne,o,pi,qu,erre,esse,ti,u,vu,doppia vu,ics,ipsilon,zeta',
};

export type Words = typeof it;

// SPDX-License-Identifier: EUPL-1.2
/** What the voice says in French. */
import type { Words } from './it.ts';

export const fr: Words = {
  number: (said) => `Numéro ${said}.`,
  counter: (said) => `Guichet ${said}.`,
  room: (said) => `Salle ${said}.`,
  to: 'à',
  letters: 'a,bé,cé,dé,e,effe,gé,ache,i,ji,ka,elle,emme,enne,o,pé,ku,erre,esse,té,u,vé,double vé,ixe,i grec,zède',
};

// SPDX-License-Identifier: EUPL-1.2
/** What the voice says in English. */
import type { Words } from './it.ts';

export const en: Words = {
  number: (said) => `Number ${said}.`,
  counter: (said) => `Counter ${said}.`,
  room: (said) => `Room ${said}.`,
  to: 'to',
  letters: 'ay,bee,cee,dee,ee,eff,gee,aitch,eye,jay,kay,ell,em,en,oh,pee,cue,are,ess,tee,you,vee,double you,ex,why,zed',
};

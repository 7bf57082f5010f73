// SPDX-License-Identifier: EUPL-1.2
/** What the console says of the printer, and what there is to do about it. */
import type { Alert, Printer } from '#contract';

const words: Record<Alert['about'], { word: string; advice: string }> = {
  'paper-near-end': { word: 'Carta quasi finita', advice: 'Tenga pronto un rotolo nuovo.' },
  'paper-end': { word: 'Manca la carta', advice: 'Metta un rotolo nuovo: i biglietti riprendono da soli.' },
  'cover-open': {
    word: 'Coperchio aperto',
    advice: 'Chiuda il coperchio della stampante: i biglietti riprendono da soli.',
  },
  cutter: {
    word: 'Taglierina bloccata',
    advice: 'Spenga la stampante, tolga la carta incastrata e la riaccenda: i biglietti riprendono da soli.',
  },
  error: { word: 'Stampante ferma', advice: 'La spenga e la riaccenda; se non riparte, chiami il tecnico.' },
  offline: {
    word: 'Stampante non raggiungibile',
    advice: 'Controlli corrente e cavo: i biglietti riprendono da soli.',
  },
  absent: { word: 'Senza stampante', advice: 'Chiami il tecnico: la stampante impostata non si può usare.' },
};

/** How it is with the printer, in as few words as can be. */
export function printerWord({ state, nearEnd }: Pick<Printer, 'state' | 'nearEnd'>): string {
  if (state !== 'ready') return words[state].word;
  return nearEnd ? words['paper-near-end'].word : 'Stampante pronta';
}

/** One sentence: what to do, and what follows from it. */
export function adviceOn({ about }: Pick<Alert, 'about'>): string {
  return words[about].advice;
}

export function titleOf({ about }: Pick<Alert, 'about'>): string {
  return words[about].word;
}

/** Whether numbers go without paper as long as it lasts. */
export function stopsPaper({ about }: Pick<Alert, 'about'>): boolean {
  return about !== 'paper-near-end';
}

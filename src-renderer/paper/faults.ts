// SPDX-License-Identifier: EUPL-1.2
/** What can be made to go wrong with the virtual printer, in words. */

export interface Part {
  fault: string;
  name: string;
  well: string;
  ill: string;
  /** What the button does while all is well, and while it is not. */
  fail: string;
  mend: string;
}

export const PARTS: readonly Part[] = [
  {
    ...{ fault: 'paper-end', name: 'Carta', well: 'presente', ill: 'finita' },
    ...{ fail: 'Finisci la carta', mend: 'Ricarica' },
  },
  {
    ...{ fault: 'near-end', name: 'Rotolo', well: 'pieno', ill: 'quasi finito' },
    ...{ fail: 'Carta quasi finita', mend: 'Ricarica' },
  },
  {
    ...{ fault: 'cover-open', name: 'Coperchio', well: 'chiuso', ill: 'aperto' },
    ...{ fail: 'Apri il coperchio', mend: 'Chiudi il coperchio' },
  },
  {
    ...{ fault: 'cutter-stuck', name: 'Taglierina', well: 'libera', ill: 'inceppata' },
    ...{ fail: 'Inceppa', mend: 'Sblocca' },
  },
  {
    ...{ fault: 'refuse', name: 'Rete', well: 'collegata', ill: 'scollegata' },
    ...{ fail: 'Scollega', mend: 'Ricollega' },
  },
  {
    ...{ fault: 'no-confirmation', name: 'Conferme', well: 'inviate', ill: 'mancanti' },
    ...{ fail: 'Non confermare', mend: 'Conferma di nuovo' },
  },
];

/** `after` is about half a slip, in rows or, where a connection breaks, in bytes. */
export const HALFWAY: readonly { fault: string; words: string; after: number }[] = [
  { fault: 'paper-end', words: 'Finisce la carta', after: 450 },
  { fault: 'power-cycle', words: 'Si spegne e si riaccende', after: 450 },
  { fault: 'reset', words: 'Cade la connessione', after: 30_000 },
];

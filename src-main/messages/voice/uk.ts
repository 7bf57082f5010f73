// SPDX-License-Identifier: EUPL-1.2
/** What the voice says in Ukrainian. */
import type { Words } from './it.ts';

export const uk: Words = {
  number: (said) => `Номер ${said}.`,
  counter: (said) => `Віконце ${said}.`,
  room: (said) => `Кімната ${said}.`,
  to: 'до',
  letters: 'а,бе,це,де,е,еф,ґе,аш,і,йот,ка,ель,ем,ен,о,пе,ку,ер,ес,те,у,ве,дубль-ве,ікс,іґрек,зет',
};

// SPDX-License-Identifier: EUPL-1.2
/** Sets a slip: which words stand where and how large, on paper of 80 mm (576 dots) or 58 mm (384), 8 dots a mm. */
import { penFor } from './pen.ts';
import type { Pixels } from './pixels.ts';
import type { Slip } from './slip.ts';
import { aheadInWords, capitalised, IF_ABSENT, issuedInWords, REPRINT, telephoneInWords } from './words.ts';

export type Width = 576 | 384;

/** Letter sizes in dots. A number that does not fit at its size is set smaller. */
const SIZES = {
  576: { body: 32, name: 54, service: 40, number: 320, ahead: 46, text: 30 },
  384: { body: 26, name: 38, service: 30, number: 214, ahead: 32, text: 25 },
};

/** The picture of a slip. The same slip gives the same dots, whatever the machine, its clock or its zone. */
export function layout(slip: Slip, width: Width): Pixels {
  const size = SIZES[width];
  const { office } = slip;
  const pen = penFor(width);

  if (slip.reprint) {
    pen.banner(REPRINT, size.ahead);
    pen.space(16);
  }
  pen.text(office.body, 400, size.body);
  pen.text(office.name, 700, size.name);
  pen.space(12);
  pen.rule();

  pen.space(20);
  pen.text(capitalised(slip.service), 600, size.service);
  pen.space(24);
  pen.number(slip.number, size.number);
  pen.space(28);
  pen.text(aheadInWords(slip.ahead), 700, size.ahead);
  pen.space(20);
  pen.rule();

  pen.space(16);
  pen.text(IF_ABSENT, 600, size.text);
  pen.space(16);
  pen.text(issuedInWords(slip.issuedAt), 400, size.text);
  pen.text(office.address, 400, size.text);
  pen.text(telephoneInWords(office.telephone), 400, size.text);
  return pen.pixels();
}

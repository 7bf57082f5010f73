// SPDX-License-Identifier: EUPL-1.2
/** Sets a slip: which words stand where and how large, on paper of 80 mm (576 dots) or 58 mm (384), 8 dots a mm. */
import { penFor } from './pen.ts';
import type { Pixels } from './pixels.ts';
import { qrCode, QUIET } from './qr.ts';
import type { Slip } from './slip.ts';
import {
  bookingInWords,
  capitalised,
  issuedInWords,
  serviceInWords,
  waitInWords,
  walkInInWords,
  WORDS,
} from './words.ts';

export type Width = 576 | 384;

/** Letter sizes in dots. A number that does not fit at its size is set smaller. */
const SIZES = {
  576: { body: 32, name: 54, service: 42, number: 320, ahead: 46, wait: 36, text: 30 },
  384: { body: 26, name: 38, service: 31, number: 214, ahead: 33, wait: 28, text: 25 },
};
/** A QR code is made of squares of so many dots, fewer where it would be wider than the paper. */
const LARGEST_MODULE = 6;

/** The picture of a slip. The same slip gives the same dots, whatever the machine, its clock or its zone. */
export function layout(slip: Slip, width: Width): Pixels {
  const size = SIZES[width];
  const { office, language } = slip;
  const words = WORDS[language];
  const pen = penFor(width);

  if (slip.reprint) {
    const inItalian = { words: WORDS.it.reprint, language: 'it' as const };
    const foreign = { words: words.reprint, language, size: size.ahead };
    pen.banner(language === 'it' ? [{ ...inItalian, size: size.ahead }] : [foreign, { ...inItalian, size: size.text }]);
    pen.space(16);
  }
  pen.text(office.body, 'it', 400, size.body);
  pen.text(office.name, 'it', 700, size.name);
  pen.space(12);
  pen.rule();

  pen.space(20);
  const service = serviceInWords(slip);
  if (service) pen.text(service, language, 600, size.service);
  pen.text(capitalised(slip.service), 'it', service ? 400 : 600, service ? size.text : size.service);
  pen.space(24);
  pen.number(slip.number, size.number);
  pen.space(28);
  pen.text(words.ahead(slip.ahead), language, 700, size.ahead);
  const wait = waitInWords(slip);
  if (wait) pen.text(wait, language, 600, size.wait);
  pen.space(20);
  pen.rule();

  pen.space(16);
  pen.text(words.ifAbsent, language, 600, size.text);
  pen.space(16);
  pen.text(issuedInWords(slip.issuedAt, language), language, 400, size.text);
  pen.text(office.address, 'it', 400, size.text);
  pen.space(16);
  for (const line of walkInInWords(slip)) pen.text(line, language, 400, size.text);
  pen.space(8);
  for (const line of bookingInWords(slip)) pen.text(line, language, 400, size.text);

  if (slip.address) {
    const code = qrCode(slip.address);
    const module = Math.min(LARGEST_MODULE, Math.floor(width / (code.length + 2 * QUIET)));
    pen.space(16);
    pen.text(words.online, language, 600, size.text);
    pen.space(QUIET * module);
    pen.squares(code, module);
    pen.space(QUIET * module);
  }
  return pen.pixels();
}

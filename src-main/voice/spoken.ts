// SPDX-License-Identifier: EUPL-1.2
/** Makes of a text that is read on a page the words that are said: no figures and no signs are left to the voice. */
import type { Language } from '../core/ticket.ts';
import { inFigures } from './figures.ts';
import { ticketNumber, WORDS, type Sentence } from './sentences.ts';
import { timeInWords } from './times.ts';

const TIME = /(?:(?<after>\p{L}+)\s+)?(?<![\d:])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:])/gu;
/** Seven figures or more, however they are set apart. */
const TELEPHONE = /\+?\d(?:[\s.-]?\d){6,}/g;
const RANGE = /(?<=\d)\s*[–—-]\s*(?=\d)/g;
const NUMBER = /\b(?<number>[A-Z]?\d{1,6})\b(?:\s+(?<noun>\p{L}+(?:\s\p{L}+)?))?/gu;
/** Of four figures, before the Chinese sign for a year. */
const CHINESE_YEAR = /\d{4}(?=年)/g;
/** What means something else than itself to a voice, or nothing to anybody. */
const SIGNS = /[[\]<>{}|\\^_~*#=`\p{Cc}\p{Cf}]+/gu;

/** @param text up to some hundred characters, in one language */
export function spokenSentence(text: string, language: Language): Sentence {
  const figureByFigure = (digits: string) =>
    [...digits].map((digit) => (/\d/.test(digit) ? inFigures(Number(digit), language) : ',')).join(' ');
  const words = text
    .normalize('NFC')
    .replaceAll(SIGNS, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(TELEPHONE, (digits) => figureByFigure(digits.replaceAll('+', '00')).replaceAll(' ,', ','))
    .replaceAll(CHINESE_YEAR, (digits) => figureByFigure(digits).replaceAll(' ', ''))
    .replaceAll(RANGE, ` ${WORDS[language].to} `)
    .replaceAll(TIME, (...found) => {
      const { after, hour, minute } = found.at(-1) as { after?: string; hour: string; minute: string };
      return `${after ? `${after} ` : ''}${timeInWords(Number(hour), Number(minute), language, after)}`;
    })
    .replaceAll(language === 'zh' ? CHINESE_NUMBER : NUMBER, (...found) => {
      const { number, noun } = found.at(-1) as { number: string; noun?: string };
      const said = /^\d/.test(number) ? inFigures(Number(number), language, noun) : ticketNumber(number, language);
      return noun === undefined ? said : `${said}${language === 'zh' ? '' : ' '}${noun}`;
    });
  return { language, words };
}

/** Chinese sets no spaces between figures and what they count. */
const CHINESE_NUMBER = /(?<number>[A-Z]?\d{1,6})(?:\s*(?<noun>\p{Script=Han}))?/gu;

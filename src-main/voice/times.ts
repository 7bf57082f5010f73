// SPDX-License-Identifier: EUPL-1.2
/** A time of day in words, as each of the languages tells it. */
import { toOrdinal as ukrainianOrdinal } from 'n2words/uk-UA';
import type { Language } from '../core/ticket.ts';
import { cyrillic, inFigures } from './figures.ts';

interface Time {
  hour: number;
  minute: number;
  /** The word before it in the text, which some languages bend it to. */
  after: string;
}

/** On the dial, from twelve. */
const ARABIC_HOURS = [
  ...['الثانية عشرة', 'الواحدة', 'الثانية', 'الثالثة', 'الرابعة', 'الخامسة'],
  ...['السادسة', 'السابعة', 'الثامنة', 'التاسعة', 'العاشرة', 'الحادية عشرة'],
];

const TIMES: Readonly<Record<Language, (time: Time) => string>> = {
  it: ({ hour, minute }) =>
    joined(hour === 1 ? 'una' : inFigures(hour, 'it'), minute && `e ${inFigures(minute, 'it')}`),
  en: ({ hour, minute }) => {
    if (minute === 0) return `${inFigures(hour, 'en')} o’clock`;
    return `${inFigures(hour, 'en')} ${minute < 10 ? 'oh ' : ''}${inFigures(minute, 'en')}`;
  },
  ar: ({ hour, minute }) => {
    const named = ARABIC_HOURS[hour % 12]!;
    const noun = minute > 2 && minute <= 10 ? 'دقائق' : 'دقيقة';
    const past = minute === 30 ? 'والنصف' : minute && `و${inFigures(minute, 'ar', noun)} ${noun}`;
    return joined(joined(named, past), hour >= 12 && 'مساءً');
  },
  es: ({ hour, minute }) => joined(inFigures(hour, 'es', 'personas'), minute && `y ${inFigures(minute, 'es')}`),
  ro: ({ hour, minute }) =>
    joined(hour === 1 ? 'unu' : inFigures(hour, 'ro', 'minute'), minute && `și ${inFigures(minute, 'ro', 'minute')}`),
  fr: ({ hour, minute }) =>
    joined(`${inFigures(hour, 'fr', 'minutes')} ${hour < 2 ? 'heure' : 'heures'}`, minute && inFigures(minute, 'fr')),
  uk: ({ hour, minute, after }) => {
    const ending = /^(з|із|від|до|після)$/i.test(after) ? 'ої' : /^(о|об)$/i.test(after) ? 'ій' : 'а';
    const named = hour === 0 ? 'нуль' : feminine(cyrillic(ukrainianOrdinal(hour)), ending);
    return joined(named, minute && `${minute < 10 ? 'нуль ' : ''}${inFigures(minute, 'uk')}`);
  },
  zh: ({ hour, minute }) => {
    const said = `${hour === 2 ? '两' : inFigures(hour, 'zh')}点`;
    return minute === 0 ? said : `${said}${minute < 10 ? '零' : ''}${inFigures(minute, 'zh')}分`;
  },
};

/** @param after the word before it in the text, or nothing */
export function timeInWords(hour: number, minute: number, language: Language, after = ''): string {
  return TIMES[language]({ hour, minute, after });
}

function joined(first: string, second: string | number | false): string {
  return second ? `${first} ${second}` : first;
}

/** `перший` -> `перша`, `першої`, `першій` */
function feminine(ordinal: string, ending: string): string {
  if (ordinal.endsWith('третій')) return ordinal.replace(/ій$/, ending === 'а' ? 'я' : ending === 'ої' ? 'ьої' : 'ій');
  return ordinal.replace(/ий$/, ending);
}

// SPDX-License-Identifier: EUPL-1.2
/** What a slip says in Arabic. */
import type { Words } from './it.ts';
import { plural } from '../plural.ts';

const minutes = plural('ar', {
  zero: '#\u00a0دقيقة',
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '#\u00a0دقائق',
  many: '#\u00a0دقيقة',
  other: '#\u00a0دقيقة',
});

export const ar: Words = {
  locale: 'ar-u-nu-latn',

  reprint: 'نسخة معاد طباعتها',
  services: { 'walk-in': 'بدون موعد', appointment: 'مع موعد' },
  ahead: plural('ar', {
    zero: 'لا أحد قبلك',
    one: 'شخص واحد قبلك',
    two: 'شخصان قبلك',
    few: '#\u00a0أشخاص قبلك',
    many: '#\u00a0شخصًا قبلك',
    other: '#\u00a0شخص قبلك',
  }),

  wait: 'الانتظار المتوقع:',
  about: (high) => `حوالي ${minutes(high)}`,
  upTo: (high) => `حتى ${minutes(high)}`,
  between: (low, high) => `من\u00a0${low}\u00a0إلى\u00a0${minutes(high)}`,

  ifAbsent: 'إذا لم تكن في القاعة عندما نناديك، فأظهر هذه التذكرة عند الشباك.',
  issued: (day, time) => `${day}، الساعة\u00a0${time}`,

  walkIn: 'بدون موعد:',
  booking: 'للحصول على موعد:',
  range: (from, to) => `من\u00a0${from} إلى\u00a0${to}`,
  online: 'تذكرتك على الإنترنت',
};

// SPDX-License-Identifier: EUPL-1.2
/** What the public reads, in Arabic. */
import { plural } from '../plural.ts';
import type { Messages } from './it.ts';

const minutes = plural('ar', {
  zero: 'أقل من دقيقة',
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  many: '# دقيقة',
  other: '# دقيقة',
});

export const ar: Messages = {
  locale: 'ar-u-nu-latn',

  welcome: 'أهلاً وسهلاً',
  waiting: 'في الانتظار',
  people: plural('ar', {
    zero: 'لا أحد',
    one: 'شخص واحد',
    two: 'شخصان',
    few: '# أشخاص',
    many: '# شخصًا',
    other: '# شخص',
  }),
  nobodyWaiting: 'لا أحد في الانتظار',
  expectedWait: 'الانتظار المتوقع',
  minutes,
  about: (low, high) => (low === high ? `حوالي ${minutes(high)}` : `من ${low} إلى ${minutes(high)}`),
  services: { 'walk-in': 'خذ رقمك', appointment: 'لديّ موعد' },
  oneMoment: 'لحظة…',
  screenOnly: 'يظهر الرقم الآن على هذه الشاشة فقط، بدون تذكرة ورقية.',
  language: 'اللغة',

  goFirst: 'أحتاج إلى المرور أولاً',
  priority: {
    title: 'هل تود المرور أولاً؟',
    who: 'لمن يصعب عليه الانتظار: بسبب إعاقة أو حمل أو مع طفل صغير.',
    privacy: 'لا داعي لذكر السبب، ولا يُكتب على التذكرة.',
    yes: 'نعم، أود المرور أولاً',
    back: 'رجوع',
  },
  view: { name: 'لرؤية أفضل', contrast: 'تباين', larger: 'النص', low: 'إلى الأسفل' },

  speech: {
    name: 'صوت',
    intro: 'الدليل الصوتي. مفتاح للتالي، ومفتاح للسابق، ومفتاح للاختيار.',
    louder: 'أعلى',
    softer: 'أخفض',
    off: 'إيقاف',
    button: 'زر',
    chosen: 'مختار',
  },

  yourNumber: 'رقمك هو',
  ahead: 'عدد الأشخاص قبلك',
  nobodyAhead: 'لا أحد',
  printing: 'نطبع تذكرتك الآن',
  takeSlip: 'خذ تذكرتك',
  remember: 'تذكّر هذا الرقم',
  validWithoutPaper: 'رقمك صالح أيضًا بدون تذكرة ورقية.',
  slipMayCome: 'رقمك صالح.\nإذا خرجت تذكرة فخذها من فضلك.',
  isItYours: 'هل هذا رقمك؟',
  itIsMine: 'نعم، هذا رقمي',
  takeMine: 'لا، سآخذ رقمي',
  closesIn: plural('ar', {
    zero: 'تُغلق هذه الصفحة الآن',
    one: 'تُغلق هذه الصفحة بعد ثانية واحدة',
    two: 'تُغلق هذه الصفحة بعد ثانيتين',
    few: 'تُغلق هذه الصفحة بعد # ثوانٍ',
    many: 'تُغلق هذه الصفحة بعد # ثانية',
    other: 'تُغلق هذه الصفحة بعد # ثانية',
  }),
  moreTime: 'أحتاج إلى وقت أطول',
  done: 'انتهيت',
  read: 'قرأت الرقم',
  understood: 'فهمت',

  refusals: {
    closed: { title: 'لا تُعطى أرقام الآن', advice: 'تجد في الصفحة التالية متى يمكنك العودة.' },
    'not-yet-open': { title: 'الوقت لا يزال مبكرًا', advice: 'تجد في الصفحة التالية متى تُعطى الأرقام.' },
    full: {
      title: 'انتهت أرقام اليوم',
      advice: 'تجد في الصفحة التالية متى يمكنك العودة وكيف تحصل على موعد.',
    },
    paused: { title: 'استراحة قصيرة', advice: 'ستُعطى الأرقام من جديد بعد قليل: انتظر هنا من فضلك.' },
    'storage-failed': {
      title: 'نادِ أحد الموظفين من فضلك',
      advice: 'لا يمكن إعطاء أرقام هنا الآن: سيساعدك أحد الموظفين فورًا.',
    },
    other: { title: 'نادِ أحد الموظفين من فضلك', advice: 'سيعطيك الرقم بنفسه.' },
  },

  closed: 'نحن مغلقون الآن',
  closedToday: 'نحن مغلقون اليوم',
  dayClosed: 'أغلقنا لهذا اليوم',
  opensLater: 'نفتح اليوم لاحقًا',
  opensSoon: 'نفتح بعد قليل',
  full: 'انتهت أرقام اليوم',
  paused: 'استراحة قصيرة',
  pausedAdvice: 'ستُعطى الأرقام من جديد بعد قليل.',
  stillCalled: 'من لديه رقم سيُنادى عليه.',
  opensAgain: 'نفتح من جديد',
  opens: 'نفتح',
  nextTime: 'اليوم القادم',
  numbersIn: 'تُعطى الأرقام بعد',
  numbersFrom: (time) => `تُعطى الأرقام من الساعة ${time}.`,
  doorsOpen: (time) => `تفتح المكاتب الساعة ${time}.`,
  today: 'اليوم',
  tomorrow: 'غدًا',
  at: (time) => `الساعة ${time}`,

  withoutAppointment: 'بدون موعد',
  withAppointment: 'للحصول على موعد',
  hours: (days, from, to) => `${days} من ${from} إلى ${to}`,
  where: 'العنوان',

  moment: 'لحظة من فضلك',
  momentAdvice: 'ستعود الخدمة حالاً.',
  numbersStayValid: 'إذا كان لديك رقم فهو لا يزال صالحًا.',
  simulated: 'توقيت تجريبي',
};

// SPDX-License-Identifier: EUPL-1.2
/** What the public reads, in Ukrainian. */
import { plural } from '../plural.ts';
import type { Messages } from './it.ts';

/** As they are said after `через`, in how many. */
const minutes = plural('uk', { one: '# хвилину', few: '# хвилини', many: '# хвилин', other: '# хвилини' });
/** As they are said after `від`, `до` and `близько`. */
const minutesOf = plural('uk', { one: '# хвилини', few: '# хвилин', many: '# хвилин', other: '# хвилини' });
/** `о 9:00`, but `об 11:00`, which begins with a vowel when it is spoken. */
const at = (time: string) => `${time.startsWith('11:') ? 'об' : 'о'} ${time}`;

export const uk: Messages = {
  locale: 'uk',

  welcome: 'Вітаємо',
  waiting: 'Очікують',
  people: plural('uk', { one: '# особа', few: '# особи', many: '# осіб', other: '# особи' }),
  nobodyWaiting: 'Ніхто не чекає',
  expectedWait: 'Час очікування',
  minutes,
  about: (low, high) => (low === high ? `близько ${minutesOf(high)}` : `від ${low} до ${minutesOf(high)}`),
  services: { 'walk-in': 'Візьміть номер', appointment: 'У мене є запис' },
  oneMoment: 'Хвилинку…',
  screenOnly: 'Зараз номер з’являється лише на цьому екрані, без паперового талона.',
  language: 'Мова',

  goFirst: 'Мені потрібно пройти раніше',
  priority: {
    title: 'Бажаєте пройти раніше?',
    who: 'Це для тих, кому важко чекати: через інвалідність, вагітність або з маленькою дитиною.',
    privacy: 'Пояснювати причину не потрібно. На талоні її не буде.',
    yes: 'Так, хочу пройти раніше',
    back: 'Назад',
  },
  view: { name: 'Щоб краще бачити', contrast: 'Контраст', larger: 'Текст', low: 'Нижче' },

  speech: {
    name: 'Голос',
    intro: 'Голосовий провідник. Одна клавіша веде вперед, одна назад, одна вибирає.',
    louder: 'Гучніше',
    softer: 'Тихіше',
    off: 'Вимкнути',
    button: 'кнопка',
    chosen: 'вибрано',
  },

  yourNumber: 'Ваш номер',
  ahead: 'Людей перед вами',
  nobodyAhead: 'нікого',
  printing: 'Друкуємо ваш талон',
  takeSlip: 'Візьміть талон',
  remember: 'Запам’ятайте цей номер',
  validWithoutPaper: 'Він дійсний і без паперового талона.',
  slipMayCome: 'Номер дійсний.\nЯкщо вийде талон, візьміть його.',
  isItYours: 'Це ваш номер?',
  itIsMine: 'Так, це мій',
  takeMine: 'Ні, я візьму свій',
  closesIn: plural('uk', {
    one: 'Ця сторінка закриється через # секунду',
    few: 'Ця сторінка закриється через # секунди',
    many: 'Ця сторінка закриється через # секунд',
    other: 'Ця сторінка закриється через # секунди',
  }),
  moreTime: 'Мені потрібно більше часу',
  done: 'Готово',
  read: 'Номер прочитано',
  understood: 'Зрозуміло',

  refusals: {
    closed: { title: 'Зараз номери не видають', advice: 'На наступній сторінці вказано, коли прийти.' },
    'not-yet-open': {
      title: 'Ще зарано',
      advice: 'На наступній сторінці вказано, з котрої години видають номери.',
    },
    full: {
      title: 'Номерів на сьогодні більше немає',
      advice: 'На наступній сторінці вказано, коли прийти і як записатися.',
    },
    paused: { title: 'Коротка перерва', advice: 'Номери знову видаватимуть незабаром: зачекайте поруч, будь ласка.' },
    'storage-failed': {
      title: 'Покличте працівника, будь ласка',
      advice: 'Зараз тут не можна отримати номер: працівник одразу вам допоможе.',
    },
    other: { title: 'Покличте працівника, будь ласка', advice: 'Вам дадуть номер особисто.' },
  },

  closed: 'Зараз зачинено',
  closedToday: 'Сьогодні зачинено',
  dayClosed: 'На сьогодні ми зачинилися',
  opensLater: 'Сьогодні відчинимося пізніше',
  opensSoon: 'Скоро відчинимося',
  full: 'Номерів на сьогодні більше немає',
  paused: 'Коротка перерва',
  pausedAdvice: 'Номери знову видаватимуть незабаром.',
  stillCalled: 'Усіх, хто вже має номер, викличуть.',
  opensAgain: 'Найближчий прийом',
  opens: 'Початок прийому',
  nextTime: 'Наступний день прийому',
  numbersIn: 'Номери видаватимуть через',
  numbersFrom: (time) => `Номери видають з ${time}.`,
  doorsOpen: (time) => `Прийом починається ${at(time)}.`,
  today: 'сьогодні',
  tomorrow: 'завтра',
  at,

  withoutAppointment: 'Без запису',
  withAppointment: 'Щоб записатися',
  hours: (days, from, to) => `${days} з ${from} до ${to}`,
  where: 'Адреса',

  moment: 'Хвилинку',
  momentAdvice: 'Обслуговування скоро відновиться.',
  numbersStayValid: 'Якщо ви вже маєте номер, він дійсний.',
  simulated: 'Умовний час',
};

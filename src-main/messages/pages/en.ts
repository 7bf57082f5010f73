// SPDX-License-Identifier: EUPL-1.2
/** What the public reads, in English. */
import { plural } from '../plural.ts';
import type { Messages } from './it.ts';

const minutes = plural('en', { one: '1 minute', other: '# minutes' });

export const en: Messages = {
  locale: 'en-GB',

  welcome: 'Welcome',
  waiting: 'Waiting',
  people: plural('en', { one: '1 person', other: '# people' }),
  nobodyWaiting: 'Nobody is waiting',
  expectedWait: 'Expected wait',
  minutes,
  about: (low, high) => (low === high ? `about ${minutes(high)}` : `${low} to ${minutes(high)}`),
  services: { 'walk-in': 'Take a\u00a0number', appointment: 'I have an appointment' },
  oneMoment: 'One moment…',
  screenOnly: 'For now the number appears on this screen only, without a paper ticket.',
  language: 'Language',

  goFirst: 'I need to go first',
  priority: {
    title: 'Would you like to go first?',
    who: 'This is for anyone who finds it hard to wait: with a disability, in pregnancy or with a small child.',
    privacy: 'You need not say why. The ticket does not show it.',
    yes: 'Yes, I would like to go first',
    back: 'Back',
  },
  view: { name: 'See better', contrast: 'Contrast', larger: 'Text', low: 'Lower' },

  speech: {
    name: 'Voice',
    intro: 'Voice guide. One key goes on, one goes back, one chooses.',
    louder: 'Louder',
    softer: 'Softer',
    off: 'Turn off',
    button: 'button',
    chosen: 'chosen',
  },

  yourNumber: 'Your number is',
  ahead: 'People before you',
  nobodyAhead: 'nobody',
  printing: 'We are printing your ticket',
  takeSlip: 'Take your ticket',
  remember: 'Remember this number',
  validWithoutPaper: 'It is valid without a paper ticket too.',
  slipMayCome: 'The number is valid.\nIf a ticket comes out, please take it.',
  isItYours: 'Is this your number?',
  itIsMine: 'Yes, it is mine',
  takeMine: 'No, I will take mine',
  closesIn: plural('en', { one: 'This page closes in 1 second', other: 'This page closes in # seconds' }),
  moreTime: 'I need more time',
  done: 'I have finished',
  read: 'I have read the number',
  understood: 'I understand',

  refusals: {
    closed: { title: 'No numbers are given now', advice: 'The next page says when to come back.' },
    'not-yet-open': { title: 'It is still early', advice: 'The next page says when numbers are given.' },
    full: {
      title: 'There are no more numbers today',
      advice: 'The next page says when to come back and how to get an appointment.',
    },
    paused: { title: 'A short break', advice: 'Numbers are given again soon: please wait nearby.' },
    'storage-failed': {
      title: 'Please call a member of staff',
      advice: 'No numbers can be given here now: a member of staff will help you at once.',
    },
    other: { title: 'Please call a member of staff', advice: 'They will give you a number in person.' },
  },

  closed: 'We are closed now',
  closedToday: 'We are closed today',
  dayClosed: 'We have closed for today',
  opensLater: 'We open later today',
  opensSoon: 'We open soon',
  full: 'There are no more numbers today',
  paused: 'A short break',
  pausedAdvice: 'Numbers are given again soon.',
  stillCalled: 'Everyone who has a number will be called.',
  opensAgain: 'We open again',
  opens: 'We open',
  nextTime: 'The next day',
  numbersIn: 'Numbers are given in',
  numbersFrom: (time) => `Numbers are given from ${time}.`,
  doorsOpen: (time) => `The desks open at ${time}.`,
  today: 'today',
  tomorrow: 'tomorrow',
  at: (time) => `at ${time}`,

  withoutAppointment: 'Without an appointment',
  withAppointment: 'For an appointment',
  hours: (days, from, to) => `${days}, ${from} to ${to}`,
  where: 'Where',

  moment: 'One moment',
  momentAdvice: 'The service will be back shortly.',
  numbersStayValid: 'If you have a number, it is still valid.',
  simulated: 'Simulated time',
};

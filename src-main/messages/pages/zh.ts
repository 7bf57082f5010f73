// SPDX-License-Identifier: EUPL-1.2
/** What the public reads, in Chinese. */
import { plural } from '../plural.ts';
import type { Messages } from './it.ts';

const minutes = plural('zh', { other: '#\u00a0分钟' });

export const zh: Messages = {
  locale: 'zh-CN-u-nu-latn',

  welcome: '欢迎光临',
  waiting: '正在等候',
  people: plural('zh', { other: '#\u00a0人' }),
  nobodyWaiting: '目前无人等候',
  expectedWait: '预计等候',
  minutes,
  about: (low, high) => (low === high ? `约 ${minutes(high)}` : `${low} 至 ${minutes(high)}`),
  services: { 'walk-in': '请取号', appointment: '我有预约' },
  oneMoment: '请稍候…',
  screenOnly: '目前号码只显示在屏幕上，没有纸质号票。',
  language: '语言',

  goFirst: '我需要优先办理',
  priority: {
    title: '您需要优先办理吗？',
    who: '为不便久等的人提供：残障人士、孕妇、带婴幼儿的人。',
    privacy: '无需说明原因，号票上也不会显示。',
    yes: '是的，我需要优先办理',
    back: '返回',
  },
  view: { name: '显示方式', contrast: '高对比度', larger: '字号', low: '按钮下移' },

  speech: {
    name: '语音',
    intro: '语音导览。一个键到下一项，一个键到上一项，一个键确认选择。',
    louder: '大声',
    softer: '小声',
    off: '关闭',
    button: '按钮',
    chosen: '已选',
  },

  yourNumber: '您的号码是',
  ahead: '您前面的人数',
  nobodyAhead: '没有人',
  printing: '正在打印您的号票',
  takeSlip: '请取走您的号票',
  remember: '请记住这个号码',
  validWithoutPaper: '没有纸质号票，号码同样有效。',
  slipMayCome: '号码有效。\n如有号票出来，请取走。',
  isItYours: '这是您的号码吗？',
  itIsMine: '是，是我的',
  takeMine: '不是，我要取号',
  closesIn: plural('zh', { other: '此页面将在 # 秒后关闭' }),
  moreTime: '我需要更多时间',
  done: '完成',
  read: '我已看清号码',
  understood: '我明白了',

  refusals: {
    closed: { title: '现在不发号', advice: '下一页会告诉您何时再来。' },
    'not-yet-open': { title: '时间还早', advice: '下一页会告诉您几点开始取号。' },
    full: { title: '今天的号码已发完', advice: '下一页会告诉您何时再来，以及如何预约。' },
    paused: { title: '短暂休息', advice: '稍后继续发号，请在附近等候。' },
    'storage-failed': { title: '请找工作人员', advice: '现在这里不能发号，工作人员会马上帮助您。' },
    other: { title: '请找工作人员', advice: '工作人员会当面给您号码。' },
  },

  closed: '现在不开放',
  closedToday: '今天不开放',
  dayClosed: '今天已结束',
  opensLater: '今天稍后开放',
  opensSoon: '即将开放',
  full: '今天的号码已发完',
  paused: '短暂休息',
  pausedAdvice: '稍后继续发号。',
  stillCalled: '已取号的人都会被叫到。',
  opensAgain: '下次开放时间',
  opens: '开放时间',
  nextTime: '下一个开放日',
  numbersIn: '距离开始取号还有',
  numbersFrom: (time) => `${time} 开始取号。`,
  doorsOpen: (time) => `窗口 ${time} 开放。`,
  today: '今天',
  tomorrow: '明天',
  at: (time) => time,

  withoutAppointment: '无预约',
  withAppointment: '预约电话',
  hours: (days, from, to) => `${days} ${from} 至 ${to}`,
  where: '地址',

  moment: '请稍候',
  momentAdvice: '服务马上恢复。',
  numbersStayValid: '如果您已取号，号码仍然有效。',
  simulated: '模拟时间',
};

// SPDX-License-Identifier: EUPL-1.2
/** What a slip says in Chinese. A letter that is new here must be added to its font: see assets/fonts/README.md. */
import type { Words } from './it.ts';
import { plural } from '../plural.ts';

const minutes = plural('zh', { other: '#\u00a0分钟' });

export const zh: Words = {
  locale: 'zh-CN-u-nu-latn',

  reprint: '重新打印',
  services: { 'walk-in': '无预约', appointment: '有预约' },
  ahead: plural('zh', { nobody: '您前面没有人', other: '您前面还有\u00a0#\u00a0人' }),

  wait: '预计等候：',
  about: (high) => `约\u00a0${minutes(high)}`,
  upTo: (high) => `不超过\u00a0${minutes(high)}`,
  between: (low, high) => `${low}\u00a0至\u00a0${minutes(high)}`,

  ifAbsent: '叫号时如果您不在等候室，请到窗口出示此号票。',
  issued: (day, time) => `${day} ${time}`,

  walkIn: '无预约：',
  booking: '预约电话：',
  range: (from, to) => `${from}至${to}`,
  online: '扫码查看您的号票',
};

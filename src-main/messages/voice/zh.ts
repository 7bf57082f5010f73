// SPDX-License-Identifier: EUPL-1.2
/** What the voice says in Chinese. */
import type { Words } from './it.ts';

export const zh: Words = {
  number: (said) => `${said}号。`,
  counter: (said) => `${said}号窗口。`,
  room: (said) => `${said}号房间。`,
  to: '到',
  letters: '诶,必,西,弟,衣,艾弗,寄,艾尺,爱,杰,开,艾勒,艾姆,恩,欧,批,丘,阿尔,艾斯,提,优,维,大不溜,艾克斯,外,贼',
};

import type { Labels } from './label';

/** Why a file is not taken as a paper; each completes the sentence that begins with the file's name. */
export const fileFaults = {
  badName: {
    zh: '文件名为空、过长，或含有不允许的字符',
    en: 'its name is empty, too long or holds characters that are not allowed',
  },
  empty: { zh: '文件是空的', en: 'it is empty' },
  tooLarge: { zh: '文件过大', en: 'it is too large' },
  wrongFormat: { zh: '内容不是允许的格式', en: 'its content is not of an allowed format' },
  damaged: { zh: '文件不完整或已损坏，无法读取', en: 'it is cut short or damaged and cannot be read' },
  locked: { zh: '须输入密码才能打开', en: 'it opens with a password only' },
  twoInOne: { zh: '同时也是另一种格式的文件', en: 'it is a file of another format as well' },
  tooManyPages: { zh: '页数过多', en: 'it has too many pages' },
  tooManyPixels: { zh: '图像尺寸过大', en: 'its image has too many pixels' },
  tooDemanding: { zh: '读取耗费的时间或内存过多', en: 'it takes too much time or memory to read' },
} as const satisfies Labels<string>;
export type FileFault = keyof typeof fileFaults;

/** A file is not taken as a paper. `allowed` says what would be, for a person to read. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(
    readonly fault: FileFault,
    readonly allowed: readonly string[],
  ) {
    super(`${fault}: ${fileFaults[fault].en}`);
  }
}

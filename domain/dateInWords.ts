import { dateInShanghai, timeInShanghai } from './civilDate';
import type { Label } from './label';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A civil date as letters and documents write it: `2026-09-28` is `2026年9月28日` and `28 September 2026`. */
export function dateInWords(date: string): Label {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { zh: `${year}年${month}月${day}日`, en: `${day} ${months[month - 1] ?? ''} ${year}` };
}

/** An instant in the same way, with its time of day in Shanghai. */
export function momentInWords(instant: string): Label {
  const { zh, en } = dateInWords(dateInShanghai(instant));
  const time = timeInShanghai(instant);
  return { zh: `${zh} ${time} `, en: `${en}, ${time}` };
}

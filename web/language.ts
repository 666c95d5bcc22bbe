import { computed } from 'vue';
import { createI18n } from 'vue-i18n';
import type { Label, Locale } from './client/wire';
import { kept } from './kept';
import { en } from './words/en';
import { zh } from './words/zh';

const chosen = kept<Locale>('language', 'zh', ['zh', 'en']);

export const i18n = createI18n({
  legacy: false,
  locale: chosen.value,
  fallbackLocale: 'zh',
  messages: { zh, en },
  // What is shown then is the key, which nobody can read: every test of a screen finds it on the console.
  missing: (language, key) => console.error(`No words for ${key} in ${language}`),
});

export const locale = computed<Locale>(() => chosen.value);

export function speak(language: Locale): void {
  chosen.value = language;
  i18n.global.locale.value = language;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** A text of the API in the language of the reader. */
export function said(label: Label): string {
  return label[locale.value];
}

/** The same where the API says both in one text: `中文 · English`. */
function saidOf(description: string): string {
  const [chinese = '', ...english] = description.split(' · ');
  return locale.value === 'en' && english.length > 0 ? english.join(' · ') : chinese;
}

/** What a field is called, and what more its description says to a person: codes and nulls are for programs. */
export function fieldWords(description: string): { readonly name: string; readonly hint: string } {
  const words = saidOf(description).replace(/（[\w-]+）/g, '');
  const [name = '', ...rest] = words.split(/[；;：:]\s*/);
  const hint = rest.join(locale.value === 'zh' ? '；' : '; ');
  return { name: name.replace(/, or null$/, ''), hint: /\bnull\b/.test(hint) ? '' : hint };
}

/** A day as it is read aloud: `2026年9月28日 周一`. */
export function dayInWords(date: string): string {
  const format = new Intl.DateTimeFormat(locale.value === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'Asia/Shanghai',
  });
  return format.format(new Date(`${date.slice(0, 10)}T12:00:00+08:00`));
}

export function momentInWords(instant: string): string {
  const format = new Intl.DateTimeFormat(locale.value === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  return format.format(new Date(instant));
}

import type { Request } from 'express';
import type { Label, Locale } from '../../domain/label';

/** Chinese, unless the caller prefers English. */
export function localeOf(req: Request): Locale {
  return req.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}

/** The value of the header Content-Language. */
export function languageTag(locale: Locale): string {
  return { zh: 'zh-CN', en: 'en' }[locale];
}

export function inWords(label: Label, locale: Locale): string {
  return label[locale];
}

import { locale } from '../language';

/** An amount as it is read: `¥12,000.00`, `CNY 12,000.00`. */
export function yuanInWords(yuan: number): string {
  return new Intl.NumberFormat(locale.value === 'zh' ? 'zh-CN' : 'en-GB', {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: locale.value === 'zh' ? 'symbol' : 'code',
  }).format(yuan);
}

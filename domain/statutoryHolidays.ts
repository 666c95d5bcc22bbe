import type { Label } from './label';

const newYear: Label = { zh: '元旦', en: "New Year's Day" };
const labourDay: Label = { zh: '劳动节', en: 'Labour Day' };
const nationalDay: Label = { zh: '国庆节', en: 'National Day' };

/**
 * The holidays that 全国年节及纪念日放假办法 (as revised in 2024) fixes by date, by `MM-DD`. They are off whatever the
 * year's arrangement will say, so a year without one need not count them as working days: that would bring
 * a deemed acceptance forward. The lunar festivals come with the arrangement.
 */
export const fixedHolidays: Readonly<Record<string, Label>> = {
  '01-01': newYear,
  '05-01': labourDay,
  '05-02': labourDay,
  '10-01': nationalDay,
  '10-02': nationalDay,
  '10-03': nationalDay,
};

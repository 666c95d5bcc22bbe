import type { Limit } from '../../../domain/clockDays';

/** One case worked out by hand from the State Council's notices. `count` says how, by the day and its number. */
export interface Golden {
  readonly clause: string;
  readonly given: string;
  readonly limit: number;
  readonly unit: Limit['unit'];
  readonly extended?: number;
  readonly from: string;
  readonly due: string;
  readonly count: string;
}

/*
 * 国务院办公厅关于2025年部分节假日安排的通知 (12 November 2024):
 *   元旦 1 January. 春节 28 January to 4 February; working: Sun 26 January, Sat 8 February. 清明 4 to 6 April.
 *   劳动节 1 to 5 May; working: Sun 27 April. 端午 31 May to 2 June.
 *   国庆节、中秋节 1 to 8 October; working: Sun 28 September, Sat 11 October.
 * 国务院办公厅关于2026年部分节假日安排的通知 (4 November 2025):
 *   元旦 1 to 3 January; working: Sun 4 January. 春节 15 to 23 February; working: Sat 14 and Sat 28 February.
 *   清明 4 to 6 April. 劳动节 1 to 5 May; working: Sat 9 May. 端午 19 to 21 June. 中秋 25 to 27 September.
 *   国庆节 1 to 7 October; working: Sun 20 September, Sat 10 October.
 */
const acceptance = { clause: '行政许可法 第三十二条', limit: 5, unit: 'workingDay' } as const;
const singleDecision = { clause: '行政许可法 第四十二条', limit: 20, unit: 'workingDay' } as const;
const jointDecision = { clause: '行政许可法 第四十二条（联合办理）', limit: 45, unit: 'workingDay' } as const;
const service = { clause: '行政许可法 第四十四条', limit: 10, unit: 'workingDay' } as const;
const hearing = { clause: '行政许可法 第四十七条', limit: 20, unit: 'workingDay' } as const;
const forProfit = { clause: '市场主体登记管理条例', limit: 3, unit: 'workingDay' } as const;
const nonProfit = { clause: '民办非企业单位登记管理暂行条例 第十一条', limit: 60 } as const;
const publicInstitution = { clause: '事业单位登记', limit: 30, unit: 'workingDay' } as const;
const filing = { clause: '国卫办人口发〔2019〕25号', unit: 'workingDay' } as const;

export const goldens: readonly Golden[] = [
  {
    ...acceptance,
    given: 'received before 国庆 2026',
    from: '2026-09-28',
    due: '2026-10-10',
    count: '29 Sep 1, 30 Sep 2, off to 7 Oct, 8 Oct 3, 9 Oct 4, Sat 10 Oct (make-up) 5',
  },
  {
    ...acceptance,
    given: 'received during 国庆 2026',
    from: '2026-10-03',
    due: '2026-10-13',
    count: '8 Oct 1, 9 Oct 2, Sat 10 Oct (make-up) 3, Sunday, 12 Oct 4, 13 Oct 5',
  },
  {
    ...acceptance,
    given: 'received before 国庆 2025',
    from: '2025-09-26',
    due: '2025-10-10',
    count: 'Saturday, Sun 28 Sep (make-up) 1, 29 Sep 2, 30 Sep 3, off to 8 Oct, 9 Oct 4, 10 Oct 5',
  },
  {
    ...acceptance,
    given: 'received before 春节 2026',
    from: '2026-02-11',
    due: '2026-02-25',
    count: '12 Feb 1, 13 Feb 2, Sat 14 Feb (make-up) 3, off to 23 Feb, 24 Feb 4, 25 Feb 5',
  },
  {
    ...acceptance,
    given: 'received on the make-up Saturday before 春节 2026',
    from: '2026-02-14',
    due: '2026-02-28',
    count: 'off to 23 Feb, 24 Feb 1, 25 Feb 2, 26 Feb 3, 27 Feb 4, Sat 28 Feb (make-up) 5',
  },
  {
    ...acceptance,
    given: 'received before 春节 2025',
    from: '2025-01-24',
    due: '2025-02-07',
    count: 'Saturday, Sun 26 Jan (make-up) 1, 27 Jan 2, off to 4 Feb, 5 Feb 3, 6 Feb 4, 7 Feb 5',
  },
  {
    ...acceptance,
    given: 'received on the make-up Sunday before 春节 2025',
    from: '2025-01-26',
    due: '2025-02-08',
    count: '27 Jan 1, off to 4 Feb, 5 Feb 2, 6 Feb 3, 7 Feb 4, Sat 8 Feb (make-up) 5',
  },
  {
    ...acceptance,
    given: 'received before 清明 2025',
    from: '2025-04-02',
    due: '2025-04-10',
    count: '3 Apr 1, off 4 to 6 Apr, 7 Apr 2, 8 Apr 3, 9 Apr 4, 10 Apr 5',
  },
  {
    ...acceptance,
    given: 'received before 端午 2025',
    from: '2025-05-29',
    due: '2025-06-06',
    count: '30 May 1, off 31 May to 2 Jun, 3 Jun 2, 4 Jun 3, 5 Jun 4, 6 Jun 5',
  },
  {
    ...singleDecision,
    given: 'accepted before 春节 2026',
    from: '2026-02-02',
    due: '2026-03-06',
    count: '3-6 Feb 4, 9-13 Feb 9, Sat 14 Feb 10, off to 23 Feb, 24-27 Feb 14, Sat 28 Feb 15, 2-6 Mar 20',
  },
  {
    ...singleDecision,
    given: 'accepted before 春节 2026, extended',
    extended: 10,
    from: '2026-02-02',
    due: '2026-03-20',
    count: '6 Mar 20 (as above), 9-13 Mar 25, 16-20 Mar 30',
  },
  {
    ...singleDecision,
    given: 'deemed accepted on the day of receipt, 春节 2025',
    from: '2025-01-24',
    due: '2025-02-27',
    count:
      'Sun 26 Jan 1, 27 Jan 2, off to 4 Feb, 5-7 Feb 5, Sat 8 Feb 6, 10-14 Feb 11, 17-21 Feb 16, 24-27 Feb 20',
  },
  {
    ...jointDecision,
    given: 'accepted before 中秋 and 国庆 2026',
    from: '2026-08-17',
    due: '2026-10-23',
    count:
      '18-21 Aug 4, 24-28 Aug 9, 31 Aug-4 Sep 14, 7-11 Sep 19, 14-18 Sep 24, Sun 20 Sep 25, 21-24 Sep 29, off to ' +
      '27 Sep, 28-30 Sep 32, off to 7 Oct, 8-9 Oct 34, Sat 10 Oct 35, 12-16 Oct 40, 19-23 Oct 45',
  },
  {
    ...jointDecision,
    given: 'accepted before 中秋 and 国庆 2026, extended',
    extended: 15,
    from: '2026-08-17',
    due: '2026-11-13',
    count: '23 Oct 45 (as above), 26-30 Oct 50, 2-6 Nov 55, 9-13 Nov 60',
  },
  {
    ...service,
    given: 'decided before 劳动节 2026',
    from: '2026-04-28',
    due: '2026-05-14',
    count: '29-30 Apr 2, off to 5 May, 6-8 May 5, Sat 9 May (make-up) 6, 11-14 May 10',
  },
  {
    ...service,
    given: 'decided before 劳动节 2025',
    from: '2025-04-24',
    due: '2025-05-12',
    count: '25 Apr 1, Sun 27 Apr (make-up) 2, 28-30 Apr 5, off to 5 May, 6-9 May 9, 12 May 10',
  },
  {
    ...hearing,
    given: 'asked for before 国庆 2025',
    from: '2025-09-17',
    due: '2025-10-21',
    count:
      '18-19 Sep 2, 22-26 Sep 7, Sun 28 Sep 8, 29-30 Sep 10, off to 8 Oct, 9-10 Oct 12, Sat 11 Oct 13, 13-17 Oct 18, 20-21 Oct 20',
  },
  {
    ...forProfit,
    given: 'applied for before 端午 2026',
    from: '2026-06-17',
    due: '2026-06-23',
    count: '18 Jun 1, off 19 to 21 Jun, 22 Jun 2, 23 Jun 3',
  },
  {
    ...forProfit,
    given: 'applied for before 端午 2026, extended',
    extended: 3,
    from: '2026-06-17',
    due: '2026-06-26',
    count: '23 Jun 3 (as above), 24-26 Jun 6',
  },
  {
    ...forProfit,
    given: 'applied for on the last day of 2025',
    from: '2025-12-31',
    due: '2026-01-06',
    count: 'off 1 to 3 Jan, Sun 4 Jan (make-up) 1, 5 Jan 2, 6 Jan 3',
  },
  {
    ...nonProfit,
    unit: 'calendarDay',
    given: 'read as calendar days, over 春节 2026',
    from: '2026-01-15',
    due: '2026-03-16',
    count: '31 Jan 16, 28 Feb 44, 16 Mar 60',
  },
  {
    ...nonProfit,
    unit: 'calendarDay',
    given: 'read as calendar days, ending in 国庆 2025, where the last day stays',
    from: '2025-08-07',
    due: '2025-10-06',
    count: '31 Aug 24, 30 Sep 54, 6 Oct 60',
  },
  {
    ...nonProfit,
    unit: 'workingDay',
    given: 'read as working days, over 春节 and 清明 2026',
    from: '2026-01-15',
    due: '2026-04-16',
    count:
      '16 Jan 1, 19-23 Jan 6, 26-30 Jan 11, 2-6 Feb 16, 9-13 Feb 21, Sat 14 Feb 22, 24-27 Feb 26, Sat 28 Feb 27, ' +
      '2-6 Mar 32, 9-13 Mar 37, 16-20 Mar 42, 23-27 Mar 47, 30 Mar-3 Apr 52, off to 6 Apr, 7-10 Apr 56, 13-16 Apr 60',
  },
  {
    ...publicInstitution,
    given: 'applied for before 国庆 2025',
    from: '2025-09-15',
    due: '2025-10-31',
    count:
      '16-19 Sep 4, 22-26 Sep 9, Sun 28 Sep 10, 29-30 Sep 12, 9-10 Oct 14, Sat 11 Oct 15, 13-17 Oct 20, 20-24 Oct 25, 27-31 Oct 30',
  },
  {
    ...filing,
    limit: 5,
    given: 'receipt, papers received before 中秋 2026',
    from: '2026-09-21',
    due: '2026-09-29',
    count: '22-24 Sep 3, off 25 to 27 Sep, 28 Sep 4, 29 Sep 5',
  },
  {
    ...filing,
    limit: 15,
    given: 'check of the same papers, side by side',
    from: '2026-09-21',
    due: '2026-10-19',
    count: '29 Sep 5 (as above), 30 Sep 6, off to 7 Oct, 8-9 Oct 8, Sat 10 Oct 9, 12-16 Oct 14, 19 Oct 15',
  },
];

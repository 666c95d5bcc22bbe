import { isWorkday } from 'chinese-days';
import { calendarReasons, dayOf } from '../../../domain/calendar';
import { addDays } from '../../../domain/civilDate';
import { dayReasons } from '../../../domain/clockDays';
import type { CalendarOverride } from '../../../domain/plan';
import { coverageOf } from '../../../infra/calendar/coverage';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import { arrangement2027 } from './arrangement2027';

const calendar = loadCalendar([]);

/** What the notices for 2025 and 2026 say, as `from`–`to`. */
const notices = {
  off: [
    ['2025-01-01', '2025-01-01'],
    ['2025-01-28', '2025-02-04'],
    ['2025-04-04', '2025-04-06'],
    ['2025-05-01', '2025-05-05'],
    ['2025-05-31', '2025-06-02'],
    ['2025-10-01', '2025-10-08'],
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ],
  working: [
    ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ],
} as const;

function datesFrom(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

describe('the announced holidays', () => {
  it("are the State Council's for 2025 and 2026, day by day", () => {
    const off = notices.off.flatMap(([first, last]) => datesFrom(first, last));
    const inYears = (days: object) => Object.keys(days).filter((date) => /^202[56]/.test(date));
    expect(inYears(calendar.holidays).sort()).toEqual(off);
    expect(inYears(calendar.workdays).sort()).toEqual(notices.working);
  });

  it("agree with the library's own isWorkday on every covered day", () => {
    const differing = datesFrom(calendar.coveredFrom, calendar.coveredThrough).filter(
      (date) => dayOf(calendar, date).working !== isWorkday(date),
    );
    expect(differing).toEqual([]);
  });

  it('cover the announced years, except the last days that the next notice may still reach', () => {
    expect(calendar).toMatchObject({ coveredFrom: '2008-01-01', coveredThrough: '2026-12-28' });
  });

  it.each([
    ['2026-10-09', 'workday', true, '工作日', 'Working day'],
    ['2026-10-11', 'weekend', false, '周末', 'Weekend'],
    ['2026-10-05', 'holiday', false, '国庆节（放假）', 'National Day (holiday)'],
    ['2026-10-10', 'makeUpDay', true, '国庆节（调休上班）', 'National Day (make-up working day)'],
  ])('make %s a %s', (date, reason, working, zh, en) => {
    expect(dayOf(calendar, date)).toEqual({ reason, working, label: { zh, en }, covered: true });
  });
});

describe("the district's overrides", () => {
  const name = { zh: '亚运会', en: 'Asian Games' };

  it('add a day off and a working day', () => {
    const own = loadCalendar([
      { date: '2026-11-26', kind: 'holiday', name },
      { date: '2026-11-28', kind: 'workday', name },
    ]);
    expect(dayOf(own, '2026-11-26')).toMatchObject({ working: false, label: { zh: '亚运会（放假）' } });
    expect(dayOf(own, '2026-11-28')).toMatchObject({ working: true, reason: 'makeUpDay' });
    expect(dayOf(calendar, '2026-11-26').working).toBe(true);
  });

  it('win over the announced day', () => {
    const own = loadCalendar([
      { date: '2026-10-07', kind: 'workday', name },
      { date: '2026-10-10', kind: 'holiday', name },
    ]);
    expect(dayOf(own, '2026-10-07')).toMatchObject({ working: true, reason: 'workday' });
    expect(dayOf(own, '2026-10-10')).toMatchObject({ working: false, reason: 'holiday' });
  });

  it('cover a year once its whole arrangement is entered, and the December before it', () => {
    expect(loadCalendar(arrangement2027).coveredThrough).toBe('2027-12-28');
  });

  it.each([
    ['the statutory days without a make-up day', (day: CalendarOverride) => day.kind === 'holiday'],
    ['the arrangement without 端午', (day: CalendarOverride) => day.name.zh !== '端午'],
    ['the arrangement without 国庆节', (day: CalendarOverride) => day.name.zh !== '国庆节'],
  ])('cover nothing more with only %s', (_, kept) => {
    expect(loadCalendar(arrangement2027.filter(kept)).coveredThrough).toBe('2026-12-28');
  });

  it.each(['2026-02-30', '2026-2-3', 'tomorrow'])('name the date "%s" that does not exist', (date) => {
    expect(() => loadCalendar([{ date, kind: 'holiday', name }])).toThrow(
      `override of "${date}" names no date`,
    );
  });

  it('name a date that is overridden twice', () => {
    const twice = [
      { date: '2026-11-26', kind: 'holiday', name },
      { date: '2026-11-26', kind: 'workday', name },
    ] as const;
    expect(() => loadCalendar(twice)).toThrow('overrides 2026-11-26 twice');
  });
});

describe('the id of a calendar', () => {
  it('changes with the data, and only with the data', () => {
    const reversed = [...arrangement2027].reverse();
    expect(loadCalendar([]).id).toBe(calendar.id);
    expect(loadCalendar(reversed).id).toBe(loadCalendar(arrangement2027).id);
    expect(loadCalendar(arrangement2027).id).not.toBe(calendar.id);
    const [first, ...rest] = arrangement2027;
    if (!first) throw new Error('The arrangement is empty');
    const renamed = [{ ...first, name: { zh: '新年', en: 'New Year' } }, ...rest];
    expect(loadCalendar(renamed).id).not.toBe(loadCalendar(arrangement2027).id);
  });
});

describe('the covered range', () => {
  const { holidays, workdays } = calendar;
  const until = (last: string, days: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(days).filter(([date]) => date <= last));

  it('left the end of 2018 open until the notice of 4 December 2018 made the 29th a working Saturday', () => {
    const before = coverageOf(until('2018-12-28', holidays), until('2018-12-28', workdays));
    expect(before.coveredThrough).toBe('2018-12-28');
    expect(dayOf(calendar, '2018-12-29').reason).toBe('makeUpDay');
    expect(dayOf(calendar, '2018-12-31').reason).toBe('holiday');
  });

  it('ends at a year that is missing, whatever follows', () => {
    const gap = Object.fromEntries(Object.entries(holidays).filter(([date]) => !date.startsWith('2024')));
    expect(coverageOf(gap, workdays).coveredThrough).toBe('2023-12-28');
  });

  it('is refused where no year is complete', () => {
    expect(() => coverageOf({ '2026-10-01': 1 }, {})).toThrow('holds no complete year of holidays');
  });
});

describe('the words for a day', () => {
  it.each(Object.entries({ ...dayReasons, ...calendarReasons }))(
    'has Chinese and English for %s',
    (_, label) => {
      expect(label.zh).toMatch(/^[^A-Za-z]*\p{Script=Han}/u);
      expect(label.en).toMatch(/^[A-Z][ -~]+$/);
    },
  );
});

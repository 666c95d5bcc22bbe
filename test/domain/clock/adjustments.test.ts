import type { Adjustments, Pause } from '../../../domain/adjustments';
import { deadlineOf, explainDeadline, isStopped } from '../../../domain/clock';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';

const calendar = loadCalendar([]);
/** Accepted on Monday 2 March 2026: 3-6 Mar 4, 9-13 Mar 9, 16-20 Mar 14, 23-27 Mar 19, 30 Mar 20. */
const decision = { id: 'decision', limit: 20, unit: 'workingDay' } as const;
const acceptedOn = '2026-03-02';

const paused = (...pauses: Pause[]): Adjustments => ({ pauses, extensions: [] });
const due = (adjustments: Adjustments) => deadlineOf(decision, acceptedOn, calendar, adjustments).due;

describe('time that does not count: 行政许可法 第四十五条', () => {
  it.each([
    ['no pause', [], '2026-03-30'],
    [
      'Monday to Friday: the four days after Monday do not count',
      [['2026-03-09', '2026-03-13']],
      '2026-04-03',
    ],
    ['stopped and resumed on one day', [['2026-03-09', '2026-03-09']], '2026-03-30'],
    ['over a weekend only', [['2026-03-13', '2026-03-15']], '2026-03-30'],
    [
      'two that overlap count once',
      [
        ['2026-03-09', '2026-03-12'],
        ['2026-03-11', '2026-03-13'],
      ],
      '2026-04-03',
    ],
    [
      'two that follow one another',
      [
        ['2026-03-09', '2026-03-11'],
        ['2026-03-11', '2026-03-13'],
      ],
      '2026-04-03',
    ],
    ['from before the start', [['2026-02-24', '2026-03-03']], '2026-03-31'],
    ['on the day before the last, over 清明', [['2026-03-27', '2026-04-07']], '2026-04-08'],
    [
      'on the last day: it was stopped in time, and the last day comes once it goes on',
      [['2026-03-30', '2026-04-10']],
      '2026-04-13',
    ],
    ['on the last day and resumed on it', [['2026-03-30', '2026-03-30']], '2026-03-30'],
    [
      'on the last day, and again on the one that became the last',
      [
        ['2026-03-30', '2026-03-31'],
        ['2026-04-01', '2026-04-02'],
      ],
      '2026-04-03',
    ],
    ['after the last day', [['2026-04-01', '2026-04-10']], '2026-03-30'],
  ] as const)('%s', (_, pauses, expected) => {
    expect(due(paused(...pauses.map(([from, to]) => ({ from, to }))))).toBe(expected);
  });

  it('names the days that a pause takes out, from the day after the stop through the day of resumption', () => {
    const adjustments = paused({ from: '2026-03-09', to: '2026-03-13' });
    const { days } = explainDeadline(decision, acceptedOn, calendar, adjustments);
    const out = days.filter((day) => day.reason === 'paused').map((day) => day.date);
    expect(out).toEqual(['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']);
  });

  it('takes calendar days out of a limit of calendar days: 民办非企业单位登记管理暂行条例 第十一条', () => {
    const rule = { id: 'register', limit: 60, unit: 'calendarDay' } as const;
    const adjustments = paused({ from: '2026-02-01', to: '2026-02-11' });
    expect(deadlineOf(rule, '2026-01-15', calendar, adjustments).due).toBe('2026-03-26');
  });

  it('adds an extension after the pauses: 20 + 10, 行政许可法 第四十二条', () => {
    const pauses = [{ from: '2026-03-09', to: '2026-03-13' }];
    const extended = deadlineOf(decision, acceptedOn, calendar, { pauses, extensions: [{ days: 10 }] });
    expect(extended).toMatchObject({ limit: 30, due: '2026-04-20' });
  });
});

describe('a clock that is stopped', () => {
  const stopped = paused({ from: '2026-03-09', to: null });

  it('has no due date until it is resumed', () => {
    expect(isStopped(decision, acceptedOn, calendar, stopped)).toBe(true);
    expect(() => deadlineOf(decision, acceptedOn, calendar, stopped)).toThrow(
      new RangeError('Clock decision from 2026-03-02 is stopped: it has no due date until it is resumed'),
    );
  });

  it('stays stopped where another pause has ended', () => {
    const both = paused({ from: '2026-03-04', to: '2026-03-12' }, { from: '2026-03-09', to: null });
    expect(isStopped(decision, acceptedOn, calendar, both)).toBe(true);
  });

  it('runs again once it is resumed', () => {
    expect(isStopped(decision, acceptedOn, calendar, paused({ from: '2026-03-09', to: '2026-03-13' }))).toBe(
      false,
    );
  });

  it('is stopped in time on its last day', () => {
    expect(isStopped(decision, acceptedOn, calendar, paused({ from: '2026-03-30', to: null }))).toBe(true);
  });

  it.each(['2026-03-31', '2026-04-15'])(
    'stays overdue where it was stopped on %s, its limit used up',
    (from) => {
      const late = paused({ from, to: null });
      expect(isStopped(decision, acceptedOn, calendar, late)).toBe(false);
      expect(due(late)).toBe('2026-03-30');
    },
  );
});

describe('what cannot be counted is refused', () => {
  it.each([0, -5, 2.5, Number.NaN, 3661])('a limit of %s days', (limit) => {
    expect(() => deadlineOf({ ...decision, limit }, acceptedOn, calendar)).toThrow(
      'must be a whole number from 1, together at most 3660',
    );
  });

  it.each([0, -1, 1.5])('an extension of %s days', (days) => {
    expect(() => due({ pauses: [], extensions: [{ days }] })).toThrow(`20 + ${days} days cannot be counted`);
  });

  it('a sum beyond ten years, but not ten years', () => {
    const rule = { ...decision, limit: 3650 };
    const extended = (days: number) =>
      deadlineOf(rule, acceptedOn, calendar, { pauses: [], extensions: [{ days }] });
    expect(extended(10).limit).toBe(3660);
    expect(() => extended(11)).toThrow('together at most 3660');
  });

  it.each(['2026-02-30', '2026-3-2', '20260302', ''])('a start on "%s"', (startsOn) => {
    expect(() => deadlineOf(decision, startsOn, calendar)).toThrow(`"${startsOn}" is not a date`);
  });

  it('a pause that ends before it begins', () => {
    expect(() => due(paused({ from: '2026-03-13', to: '2026-03-09' }))).toThrow(
      'The pause from 2026-03-13 ends before it begins, on 2026-03-09',
    );
  });

  it('a pause of more than ten years', () => {
    expect(() => due(paused({ from: '2026-03-09', to: '2036-03-20' }))).toThrow('longer than 3660 days');
  });
});

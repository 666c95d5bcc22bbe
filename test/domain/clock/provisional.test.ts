import { dayOf } from '../../../domain/calendar';
import { deadlineOf, explainDeadline } from '../../../domain/clock';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import { arrangement2027 } from './arrangement2027';

const announced = loadCalendar([]);
const withNextYear = loadCalendar(arrangement2027);
const joint = { id: 'joint', limit: 45, unit: 'workingDay' } as const;

describe('a deadline beyond the announced holidays', () => {
  it('is certain while every day up to it is covered', () => {
    const rule = { id: 'decision', limit: 20, unit: 'workingDay' } as const;
    expect(deadlineOf(rule, '2026-11-24', announced)).toMatchObject({
      due: '2026-12-22',
      provisional: false,
    });
  });

  it('is provisional from the first day that is not', () => {
    const dayLimit = (limit: number) =>
      deadlineOf({ id: 'any', limit, unit: 'workingDay' }, '2026-12-21', announced);
    expect(dayLimit(5)).toMatchObject({ due: '2026-12-28', provisional: false });
    expect(dayLimit(6)).toMatchObject({ due: '2026-12-29', provisional: true });
  });

  it('is provisional where it began before the covered years, though it ends in them', () => {
    const rule = { id: 'any', limit: 10, unit: 'workingDay' } as const;
    const { due, provisional } = deadlineOf(rule, '2007-12-24', announced);
    expect([due >= announced.coveredFrom, provisional]).toEqual([true, true]);
  });

  it('says of each assumed day that it was assumed', () => {
    const { days } = explainDeadline({ id: 'any', limit: 6, unit: 'workingDay' }, '2026-12-21', announced);
    const assumed = days.filter((day) => day.assumed).map(({ date, label }) => [date, label.zh]);
    expect(assumed).toEqual([['2026-12-29', '工作日：推定，日历尚无当日放假安排']]);
  });

  it('is never provisional in calendar days, which no arrangement moves', () => {
    const rule = { id: 'register', limit: 60, unit: 'calendarDay' } as const;
    expect(deadlineOf(rule, '2026-12-21', announced)).toMatchObject({
      due: '2027-02-19',
      provisional: false,
    });
  });

  it('does not count the holidays that the law fixes by date: 全国年节及纪念日放假办法', () => {
    expect(dayOf(announced, '2027-01-01')).toMatchObject({
      working: false,
      reason: 'holiday',
      covered: false,
    });
    expect(dayOf(announced, '2027-10-01')).toMatchObject({
      working: false,
      reason: 'holiday',
      covered: false,
    });
    expect(dayOf(announced, '2027-10-04')).toMatchObject({
      working: true,
      reason: 'workday',
      covered: false,
    });
  });
});

describe('a deadline when the arrangement is announced', () => {
  it('moves where the arrangement moves it', () => {
    // 8-11 Dec 4, 14-18 9, 21-25 14, 28-31 18, off 1 Jan, 4-8 Jan 23, 11-15 28, 18-22 33, 25-29 38;
    // assumed: 1-5 Feb 43, 9 Feb 45. Arranged: Sun 31 Jan 39, 1-4 Feb 43, off to 12 Feb, 15 Feb 44, 16 Feb 45.
    const before = deadlineOf(joint, '2026-12-07', announced);
    expect(before).toMatchObject({ due: '2027-02-09', provisional: true });
    const after = deadlineOf(joint, before.startsOn, withNextYear);
    expect(after).toMatchObject({ due: '2027-02-16', dueAt: '2027-02-16T16:00:00.000Z', provisional: false });
  });

  it('becomes certain without moving where it does not', () => {
    const before = deadlineOf(joint, '2026-11-24', announced);
    expect(before).toMatchObject({ due: '2027-01-27', provisional: true });
    expect(deadlineOf(joint, before.startsOn, withNextYear)).toEqual({ ...before, provisional: false });
  });

  it('stays as it was where it was certain already', () => {
    const before = deadlineOf(joint, '2026-08-17', announced);
    expect(deadlineOf(joint, before.startsOn, withNextYear)).toEqual(before);
  });
});

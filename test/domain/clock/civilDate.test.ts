import {
  addDays,
  dateInShanghai,
  dayNumber,
  endOfDay,
  isCivilDate,
  weekdayOf,
} from '../../../domain/civilDate';

describe('a civil date', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1969-12-31', 1, '1970-01-01'],
    ['2026-10-10', 0, '2026-10-10'],
  ])('%s and %s days more is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it.each([
    ['2026-02-14', '周六', 'Sat'],
    ['2026-09-20', '周日', 'Sun'],
    ['2026-09-28', '周一', 'Mon'],
    ['1970-01-01', '周四', 'Thu'],
    ['1969-12-28', '周日', 'Sun'],
  ])('%s is a %s', (date, zh, en) => {
    expect(weekdayOf(date)).toEqual({ zh, en });
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '+12026-01-01',
  ])('"%s" is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(`"${text}" is not a date: write YYYY-MM-DD`);
  });
});

describe('a date in Asia/Shanghai', () => {
  it.each([
    ['2026-10-10T15:59:59.999Z', '2026-10-10'],
    ['2026-10-10T16:00:00.000Z', '2026-10-11'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2026-10-10T23:30:00+08:00', '2026-10-10'],
    ['2026-10-10T23:30:00-05:00', '2026-10-11'],
  ])('at %s is %s', (instant, date) => {
    expect(dateInShanghai(instant)).toBe(date);
    expect(dateInShanghai(new Date(instant))).toBe(date);
  });

  it('ends where the next one begins, and not a millisecond before', () => {
    const end = endOfDay('2026-12-31');
    expect(end).toBe('2026-12-31T16:00:00.000Z');
    expect(dateInShanghai(end)).toBe('2027-01-01');
    expect(dateInShanghai(new Date(Date.parse(end) - 1))).toBe('2026-12-31');
  });

  it.each(['2026-10-10T23:30:00', '2026-10-10', 'now'])('is refused at "%s", which is no instant', (text) => {
    expect(() => dateInShanghai(text)).toThrow(`"${text}" is not an instant`);
  });
});

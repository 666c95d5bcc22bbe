import { explainDeadline } from '../../../domain/clock';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import { goldens } from './clauses';

const calendar = loadCalendar([]);

describe('the limits of law and plan, worked out by hand', () => {
  it.each(goldens)(
    '$clause: $limit $unit from $from end on $due ($given)',
    ({ limit, unit, extended, from, due }) => {
      const extensions = extended === undefined ? [] : [{ days: extended }];
      const explanation = explainDeadline({ id: 'golden', limit, unit }, from, calendar, {
        pauses: [],
        extensions,
      });
      expect(explanation).toMatchObject({
        due,
        startsOn: from,
        limit: limit + (extended ?? 0),
        provisional: false,
      });
    },
  );

  it('ends a limit with its last day in Asia/Shanghai: 行政许可法 第三十二条', () => {
    const { dueAt } = explainDeadline({ id: 'accept', limit: 5, unit: 'workingDay' }, '2026-09-28', calendar);
    expect(dueAt).toBe('2026-10-10T16:00:00.000Z');
    expect(new Date(dueAt).getTime()).toBe(Date.parse('2026-10-11T00:00:00+08:00'));
  });

  it('says of every day around 国庆 2026 whether it counts and why, in Chinese and English', () => {
    const { days } = explainDeadline({ id: 'accept', limit: 5, unit: 'workingDay' }, '2026-09-28', calendar);
    expect(
      days.map(({ date, n, reason, weekday, label }) => [date, n, reason, weekday.zh, label.zh, label.en]),
    ).toEqual([
      [
        '2026-09-28',
        null,
        'start',
        '周一',
        '起算事件当日，自次日起计算',
        'Day of the start event: counting begins the day after',
      ],
      ['2026-09-29', 1, 'workday', '周二', '工作日', 'Working day'],
      ['2026-09-30', 2, 'workday', '周三', '工作日', 'Working day'],
      ['2026-10-01', null, 'holiday', '周四', '国庆节（放假）', 'National Day (holiday)'],
      ['2026-10-02', null, 'holiday', '周五', '国庆节（放假）', 'National Day (holiday)'],
      ['2026-10-03', null, 'holiday', '周六', '国庆节（放假）', 'National Day (holiday)'],
      ['2026-10-04', null, 'holiday', '周日', '国庆节（放假）', 'National Day (holiday)'],
      ['2026-10-05', null, 'holiday', '周一', '国庆节（放假）', 'National Day (holiday)'],
      ['2026-10-06', null, 'holiday', '周二', '国庆节（放假）', 'National Day (holiday)'],
      ['2026-10-07', null, 'holiday', '周三', '国庆节（放假）', 'National Day (holiday)'],
      ['2026-10-08', 3, 'workday', '周四', '工作日', 'Working day'],
      ['2026-10-09', 4, 'workday', '周五', '工作日', 'Working day'],
      ['2026-10-10', 5, 'makeUpDay', '周六', '国庆节（调休上班）', 'National Day (make-up working day)'],
    ]);
  });

  it('counts the same whether the start lies years back or ahead of the day it is asked on', () => {
    const rule = { id: 'accept', limit: 5, unit: 'workingDay' } as const;
    jest.useFakeTimers({ now: Date.parse('2026-11-24T00:00:00Z') });
    const asked = explainDeadline(rule, '2025-01-24', calendar);
    jest.setSystemTime(Date.parse('2020-01-01T00:00:00Z'));
    const askedBefore = explainDeadline(rule, '2025-01-24', calendar);
    jest.useRealTimers();
    expect(asked.due).toBe('2025-02-07');
    expect(askedBefore).toEqual(asked);
  });
});

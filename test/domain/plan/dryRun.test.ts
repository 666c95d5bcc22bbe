import type { Calendar } from '../../../domain/calendar';
import { changedDays, foreseen } from '../../../domain/planDryRun';
import { loadCalendar } from '../../../infra/calendar/loadCalendar';
import type { CalendarOverride, Plan } from '../../../domain/plan';
import { checkedOn, does, open, supervised } from '../life/institution';
import { onDay, type Story } from '../record/story';
import { xiacheng } from './plans';

const { plan } = xiacheng;
const inForce = loadCalendar([]);
const off = (date: string): CalendarOverride => ({
  date,
  kind: 'holiday',
  name: { zh: '停工', en: 'Closed' },
});
const on = (date: string): CalendarOverride => ({
  date,
  kind: 'workday',
  name: { zh: '调休', en: 'Make-up' },
});

/** A visit of the subdistrict has found something: an order for rectification is to be written. */
function found(): Story {
  const story = onDay(supervised(), '2027-02-24');
  const act = {
    act: 'recordVisit',
    visitedOn: '2027-02-24',
    report: '检查',
    findings: [{ severity: 'serious', text: '地面湿滑' }],
    checked: checkedOn(story),
  } as const;
  return does(story, 'visit', act);
}

const longer: Plan = { ...plan, clocks: plan.clocks.map((clock) => ({ ...clock, limit: clock.limit + 5 })) };

const run = (story: Story, candidate: Plan, calendar: Calendar, from = '2027-06-01') =>
  foreseen(story.file, { plan: candidate, calendar, from }, inForce, new Date(story.now));

describe('days that two calendars count otherwise', () => {
  it('are named with what each says, and no others', () => {
    const days = changedDays(inForce, loadCalendar([off('2026-12-02'), on('2026-12-05'), off('2026-12-06')]));
    expect(days.map(({ date, was, now }) => [date, was.reason, now.reason])).toEqual([
      ['2026-12-02', 'workday', 'holiday'],
      ['2026-12-05', 'weekend', 'makeUpDay'],
    ]);
  });
});

describe('a plan with another calendar', () => {
  it('moves an open limit for the days between, and says which', () => {
    const story = found();
    const { due, startsOn } = open(story, 'orderRectification').deadline;
    const { moves } = run(story, plan, loadCalendar([off(due), off('2027-12-01'), off(startsOn)]));
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({ why: 'calendar', on: null, from: { due } });
    expect(moves[0]!.to.due > due).toBe(true);
    expect(moves[0]!.days.map(({ date }) => date)).toEqual([due]);
  });

  it('moves nothing where the days lie elsewhere', () => {
    expect(run(found(), plan, loadCalendar([off('2027-12-01')]))).toEqual({
      closes: [],
      opens: [],
      moves: [],
    });
  });
});

describe('a plan with other limits', () => {
  it('moves what is open in a supervision with the new year that takes it up', () => {
    const story = found();
    const { due } = open(story, 'orderRectification').deadline;
    const [move, ...others] = run(story, longer, inForce).moves;
    expect(others).toEqual([]);
    expect(move).toMatchObject({ why: 'newYear', on: '2028-01-01', days: [], from: { due } });
    expect(move!.to.due > due).toBe(true);
  });

  it.each([
    ['2028-01-01', '2028-01-01'],
    ['2028-01-02', '2029-01-01'],
  ])('in force from %s is taken up on %s', (from, day) => {
    expect(run(found(), longer, inForce, from).moves[0]!.on).toBe(day);
  });
});

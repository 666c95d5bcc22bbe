import type { Report } from '../../../domain/report/report';
import { inspected, inspecting } from '../record/sideStories';
import { closed } from '../record/stories';
import { answered, did, onDay, openItem, type Story, told, wayTo } from '../record/story';
import { reportOf, withdrawn } from './reported';

/** What a report says of a unit, without what is nought. */
const unitIn = ({ units }: Report, unit: string) => {
  const { unit: _unit, days: _days, ...found } = units.find((each) => each.unit === unit) ?? {};
  return Object.fromEntries(Object.entries(found).filter(([key, value]) => key === 'rate' || value !== 0));
};

describe('what became of a unit’s limits (考核)', () => {
  it('is in time what it answered within them', () => {
    const story = answered(wayTo('review'), openItem(wayTo('review'), 'review-fire'));
    expect(unitIn(reportOf('2026-11', story), 'fire')).toEqual({ inTime: 1, rate: 100 });
    expect(unitIn(reportOf('2026-12', story), 'fire')).toEqual({});
  });

  it('tells what is still unanswered from what was answered late', () => {
    const late = onDay(wayTo('review'), '2026-12-09');
    expect(unitIn(reportOf('2026-12', late), 'fire')).toEqual({ passed: 1, stillOpen: 1, rate: 0 });
    const after = answered(onDay(late, '2026-12-10'), openItem(late, 'review-fire'));
    expect(unitIn(reportOf('2026-12', after), 'fire')).toEqual({ passed: 1, late: 1, rate: 0 });
    expect(unitIn(reportOf('2026-12', after), 'market')).toEqual({ passed: 1, stillOpen: 1, rate: 0 });
  });

  it('tells from both what was passed over: closed by another’s act', () => {
    const gone = withdrawn(onDay(wayTo('review'), '2026-12-09'));
    expect(unitIn(reportOf('2026-12', gone), 'fire')).toEqual({ passed: 1, passedOver: 1, rate: 0 });
  });

  it('is passed over where the law took silence for an answer (行政许可法 第三十二条)', () => {
    const deemed = onDay(wayTo('accept'), '2026-12-03');
    expect(deemed.file.dates.acceptance).toBe('2026-11-24');
    expect(unitIn(reportOf('2026-12', deemed), 'shiqiao')).toEqual({ passed: 1, passedOver: 1, rate: 0 });
  });

  it('counts a limit in the month in which it passes, and its answer in the month in which it comes', () => {
    const late = onDay(wayTo('review'), '2026-12-31');
    const next = onDay(late, '2027-01-04');
    const after = answered(next, openItem(next, 'review-fire'));
    expect(unitIn(reportOf('2026-12', after), 'fire')).toEqual({ passed: 1, stillOpen: 1, rate: 0 });
    expect(unitIn(reportOf('2027-01', after), 'fire')).toEqual({ late: 1, rate: null });
    expect(unitIn(reportOf('2027', after), 'fire')).toEqual({ late: 1, rate: null });
  });

  it('counts against nobody a limit that passed and was moved ahead again', () => {
    const late = onDay(wayTo('review'), '2026-12-09');
    const { id, deadline } = openItem(late, 'review-fire');
    const moved = { ...deadline, due: '2026-12-31', dueAt: '2026-12-31T16:00:00.000Z' };
    const lifted = told(late, { type: 'deadlineMoved', item: id, deadline: moved });
    const after = answered(lifted, openItem(lifted, 'review-fire'));
    expect(unitIn(reportOf('2026-12', after), 'fire')).toEqual({
      passed: 1,
      lifted: 1,
      inTime: 1,
      rate: 100,
    });
  });

  it('counts as in time no answer to what never had a limit: its clock stood still all the while', () => {
    const story = wayTo('review');
    const { id, stepId, step, unit, deadline } = openItem(story, 'review-fire');
    const opened = { id: `${id}-again`, stepId, step, unit, deadline, stopped: true } as const;
    const open = told(story, { type: 'sideStepsOpened', items: [opened] });
    const done = told(open, { type: 'signedOff', item: opened.id, opinion: 'agree', answered: [] });
    expect(unitIn(reportOf('2026-11', done), 'fire')).toEqual({});
  });

  it('counts nothing for a limit that is still ahead, nor for what an act closed unanswered', () => {
    const reviewing = wayTo('review');
    expect(unitIn(reportOf('2026-11', reviewing), 'fire')).toEqual({});
    expect(unitIn(reportOf('2026-11', withdrawn(reviewing)), 'fire')).toEqual({});
    const remanded = did(wayTo('draft'), 'draft', { act: 'remand', to: 'jointReview', reason: '补充' });
    expect(unitIn(reportOf('2026-11', remanded), 'shiqiao')).toEqual({ inTime: 1, rate: 100 });
  });

  it('is no matter of the applicant’s, nor of the system’s', () => {
    const units = reportOf('2026-11', closed.certified()).units.map(({ unit }) => unit);
    expect(units).toContain('shiqiao');
    for (const nobody of ['applicant', 'system', 'administration']) expect(units).not.toContain(nobody);
  });

  it('lists first who kept fewest', () => {
    const late = onDay(wayTo('review'), '2026-12-09');
    const soon = answered(wayTo('review'), openItem(wayTo('review'), 'review-fire'));
    const { units } = reportOf('2026', soon, answered(late, openItem(late, 'review-fire')));
    const rates = units.map(({ rate }) => rate);
    expect(rates.length).toBeGreaterThan(2);
    expect(rates).toEqual([...rates].sort((a, b) => (a ?? 101) - (b ?? 101)));
  });

  it('tells on how many working days the clocks of its answered items ran', () => {
    const daysOf = (story: Story) => reportOf('2026', story).units.find(({ unit }) => unit === 'fire')?.days;
    const reviewed = (story: Story) => answered(story, openItem(story, 'review-fire'));
    expect(daysOf(reviewed(wayTo('review')))).toEqual({ median: 0, longest: 0 });
    expect(daysOf(reviewed(onDay(wayTo('review'), '2026-11-30')))).toEqual({ median: 4, longest: 4 });
    const stopped = inspected(onDay(inspecting(), '2026-11-30'));
    const { units } = reportOf('2026', reviewed(onDay(stopped, '2026-12-01')));
    // The inspection stopped its review until 30 November; its own clock ran meanwhile.
    expect(units.find(({ unit }) => unit === 'fire')?.days).toEqual({ median: 2.5, longest: 4 });
  });
});

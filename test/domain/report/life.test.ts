import { LifeGathering } from '../../../domain/report/life';
import { periodOf } from '../../../domain/report/period';
import { straightAnswer } from '../../world/answers';
import { applicant, official } from '../../world/people';
import { does, evaluated, open, reason, serves, supervised } from '../life/institution';
import { acted, conducted, onDay, settled, type Story, todayIn, told } from '../record/story';

const inspector = official('fire', 'reviewer');

/** A visit of the fire brigade with findings of these severities. */
function found(...severities: ('minor' | 'serious' | 'grave')[]): Story {
  const call = { act: 'callVisit', ground: 'unannounced', reason } as const;
  const called = conducted(acted(supervised(), null, call, inspector));
  const body = straightAnswer(called.file, open(called, 'visit'), todayIn(called));
  const findings = severities.map((severity) => ({ severity, text: '问题' }));
  return does(called, 'visit', { ...body, findings } as typeof body, inspector);
}
const ordered = (story: Story) =>
  serves(does(story, 'orderRectification', { act: 'orderRectification', days: 10, demands: reason }));
const rectified = (story: Story) =>
  does(
    does(story, 'rectify', { act: 'reportRectification', report: '已整改' }, applicant),
    'reinspect',
    { act: 'recordReinspection', result: 'passed', visitedOn: todayIn(story), report: '复查' },
    inspector,
  );

function reportOf(id: string, ...stories: Story[]) {
  const period = periodOf(id)!;
  const gathering = new LifeGathering(period);
  for (const { events } of stories) gathering.add(events.filter(({ at }) => at < period.until));
  return gathering.report();
}

describe('what a report tells of the life of institutions', () => {
  it('is what each unit found, by gravity, and what is open of it', () => {
    expect(reportOf('2026-11', found('grave', 'minor'), found('serious'), found()).findings).toEqual([
      { unit: 'fire', minor: 1, serious: 1, grave: 1, closed: 0, inTime: 0, open: 2 },
    ]);
    expect(reportOf('2026-11', supervised()).findings).toEqual([]);
  });

  it('is what was rectified, in time or not, in the period in which that came about', () => {
    const served = ordered(found('grave'));
    expect(reportOf('2026-11', rectified(served)).findings).toMatchObject([
      { grave: 1, closed: 1, inTime: 1, open: 0 },
    ]);
    const late = rectified(onDay(served, '2026-12-28'));
    expect(reportOf('2026-11', late).findings).toMatchObject([{ grave: 1, closed: 0, open: 1 }]);
    expect(reportOf('2026-12', late).findings).toMatchObject([{ grave: 0, closed: 1, inTime: 0, open: 0 }]);
  });

  it('is what was settled without an order', () => {
    const settledOnes = does(found('minor'), 'orderRectification', { act: 'settleFindings', reason });
    expect(reportOf('2026-11', settledOnes).findings).toMatchObject([
      { minor: 1, closed: 1, inTime: 0, open: 0 },
    ]);
  });

  it('is which ratings were confirmed, for which year', () => {
    const confirmed = { type: 'ratingConfirmed', item: '', on: '2026-11-24', no: '1' } as const;
    const result = { score: 85, coverage: 100, rating: 'good', leadsTo: 'keep' } as const;
    const rated = () =>
      settled(told(evaluated(), { ...confirmed, ...result, item: open(evaluated(), 'selfAssess').id }));
    expect(reportOf('2026', rated(), rated(), evaluated()).ratings).toEqual([
      { year: 2027, rating: 'good', institutions: 2 },
    ]);
  });
});

import { LifeGathering } from '../../../domain/report/life';
import { periodOf } from '../../../domain/report/period';
import { staffInForce } from '../../../domain/staff';
import { straightAnswer } from '../../world/answers';
import { applicant, official } from '../../world/people';
import { does, evaluated, LEAD, open, reason, serves, supervised } from '../life/institution';
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
  for (const { events, file } of stories)
    gathering.add(
      file.caseId,
      events.filter(({ at }) => at < period.until),
    );
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

  it('is what of the staff expired, until it is renewed or rectified', () => {
    const health = (issuedOn: string, expiresOn: string) => [{ document: 'health', issuedOn, expiresOn }];
    const carer = { role: 'carer', classKind: 'toddler', joinedOn: '2026-09-01' } as const;
    const documents = health('2026-03-02', '2027-03-01');
    const enter = { act: 'enterStaff', person: '张三', ...carer, documents } as const;
    const expired = onDay(acted(supervised(), null, enter, applicant), '2027-03-02');
    const counts = { minor: 0, serious: 1, grave: 0, closed: 0, inTime: 0, open: 1 };
    expect(reportOf('2027-03', expired).findings).toEqual([{ unit: LEAD, ...counts }]);
    expect(reportOf('2027-02', expired).findings).toEqual([]);
    const { member } = staffInForce(expired.file)[0]!;
    const renew = { ...carer, act: 'changeStaff', member } as const;
    const renewed = acted(
      expired,
      null,
      { ...renew, documents: health('2027-03-02', '2028-03-01') },
      applicant,
    );
    expect(reportOf('2027-03', renewed).findings).toEqual([{ unit: LEAD, ...counts, closed: 1, open: 0 }]);
    const order = { act: 'orderRectification', days: 10, demands: reason } as const;
    const body = { act: 'reportRectification', report: '已换证' } as const;
    const atWork = does(serves(does(expired, 'orderRectification', order)), 'rectify', body, applicant);
    const changed = acted(
      atWork,
      null,
      { ...renew, documents: health('2027-03-02', '2028-03-01') },
      applicant,
    );
    expect(reportOf('2027-03', changed).findings).toEqual([{ unit: LEAD, ...counts }]);
    const seen = {
      act: 'recordReinspection',
      result: 'passed',
      visitedOn: '2027-03-02',
      report: '复查',
    } as const;
    expect(reportOf('2027-03', does(changed, 'reinspect', seen)).findings).toEqual([
      { unit: LEAD, ...counts, closed: 1, inTime: 1, open: 0 },
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

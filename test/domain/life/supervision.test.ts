import { nextDueAt, standsAt } from '../../../domain/process';
import type { Severity } from '../../../domain/supervision';
import { applicant, official } from '../../world/people';
import { acted, onDay, passed, settled, type Story, told } from '../record/story';
import {
  checkedOn,
  does,
  LEAD,
  open,
  openSteps,
  reason,
  refusalBy,
  serves,
  SUBDISTRICT,
  supervised,
  turned,
} from './institution';

const day = (story: Story) => story.now.slice(0, 10);

function visited(story: Story, ...severities: Severity[]): Story {
  const findings = severities.map((severity) => ({ severity, text: '地面湿滑' }));
  const checked = checkedOn(story);
  const body = { act: 'recordVisit', visitedOn: day(story), report: '检查', findings, checked } as const;
  return does(story, 'visit', body);
}

/** The first visit of the subdistrict, three months after the certificate. */
const firstVisit = () => onDay(supervised(), '2027-02-24');

describe('supervision begins with the certificate', () => {
  it('stands at supervision, with nothing to do yet, and no end', () => {
    const { file } = supervised();
    expect([standsAt(file), file.outcome, openSteps(supervised())]).toEqual(['supervision', null, []]);
  });

  it('waits for the new year, whose plan it takes up, and then for the first visit', () => {
    expect(nextDueAt(supervised().file)).toBe('2026-12-31T16:00:00.000Z');
    expect(nextDueAt(turned(supervised(), 2027).file)).toBe('2027-02-23T16:00:00.000Z');
  });
});

describe('a visit', () => {
  it('falls due on its day, and not an hour before', () => {
    expect(openSteps(passed(supervised(), '2027-02-23T15:59:59.000Z'))).toEqual([]);
    const due = passed(supervised(), '2027-02-23T16:00:00.000Z');
    expect([openSteps(due), open(due, 'visit').unit]).toEqual([['visit'], SUBDISTRICT]);
  });

  it('returns after its months, whether or not the last one was made', () => {
    const { nextVisits } = firstVisit().file.supervision!;
    expect(nextVisits.daily).toBe('2027-05-24');
    expect(nextVisits.fireSafety).toBe('2027-11-24');
  });

  it('is not made up for where nobody looked for a year', () => {
    const late = onDay(supervised(), '2028-01-10');
    const own = late.events.filter((event) => event.type === 'visitDue' && event.visit === 'daily');
    expect(own).toHaveLength(1);
    expect(late.file.supervision!.nextVisits.daily).toBe('2028-02-24');
  });

  it('that finds nothing asks for nothing', () => {
    expect(openSteps(visited(firstVisit()))).toEqual([]);
  });

  it('that finds something asks a colleague of the same unit to deal with it', () => {
    const story = visited(firstVisit(), 'minor', 'serious');
    expect(open(story, 'orderRectification').unit).toBe(SUBDISTRICT);
  });

  it('is not dated into the future, nor before it was asked for', () => {
    const story = firstVisit();
    const rest = { act: 'recordVisit', report: '检查', findings: [], checked: checkedOn(story) } as const;
    const on = (visitedOn: string) => refusalBy(() => does(story, 'visit', { ...rest, visitedOn }));
    expect([on('2027-02-25'), on('2027-02-23'), on('2027-02-24')]).toEqual([
      'dateInFuture',
      'dateTooEarly',
      'done',
    ]);
  });

  it('can be called for by any unit that inspects, and by no other', () => {
    const call = (unit: string) => () =>
      acted(
        supervised(),
        null,
        { act: 'callVisit', ground: 'complaint', reason },
        official(unit, 'reviewer'),
      );
    expect(open(call('fire')(), 'visit')).toMatchObject({ unit: 'fire', stage: 'supervision' });
    expect(refusalBy(call('civilAffairs'))).toBe('notYourUnit');
  });
});

describe('what was found', () => {
  it('is settled without an order where it is not grave', () => {
    const settled = does(visited(firstVisit(), 'serious'), 'orderRectification', {
      act: 'settleFindings',
      reason,
    });
    expect(openSteps(settled)).toEqual([]);
  });

  it('needs an order where it is', () => {
    const grave = visited(firstVisit(), 'minor', 'grave');
    expect(refusalBy(() => does(grave, 'orderRectification', { act: 'settleFindings', reason }))).toBe(
      'orderDue',
    );
  });
});

const order = { act: 'orderRectification', days: 15, demands: '更换地垫' } as const;
const ordered = () => does(visited(firstVisit(), 'grave'), 'orderRectification', order);

describe('an order to rectify', () => {
  it('counts its days from its service, and stands still until then', () => {
    expect(open(ordered(), 'rectify')).toMatchObject({ unit: 'applicant', stopped: true });
    expect(open(serves(ordered()), 'rectify')).toMatchObject({
      stopped: false,
      deadline: { startsOn: '2027-02-24', due: '2027-03-11' },
    });
  });

  it('gives no more days than the plan', () => {
    const tooLong = () => does(visited(firstVisit(), 'grave'), 'orderRectification', { ...order, days: 61 });
    expect(refusalBy(tooLong)).toBe('procedureTooLong');
  });

  it('once reported is looked at by the unit that gave it', () => {
    const reported = does(serves(ordered()), 'rectify', { act: 'reportRectification', report: '已更换' });
    expect(open(reported, 'reinspect').unit).toBe(SUBDISTRICT);
  });

  const reinspected = (result: 'passed' | 'failed') => {
    const reported = does(serves(ordered()), 'rectify', { act: 'reportRectification', report: '已更换' });
    const body = { act: 'recordReinspection', result, visitedOn: day(reported), report: '复查' } as const;
    return does(reported, 'reinspect', body);
  };

  it('is over once the second inspection passes', () => {
    expect(openSteps(reinspected('passed'))).toEqual([]);
  });

  it('goes to the lead where it fails, which may give another chance', () => {
    const failed = reinspected('failed');
    expect(open(failed, 'sanction').unit).toBe(LEAD);
    const again = does(failed, 'sanction', { act: 'orderRectification', days: 10, demands: '限期更换' });
    expect(openSteps(again)).toEqual(['rectify', 'serve']);
  });

  it('is overdue when nobody reports, and no silence ends it', () => {
    const late = onDay(serves(ordered()), '2027-03-20');
    expect(open(late, 'rectify')).toMatchObject({ limitPassed: true, status: 'open' });
  });
});

describe('the annual evaluation', () => {
  it('falls due on the day of the plan, in every year', () => {
    const due = onDay(supervised(), '2027-03-01');
    expect(due.file.supervision).toMatchObject({
      evaluationDue: { year: 2027, no: 1 },
      nextEvaluation: '2028-03-01',
    });
  });

  const evaluation = 'XCTY-2026-000001-E2027';
  function rated(leadsTo: 'reward' | 'keep' | 'rectify' | 'exit'): Story {
    const due = onDay(supervised(), '2027-03-01');
    const begun = told(due, { type: 'evaluationBegun', year: 2027, no: 1, evaluation });
    const result = { score: 61, coverage: 100, rating: 'some', leadsTo };
    return settled(told(begun, { type: 'evaluationEnded', evaluation, on: '2027-05-01', ...result }));
  }

  it.each([
    ['reward', []],
    ['keep', []],
    ['rectify', ['orderRectification']],
    ['exit', ['sanction']],
  ] as const)('that leads to %s asks the lead for %j and does nothing by itself', (leadsTo, steps) => {
    const story = rated(leadsTo);
    expect(openSteps(story).filter((step) => step !== 'visit')).toEqual(steps);
    expect(story.file.supervision!.evaluations).toEqual([
      { year: 2027, no: 1, caseId: evaluation, rating: 'some', endedOn: '2027-05-01' },
    ]);
  });

  it('is repeated once what it led to is rectified', () => {
    let story = does(rated('rectify'), 'orderRectification', order);
    story = does(serves(story), 'rectify', { act: 'reportRectification', report: '已整改' });
    const body = {
      act: 'recordReinspection',
      result: 'passed',
      visitedOn: day(story),
      report: '复查',
    } as const;
    expect(does(story, 'reinspect', body).file.supervision!.evaluationDue).toEqual({ year: 2027, no: 2 });
  });

  it('cannot be settled without the order that its rating leads to', () => {
    const settle = () => does(rated('rectify'), 'orderRectification', { act: 'settleFindings', reason });
    expect(refusalBy(settle)).toBe('orderDue');
  });
});

describe('who may do what', () => {
  it('is held to the unit and the role of each step', () => {
    const story = firstVisit();
    const visit = open(story, 'visit');
    const checked = checkedOn(story);
    const rest = { visitedOn: day(story), report: '检查', findings: [], checked };
    const body = { act: 'recordVisit', ...rest } as const;
    const by = (who: typeof applicant) => refusalBy(() => acted(story, visit.id, body, who));
    expect([
      by(official('fire', 'reviewer')),
      by(official(SUBDISTRICT, 'caseOfficer')),
      by(applicant),
      by(official(SUBDISTRICT, 'reviewer')),
    ]).toEqual(['notYourUnit', 'roleMissing', 'roleMissing', 'done']);
  });
});

describe('a new year', () => {
  const busy = () => does(visited(firstVisit(), 'grave'), 'orderRectification', order);

  it('drops what is over from the state, and keeps what is open with all that led to it', () => {
    expect(turned(visited(firstVisit()), 2028).file).toMatchObject({ items: {}, asked: {}, current: {} });
    const kept = Object.values(turned(busy(), 2028).file.items).map(({ step }) => step);
    expect(kept.sort()).toEqual(['orderRectification', 'rectify', 'serve', 'visit']);
  });

  it('leaves the order to be answered as it was', () => {
    const reported = does(serves(turned(busy(), 2028)), 'rectify', {
      act: 'reportRectification',
      report: '已更换',
    });
    expect(open(reported, 'reinspect').unit).toBe(SUBDISTRICT);
  });

  it('takes up the rhythm of the plan then in force, and keeps the days that are set', () => {
    const story = turned(supervised(), 2027, (visits) =>
      visits.filter(({ id }) => id !== 'fireSafety').concat({ ...visits[0]!, id: 'winter' }),
    );
    const { nextVisits } = story.file.supervision!;
    expect(nextVisits).toMatchObject({ daily: '2027-02-24', winter: '2027-04-01' });
    expect(Object.keys(nextVisits)).not.toContain('fireSafety');
  });
});

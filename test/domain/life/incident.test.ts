import { noticeOf, recipientOf } from '../../../domain/notice';
import type { Severity } from '../../../domain/supervision';
import { applicant, official } from '../../world/people';
import { acted, conducted, onDay, type Story } from '../record/story';
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
} from './institution';

const day = (story: Story) => story.now.slice(0, 10);

/** Reported at 02:00 UTC of its day, which is ten in the morning in Shanghai. */
function reported(happenedAt = '09:00', story: Story = onDay(supervised(), '2026-12-01')): Story {
  const body = {
    act: 'reportIncident',
    kind: 'injury',
    happenedOn: day(story),
    happenedAt,
    hurt: 1,
    report: '户外活动时跌倒，已送医',
  } as const;
  return conducted(acted({ ...story, now: `${day(story)}T02:00:00.000Z` }, null, body, applicant));
}

interface Result {
  readonly result: 'fault' | 'noFault';
  readonly severity?: Severity;
}
const concludes = (story: Story, given: Result) =>
  does(story, 'followUpIncident', { act: 'concludeIncident', ...given, report: '已调查' });
const reportOf = (story: Story) => story.events.find(({ type }) => type === 'incidentReported')!;

describe('an incident that the institution reports', () => {
  it('is followed up by the health bureau, on a clock of its own', () => {
    expect(open(reported(), 'followUpIncident')).toMatchObject({
      unit: LEAD,
      deadline: { rule: 'incident', due: '2026-12-15' },
    });
  });

  it('is told at once to the units of the plan', () => {
    const story = reported();
    const event = reportOf(story);
    expect([noticeOf(event), recipientOf(event, story.file)]).toEqual([
      'incidentReported',
      { kind: 'units', units: ['health', 'police', 'emergency'], roles: ['head', 'caseOfficer'] },
    ]);
  });

  it.each([
    ['08:00', false],
    ['07:59', true],
  ])('that happened at %s is late at ten: %s', (happenedAt, late) => {
    expect(reportOf(reported(happenedAt))).toMatchObject({ late });
  });

  it('cannot lie ahead', () => {
    expect(refusalBy(() => reported('10:01'))).toBe('dateInFuture');
    expect(refusalBy(() => reported('10:00'))).toBe('done');
  });

  it('is its own to report, and no official’s', () => {
    const story = onDay(supervised(), '2026-12-01');
    const body = {
      act: 'reportIncident',
      kind: 'fire',
      happenedOn: '2026-11-30',
      happenedAt: '09:00',
      hurt: 0,
      report: '无人受伤',
    } as const;
    expect(refusalBy(() => acted(story, null, body, official('fire', 'caseOfficer')))).toBe('roleMissing');
  });

  it('is over with a result that finds no fault', () => {
    expect(openSteps(concludes(reported(), { result: 'noFault' }))).toEqual([]);
  });

  it('that is its fault is dealt with as a finding, by its severity', () => {
    expect(refusalBy(() => concludes(reported(), { result: 'fault' }))).toBe('severityNeeded');
    const fault = concludes(reported(), { result: 'fault', severity: 'grave' });
    expect(open(fault, 'orderRectification').unit).toBe(LEAD);
    const settle = () => does(fault, 'orderRectification', { act: 'settleFindings', reason });
    expect(refusalBy(settle)).toBe('orderDue');
  });

  it('may be inspected by any unit that watches over the institution, and waits for what that finds', () => {
    const story = reported();
    const about = open(story, 'followUpIncident').id;
    const body = { act: 'callVisit', ground: 'incident', about, reason } as const;
    const called = conducted(acted(story, null, body, official(SUBDISTRICT, 'reviewer')));
    expect(refusalBy(() => concludes(called, { result: 'noFault' }))).toBe('visitPending');
    const checked = checkedOn(called);
    const visit = {
      act: 'recordVisit',
      visitedOn: day(called),
      report: '检查',
      findings: [],
      checked,
    } as const;
    expect(openSteps(concludes(does(called, 'visit', visit), { result: 'noFault' }))).toEqual([]);
  });

  it('can still be reported, and is still followed up, while the institution leaves', () => {
    let story = acted(supervised(), null, { act: 'requestExit', reason }, applicant);
    story = does(story, 'sanction', { act: 'proposeExit', measure: 'closure', grounds: reason });
    story = does(serves(story), 'decideExit', { act: 'decideExit', measure: 'closure' });
    const leaving = reported('09:00', onDay(serves(story), '2026-12-01'));
    expect(openSteps(leaving)).toEqual(['followUpIncident', 'place']);
    expect(openSteps(concludes(leaving, { result: 'fault', severity: 'minor' }))).toEqual(['place']);
  });
});

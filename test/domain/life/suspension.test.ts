import { addDays } from '../../../domain/civilDate';
import { noticeOf } from '../../../domain/notice';
import { suspendedOn } from '../../../domain/supervision';
import { applicant, official } from '../../world/people';
import { acted, conducted, onDay, type Story } from '../record/story';
import {
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
const officer = official(LEAD, 'caseOfficer');
const since = ({ file }: Story) => suspendedOn(file.supervision);

function called(story: Story = supervised()): Story {
  const body = { act: 'callSuspension', reason } as const;
  return conducted(acted(story, null, body, official(SUBDISTRICT, 'reviewer')));
}

const proposed = (ending: object = { days: 30 }) =>
  does(called(), 'suspend', { act: 'proposeSuspension', grounds: reason, ...ending });
const atOnce = (ending: object = { condition: '燃气管道修复' }) => {
  const body = { act: 'proposeImmediateSuspension', danger: '燃气泄漏', grounds: reason, ...ending } as const;
  return does(called(), 'suspend', body);
};
const heard = (story: Story) => does(serves(story), 'requestHearing', { act: 'waiveHearing' });
const decide = (story: Story) => does(story, 'decideSuspension', { act: 'decideSuspension' });
const reported = (story: Story) =>
  does(serves(story), 'rectify', { act: 'reportRectification', report: '已修复' });
const reinspected = (story: Story, result: 'passed' | 'failed') =>
  does(story, 'reinspect', { act: 'recordReinspection', result, visitedOn: day(story), report: '复查' });
const lift = (story: Story) => does(story, 'lift', { act: 'liftSuspension', grounds: '复查通过' });

describe('a suspension', () => {
  it('is considered by the lead where any unit that watches over the institution calls for it', () => {
    expect(open(called(), 'suspend').unit).toBe(LEAD);
    const call = (unit: string) => () =>
      acted(supervised(), null, { act: 'callSuspension', reason }, official(unit, 'reviewer'));
    expect(refusalBy(call('civilAffairs'))).toBe('notYourUnit');
  });

  it('is called for once, and not where it stands', () => {
    expect(refusalBy(() => called(called()))).toBe('suspensionPending');
    expect(refusalBy(() => called(decide(atOnce())))).toBe('suspensionPending');
  });

  it('may be declined', () => {
    expect(openSteps(does(called(), 'suspend', { act: 'declineSuspension', reason }))).toEqual([]);
  });

  it('has an end or a condition, and no longer an end than an order to rectify', () => {
    const by = (ending: object) => refusalBy(() => proposed(ending));
    expect([by({}), by({ days: 61 }), by({ days: 60 }), by({ condition: '整改到位' })]).toEqual([
      'endNeeded',
      'procedureTooLong',
      'done',
      'done',
    ]);
  });

  it('is told in a letter, and waits until the institution was heard', () => {
    const story = proposed();
    expect(openSteps(story)).toEqual(['decideSuspension', 'requestHearing', 'serve']);
    expect(refusalBy(() => decide(story))).toBe('hearingOpen');
    expect(refusalBy(() => decide(heard(story)))).toBe('done');
  });

  it('waits for nobody where danger is immediate, and no letter tells of it before', () => {
    const story = atOnce();
    expect(openSteps(story)).toEqual(['decideSuspension']);
    const proposal = story.events.find(({ type }) => type === 'suspensionProposed')!;
    expect(noticeOf(proposal)).toBeNull();
    expect(since(decide(story))).toBe(day(story));
  });

  it('needs two people, danger or none', () => {
    const signer = { ...officer, roles: ['caseOfficer', 'decisionMaker'] as const };
    const body = { act: 'proposeImmediateSuspension', danger: '燃气泄漏', grounds: reason, days: 5 } as const;
    const drafted = does(called(), 'suspend', body, signer);
    const sign = () => does(drafted, 'decideSuspension', { act: 'decideSuspension' }, signer);
    expect(refusalBy(sign)).toBe('fourEyes');
  });

  it('that is returned waits for its officer again, and the hearing it offered is off', () => {
    const returned = does(proposed(), 'decideSuspension', { act: 'returnSuspension', reason });
    expect(openSteps(returned)).toEqual(['serve', 'suspend']);
    expect(returned.file.supervision!.suspension).toBeNull();
  });

  it('holds from the decision to its lifting, which follows a second inspection that passed', () => {
    const decided = decide(heard(proposed()));
    const on = day(decided);
    expect(openSteps(decided)).toEqual(['rectify', 'serve']);
    const passed = reinspected(reported(decided), 'passed');
    expect([since(decided), since(passed), open(passed, 'lift').unit]).toEqual([on, on, LEAD]);
    const lifted = lift(passed);
    expect([since(lifted), openSteps(lifted)]).toEqual([null, ['serve']]);
  });

  it('counts its days from the service of the decision', () => {
    const decided = decide(heard(proposed({ days: 10 })));
    expect(open(decided, 'rectify').stopped).toBe(true);
    expect(open(serves(decided), 'rectify').deadline).toMatchObject({ limit: 10, startsOn: day(decided) });
  });

  it('that is not mended goes to the lead, which cannot just drop it', () => {
    const failed = reinspected(reported(decide(atOnce())), 'failed');
    expect(refusalBy(() => does(failed, 'sanction', { act: 'declineExit', reason }))).toBe(
      'suspensionStands',
    );
    const order = { act: 'orderRectification', days: 10, demands: '再次整改' } as const;
    const again = reinspected(reported(does(failed, 'sanction', order)), 'passed');
    expect(since(lift(again))).toBeNull();
  });

  it('whose days end unreported goes to the lead that day, once, and stands until a decision lifts it', () => {
    const served = serves(decide(heard(proposed({ days: 10 }))));
    const { due } = open(served, 'rectify').deadline;
    expect(openSteps(onDay(served, due))).not.toContain('sanction');
    const over = onDay(served, addDays(due, 1));
    expect([open(over, 'sanction').unit, since(over)]).toEqual([LEAD, day(served)]);
    expect(openSteps(onDay(over, addDays(due, 5))).filter((step) => step === 'sanction')).toHaveLength(1);
    const order = { act: 'orderRectification', days: 10, demands: '限期整改' } as const;
    expect(openSteps(does(over, 'sanction', order))).toContain('rectify');
    // Whoever is late may still report it.
    const late = does(over, 'rectify', { act: 'reportRectification', report: '已修复' });
    expect(since(lift(reinspected(late, 'passed')))).toBeNull();
  });

  it('without an end, or reported before it, is asked about by nobody', () => {
    const long = onDay(serves(decide(atOnce())), '2027-03-01');
    expect(openSteps(long)).not.toContain('sanction');
    const waiting = onDay(reported(decide(heard(proposed({ days: 10 })))), '2027-03-01');
    expect(openSteps(waiting)).not.toContain('sanction');
  });

  it('leaves visits and evaluation as they were', () => {
    const later = onDay(decide(atOnce()), '2027-03-01');
    expect(openSteps(later)).toContain('visit');
    expect(later.file.supervision!.evaluationDue).toEqual({ year: 2027, no: 1 });
  });

  it('keeps nobody from leaving', () => {
    let story = acted(decide(atOnce()), null, { act: 'requestExit', reason }, applicant);
    story = does(serves(story), 'sanction', { act: 'proposeExit', measure: 'closure', grounds: reason });
    story = does(serves(story), 'decideExit', { act: 'decideExit', measure: 'closure' });
    expect(openSteps(story)).toEqual(['place', 'serve']);
  });
});

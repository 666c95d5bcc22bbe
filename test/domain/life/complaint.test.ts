import type { Severity } from '../../../domain/supervision';
import { applicant, official } from '../../world/people';
import { acted, conducted, onDay, settled, type Story, told } from '../record/story';
import {
  checkedOn,
  does,
  open,
  openSteps,
  reason,
  refusalBy,
  serves,
  SUBDISTRICT,
  supervised,
  turned,
  pushed,
} from './institution';

const day = (story: Story) => story.now.slice(0, 10);
const complaint = 'XCTY-T-2026-000001';

function complained(story: Story = supervised()): Story {
  return settled(told(story, { type: 'complaintReceived', complaint, on: day(story) }));
}

interface Answer {
  readonly result: 'founded' | 'unfounded' | 'notOurs';
  readonly severity?: Severity;
}
function answers(story: Story, { result, severity }: Answer): Story {
  return does(story, 'handleComplaint', { act: 'answerComplaint', result, severity, answer: '已核实' });
}

/** The subdistrict inspects because of it. */
function calls(story: Story, about = open(story, 'handleComplaint').id): Story {
  const body = { act: 'callVisit', ground: 'complaint', about, reason } as const;
  return conducted(acted(story, null, body, official(SUBDISTRICT, 'reviewer')));
}

describe('a complaint of the public', () => {
  it('asks the unit of the plan to handle it, on a clock of its own', () => {
    expect(open(complained(), 'handleComplaint')).toMatchObject({
      unit: SUBDISTRICT,
      deadline: { rule: 'complaint', due: '2026-12-15' },
    });
  });

  it('is warned of, and climbs to the office, like everything that waits', () => {
    const late = onDay(complained(), '2026-12-19');
    const warned = late.events.flatMap((event) => (event.type === 'warned' ? [event.rung] : []));
    expect(warned).toEqual(['approaching', 'overdue', 'escalated']);
    expect(open(late, 'handleComplaint').limitPassed).toBe(true);
  });

  it('is answered by a case officer of that unit, and by nobody else', () => {
    const story = complained();
    const body = { act: 'answerComplaint', result: 'notOurs', answer: '请向公安机关报案' } as const;
    const by = (who: typeof applicant) =>
      refusalBy(() => acted(story, open(story, 'handleComplaint').id, body, who));
    expect([
      by(official('fire', 'caseOfficer')),
      by(official(SUBDISTRICT, 'reviewer')),
      by(applicant),
      by(official(SUBDISTRICT, 'caseOfficer')),
    ]).toEqual(['notYourUnit', 'roleMissing', 'roleMissing', 'done']);
  });

  it.each(['unfounded', 'notOurs'] as const)('that is %s is over with its answer', (result) => {
    expect(openSteps(answers(complained(), { result }))).toEqual([]);
  });

  it('that is founded is dealt with as a finding, by its severity', () => {
    const founded = answers(complained(), { result: 'founded', severity: 'grave' });
    expect(open(founded, 'orderRectification').unit).toBe(SUBDISTRICT);
    const settle = () => does(founded, 'orderRectification', { act: 'settleFindings', reason });
    expect(refusalBy(settle)).toBe('orderDue');
  });

  it('has a severity where it is founded, and only there', () => {
    const answer = (given: Answer) => refusalBy(() => answers(complained(), given));
    expect([
      answer({ result: 'founded' }),
      answer({ result: 'unfounded', severity: 'minor' }),
      answer({ result: 'founded', severity: 'minor' }),
    ]).toEqual(['severityNeeded', 'severityNeeded', 'done']);
  });

  it('may be inspected first, and then waits for what that finds', () => {
    const called = calls(complained());
    expect(open(called, 'visit').unit).toBe(SUBDISTRICT);
    expect(refusalBy(() => answers(called, { result: 'unfounded' }))).toBe('visitPending');
    const checked = checkedOn(called);
    const visit = {
      act: 'recordVisit',
      visitedOn: day(called),
      report: '检查',
      findings: [],
      checked,
    } as const;
    expect(openSteps(answers(does(called, 'visit', visit), { result: 'unfounded' }))).toEqual([]);
  });

  it('is named by a visit only while it is open, and only by one called after a complaint', () => {
    const over = answers(complained(), { result: 'unfounded' });
    const { id } = Object.values(over.file.items).find(({ step }) => step === 'handleComplaint')!;
    expect(refusalBy(() => calls(over, id))).toBe('unknownWorkItem');
    const story = complained();
    const body = {
      act: 'callVisit',
      ground: 'unannounced',
      about: open(story, 'handleComplaint').id,
      reason,
    } as const;
    const call = () => acted(story, null, body, official(SUBDISTRICT, 'reviewer'));
    expect(refusalBy(call)).toBe('unknownWorkItem');
  });

  it('stays open over the turn of the year', () => {
    expect(openSteps(turned(complained(), 2027))).toEqual(['handleComplaint']);
  });

  it('outlives the decision that the institution leaves, and the filing is not closed before its answer', () => {
    let story = acted(complained(), null, { act: 'requestExit', reason }, applicant);
    story = does(story, 'sanction', { act: 'proposeExit', measure: 'closure', grounds: reason });
    story = serves(story);
    story = does(story, 'decideExit', { act: 'decideExit', measure: 'closure' });
    story = serves(story);
    story = does(story, 'place', { act: 'reportPlacement', childrenLeft: 0, staffLeft: 0, report: '已安置' });
    story = pushed(does(story, 'deregister', { act: 'deregister', deregisteredOn: day(story) }));
    const closes = (before: Story) => does(before, 'closeFiling', { act: 'closeFiling' });
    expect(refusalBy(() => closes(story))).toBe('mattersOpen');
    const answered = answers(story, { result: 'founded', severity: 'serious' });
    expect(openSteps(answered)).toEqual(['closeFiling']);
    expect(closes(answered).file.outcome).toBe('exited');
  });
});

import { acted, onDay, settled, type Story, told } from '../record/story';
import { openItems, standsAt } from '../../../domain/process';
import { applicant, official } from '../../world/people';
import { does, LEAD, open, openSteps, pushed, reason, refusalBy, serves, supervised } from './institution';

/** An evaluation has led to an exit: the lead considers it. */
function considered(): Story {
  const begun = told(supervised(), { type: 'evaluationBegun', year: 2027, no: 1, evaluation: 'E' });
  const result = { score: 20, coverage: 100, rating: 'insufficient', leadsTo: 'exit' } as const;
  return settled(told(begun, { type: 'evaluationEnded', evaluation: 'E', on: '2026-11-24', ...result }));
}
const asked = () => acted(supervised(), null, { act: 'requestExit', reason }, applicant);
const proposed = () =>
  does(considered(), 'sanction', { act: 'proposeExit', measure: 'revoke', grounds: reason });
const decide = (story: Story, measure: 'revoke' | 'annul' | 'closure' = 'revoke') =>
  does(story, 'decideExit', { act: 'decideExit', measure });
const decided = () => decide(onDay(serves(proposed()), '2026-12-10'));

describe('an exit is considered', () => {
  it('and may be declined, and the institution is supervised on', () => {
    const story = does(considered(), 'sanction', { act: 'declineExit', reason });
    expect([openSteps(story), standsAt(story.file)]).toEqual([[], 'supervision']);
  });

  it('by the measures of the plan: closure for who asks for it, the others for nobody who does', () => {
    const by = (story: Story, measure: 'revoke' | 'closure') =>
      refusalBy(() => does(story, 'sanction', { act: 'proposeExit', measure, grounds: reason }));
    expect([by(considered(), 'closure'), by(asked(), 'revoke'), by(asked(), 'closure')]).toEqual([
      'unknownMeasure',
      'unknownMeasure',
      'done',
    ]);
  });

  it('once at a time', () => {
    expect(refusalBy(() => acted(asked(), null, { act: 'requestExit', reason }, applicant))).toBe(
      'exitPending',
    );
  });

  it('and what leads to a second one meanwhile waits', () => {
    const both = acted(
      considered(),
      null,
      { act: 'callVisit', ground: 'incident', reason },
      official('fire', 'head'),
    );
    const asking = settled(told(both, { type: 'exitRequested' }, applicant));
    const [first, second] = openItems(asking.file).filter(({ step }) => step === 'sanction');
    const propose = (story: Story, id: string, measure: 'revoke' | 'closure') =>
      acted(story, id, { act: 'proposeExit', measure, grounds: reason }, official(LEAD, 'caseOfficer'));
    const leaving = propose(asking, first!.id, 'revoke');
    expect(refusalBy(() => propose(leaving, second!.id, 'closure'))).toBe('exitPending');
  });

  it('and who asks to leave is not ordered to rectify', () => {
    const body = { act: 'orderRectification', days: 5, demands: reason } as const;
    expect(refusalBy(() => does(asked(), 'sanction', body))).toBe('wrongStep');
  });
});

describe('the institution is heard', () => {
  it('before an exit is signed: its right to a hearing counts from the service of the notice', () => {
    expect(openSteps(proposed())).toEqual(['decideExit', 'requestHearing', 'serve']);
    expect(refusalBy(() => decide(serves(proposed())))).toBe('hearingOpen');
    expect(decided().file.supervision!.exit).toMatchObject({ measure: 'revoke', decidedOn: '2026-12-10' });
  });

  it('and where it asks for a hearing, that is held first', () => {
    const hearing = does(serves(proposed()), 'requestHearing', { act: 'requestHearing' });
    expect(openSteps(hearing)).toEqual(['decideExit', 'hear']);
    expect(refusalBy(() => decide(hearing))).toBe('procedurePending');
  });

  it('but not where it asked for the exit itself', () => {
    const wished = does(asked(), 'sanction', { act: 'proposeExit', measure: 'closure', grounds: reason });
    expect(openSteps(wished)).toEqual(['decideExit', 'serve']);
    expect(decide(wished, 'closure').file.supervision!.exit!.decidedOn).toBe('2026-11-24');
  });
});

describe('the decision', () => {
  it('needs a second person, and the measure that was proposed', () => {
    const story = onDay(serves(proposed()), '2026-12-10');
    const both = { ...official(LEAD, 'decisionMaker'), sub: official(LEAD, 'caseOfficer').sub };
    const body = { act: 'decideExit', measure: 'revoke' } as const;
    expect(refusalBy(() => acted(story, open(story, 'decideExit').id, body, both))).toBe('fourEyes');
    expect(refusalBy(() => decide(story, 'annul'))).toBe('resultDiffers');
  });

  it('that is returned takes what the proposal had asked for with it', () => {
    const returned = does(proposed(), 'decideExit', { act: 'returnExit', reason });
    expect(openSteps(returned)).toEqual(['sanction', 'serve']);
    expect(returned.file.supervision!.exit).toBeNull();
  });

  it('ends supervision: no visit and no evaluation falls due any more', () => {
    const later = onDay(decided(), '2028-06-01');
    expect(standsAt(later.file)).toBe('exit');
    const due = later.events.filter(({ type }) => type === 'visitDue' || type === 'evaluationDue');
    expect(due).toEqual([]);
  });
});

const left = (childrenLeft: number, staffLeft: number) =>
  ({ act: 'reportPlacement', childrenLeft, staffLeft, report: '安置情况' }) as const;

describe('the exit', () => {
  it('goes no further while a child or a member of staff has nowhere to go', () => {
    const story = does(does(decided(), 'place', left(3, 0)), 'place', left(0, 1));
    expect(openSteps(story)).toEqual(['place', 'serve']);
    expect(openSteps(does(story, 'place', left(0, 0)))).toEqual(['deregister', 'serve']);
  });

  it('then the registration ends, not before the decision, the bureau is told, and then the filing ends', () => {
    const placed = does(decided(), 'place', left(0, 0));
    const on = (deregisteredOn: string) => () =>
      does(placed, 'deregister', { act: 'deregister', deregisteredOn });
    expect([refusalBy(on('2026-12-09')), refusalBy(on('2026-12-11'))]).toEqual([
      'dateTooEarly',
      'dateInFuture',
    ]);
    expect(openSteps(on('2026-12-10')())).toEqual(['push', 'serve']);
    const exited = does(pushed(on('2026-12-10')()), 'closeFiling', { act: 'closeFiling' });
    expect(exited.file).toMatchObject({ outcome: 'exited' });
    expect(openSteps(exited)).toEqual(['serve']);
    expect(standsAt(exited.file)).toBeNull();
  });
});

import { whyNotShow } from '../../../domain/photograph';
import type { CaseFile, WorkItem } from '../../../domain/caseFile';
import { official } from '../../world/people';
import { applicant } from '../../world/people';
import { supervised } from './institution';

const { file } = supervised();
const item = (step: WorkItem['step'], unit: string, status: WorkItem['status'] = 'open') => ({
  step,
  unit,
  status,
});
const why = (of: ReturnType<typeof item>, who = official('fire', 'reviewer'), on: CaseFile = file) =>
  whyNotShow(on, of, who);

describe('what a work item shows', () => {
  it('of a visit is taken by the reviewers of its unit, before its record and after', () => {
    const visit = item('visit', 'fire');
    expect([why(visit), why(item('visit', 'fire', 'done')), why(item('reinspect', 'fire'))]).toEqual([
      null,
      null,
      null,
    ]);
    expect(why(visit, official('health', 'reviewer'))).toBe('notYourUnit');
    expect(why(visit, official('fire', 'head'))).toBe('roleMissing');
    expect(why(visit, applicant)).toBe('roleMissing');
  });

  it('of a rectification comes from the institution itself', () => {
    const rectify = item('rectify', 'applicant');
    expect(why(rectify, applicant)).toBeNull();
    expect(why(rectify, { ...applicant, organisation: 'another' })).toBe('notYourCase');
    expect(why(rectify)).toBe('roleMissing');
  });

  it('is nothing of other work, of work that was overtaken, and of a case that is over', () => {
    expect(why(item('orderRectification', 'fire'))).toBe('wrongStep');
    expect(why(item('visit', 'fire', 'closed'))).toBe('itemNotOpen');
    expect(why(item('visit', 'fire'), undefined, { ...file, outcome: 'exited' })).toBe('caseClosed');
  });
});

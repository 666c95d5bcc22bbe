import { systemActor } from '../../../domain/actor';
import { facts } from '../../world/applications';
import type { LicensingOutcome } from '../../world/licensing';
import { applicant, official } from '../../world/people';
import { acted, answered, conducted, itemOf, type Story, submitted, told, wayTo, wholeWay } from './story';

const LEAD = 'shiqiao';
export const officer = official(LEAD, 'caseOfficer');
export const signer = official(LEAD, 'decisionMaker');
export const clerk = official(LEAD, 'intakeClerk');

/** What makes two findings: the floor is not stated, the windows are too small. */
export const flawed = { premises: { ...facts.premises, highestFloor: null, windowShare: 0.1 } };

export const answerTo = (finding: string) => ({ finding, answer: '已现场核实' });

/** The decision, with a refusal drafted. */
export function refusalDrafted(): Story {
  const story = wayTo('draft');
  const body = { act: 'draft', result: 'refused', grounds: '不符合条件' } as const;
  return conducted(acted(story, itemOf(story, 'draft').id, body, officer));
}

/** The decision, with the draft returned to its officer. */
export function draftReturned(): Story {
  const story = wayTo('decide');
  return acted(story, itemOf(story, 'decide').id, { act: 'returnDraft', reason: '理由不清' }, signer);
}

/** The joint review with one department still to answer: 消防. */
export function onlyFireLeft(): Story {
  const story = wayTo('review');
  const others = Object.values(story.file.items).filter(
    ({ step, unit }) => step === 'review' && unit !== 'fire',
  );
  return others.reduce(answered, story);
}

/** The decision, one department having been silent past its limit: its item is open still. */
export function fireSilent(): Story {
  return conducted(limitPassed(onlyFireLeft(), 'review-fire'));
}

/** The story once the limit of an open step has passed without an answer. */
export function limitPassed(story: Story, stepId: string): Story {
  const { id, deadline } = itemOf(story, stepId);
  return told(story, { type: 'limitPassed', item: id, dueAt: deadline.dueAt }, systemActor, deadline.dueAt);
}

/** A case that ended, for each way to end. */
export const closed: Readonly<Record<LicensingOutcome, () => Story>> = {
  certified: () => wholeWay(),
  notAccepted: () => {
    const story = wayTo('accept');
    return acted(story, itemOf(story, 'accept').id, { act: 'decline', reason: '不属于本机关职权' }, clerk);
  },
  refused: () => {
    const story = refusalDrafted();
    return acted(story, itemOf(story, 'decide').id, { act: 'decide', result: 'refused' }, signer);
  },
  withdrawn: () => acted(conducted(submitted()), null, { act: 'withdraw' }, applicant),
};

import type { Stage, Step } from '../../../domain/vocabulary';
import {
  consulted,
  correctionAsked,
  endorsementDeclined,
  extensionAsked,
  extensionForwarded,
  granted,
  hearingAsked,
  hearingTold,
  inspecting,
  objected,
  registrationDeclined,
  repairProposed,
  returnedToAcceptance,
  undeliverable,
} from './sideStories';
import { closed, draftReturned, fireSilent, refusalDrafted } from './stories';
import { conducted, did, itemOf, passed, type Story, submitted, wayTo } from './story';

/** A moment in a case. */
export interface Situation {
  readonly when: string;
  readonly story: Story;
  /** Where the case stands then. */
  readonly stage: Stage | null;
  /** The steps whose answer can still be taken back, by their ids. */
  readonly amendable: readonly string[];
}

type Moment = readonly [
  when: string,
  story: Story,
  stage: Stage | null,
  amendable?: readonly string[] | undefined,
];

/** Where the case stands while a step is open on the straight way, and what can be taken back then. */
const onTheWay: Readonly<Partial<Record<Step, readonly [Stage, readonly string[]]>>> = {
  accept: ['acceptance', []],
  review: ['jointReview', ['accept']],
  draft: ['decision', reviews('civilAffairs', 'education', 'fire', 'health', 'housing', 'hr', 'market')],
  decide: ['decision', ['draft']],
  endorse: ['registration', ['decide']],
  register: ['registration', ['endorse']],
  push: ['push', ['register']],
  file: ['filing', []],
  receipt: ['filing', []],
  conformity: ['filing', []],
  issue: ['certificate', []],
};

function reviews(...units: string[]): string[] {
  return units.map((unit) => `review-${unit}`);
}

const accepting = wayTo('accept');
const deemed = conducted(passed(accepting, itemOf(accepting, 'accept').deadline.dueAt));
const order = (procedure: 'test' | 'appraise') =>
  ({ act: 'order', procedure, days: 2, reason: '须检测' }) as const;

const moments: readonly Moment[] = [
  ...Object.entries(onTheWay).map(([step, [stage, amendable]]): Moment => [
    `${step} is open`,
    wayTo(step as Step),
    stage,
    amendable,
  ]),
  ['nothing is open yet', submitted(), 'acceptance'],
  ['something is missing', correctionAsked(), 'acceptance'],
  ['silence has accepted', deemed, 'jointReview'],
  ['a department objected', objected(), 'jointReview', ['review-fire']],
  ['a department inspects', inspecting(), 'jointReview'],
  ['a department tests', did(wayTo('review'), 'review-fire', order('test')), 'jointReview'],
  ['experts appraise', did(wayTo('draft'), 'draft', order('appraise')), 'decision'],
  [
    'a department was silent and may still sign off',
    fireSilent(),
    'decision',
    reviews('civilAffairs', 'education', 'health', 'housing', 'hr', 'market'),
  ],
  ['a hearing is offered', hearingTold(), 'decision'],
  ['a hearing is to be held', hearingAsked(), 'decision'],
  ['a refusal waits for its signature', refusalDrafted(), 'decision', ['draft']],
  ['the draft was returned', draftReturned(), 'decision', onTheWay.draft?.[1]],
  ['somebody has claimed', did(accepting, 'accept', { act: 'claim' }), 'acceptance'],
  ['an extension is to be forwarded', extensionAsked(), 'decision'],
  ['an extension is to be granted', extensionForwarded(), 'decision'],
  ['the head is asked for advice', consulted('head'), 'decision'],
  ['the office is asked for advice', consulted('office'), 'decision'],
  ['the decision is made', granted(), 'registration', ['decide']],
  ['the approval is declined', endorsementDeclined(), 'registration'],
  ['the registration is declined', registrationDeclined(), 'registration'],
  ['a letter came back', undeliverable(), 'jointReview', ['accept']],
  ['a repair waits for a second person', repairProposed(), 'jointReview', ['accept']],
  ['the case has returned', returnedToAcceptance(), 'acceptance'],
  ['the certificate was issued', closed.certified(), null],
  ['the application was not accepted', closed.notAccepted(), null, ['accept']],
  ['the application was refused', closed.refused(), null, ['decide']],
  ['the application was withdrawn', closed.withdrawn(), null],
];

export const situations: readonly Situation[] = moments.map(([when, story, stage, amendable = []]) => ({
  when,
  story,
  stage,
  amendable,
}));

import type { Act } from '../../../domain/act';
import type { Actor } from '../../../domain/actor';
import type { CaseFile, WorkItem } from '../../../domain/caseFile';
import type { Outcome, Role, Stage, Step } from '../../../domain/vocabulary';
import { ORGANISATION } from '../../world/people';
import { closed, draftReturned, fireSilent, refusalDrafted } from './stories';
import { type Story, submitted, wayTo } from './story';

/** How somebody stands to a case and to one of its items. */
export const relations = {
  'of its unit': (file, item) => ({ unit: item?.unit ?? file.itinerary.lead, organisation: null }),
  'of another unit': (file, item) => ({ unit: anotherUnit(file, item), organisation: null }),
  'of the organisation that applied': () => ({ unit: null, organisation: ORGANISATION }),
  'of another organisation': () => ({ unit: null, organisation: 'another-organisation' }),
  'of no unit and no organisation': () => ({ unit: null, organisation: null }),
} as const satisfies Record<
  string,
  (file: CaseFile, item: WorkItem | null) => Pick<Actor, 'unit' | 'organisation'>
>;
export type Relation = keyof typeof relations;

/** A unit that has steps in the case too, so that it is told apart from the item's unit by nothing but the item. */
function anotherUnit({ itinerary, items }: CaseFile, item: WorkItem | null): string {
  const own = item?.unit ?? itinerary.lead;
  const units = [...itinerary.consulted, ...Object.values(items).map(({ unit }) => unit)];
  return units.find((unit) => unit !== own) ?? 'another';
}

const itsUnit: readonly Relation[] = ['of its unit'];
const itsApplicant: readonly Relation[] = ['of the organisation that applied'];
const anybody = Object.keys(relations) as Relation[];
const beforeTheDecision: readonly Stage[] = ['acceptance', 'jointReview', 'decision'];

/**
 * Who may do what, written a second time and by hand: a role, its act, the step that the act answers (or the
 * stages in which it may be done to the case), and how the actor must stand to the item.
 */
export const permissions: readonly (readonly [Role, Act, Step | readonly Stage[], readonly Relation[]])[] = [
  ['applicant', 'withdraw', beforeTheDecision, itsApplicant],
  ['applicant', 'file', 'file', itsApplicant],
  ['intakeClerk', 'accept', 'accept', itsUnit],
  ['intakeClerk', 'decline', 'accept', itsUnit],
  ['reviewer', 'signOff', 'review', itsUnit],
  ['caseOfficer', 'draft', 'draft', itsUnit],
  ['decisionMaker', 'returnDraft', 'decide', itsUnit],
  ['decisionMaker', 'decide', 'decide', itsUnit],
  ['decisionMaker', 'endorse', 'endorse', itsUnit],
  ['registrar', 'register', 'register', itsUnit],
  ['system', 'confirmPush', 'push', anybody],
  ['filingOfficer', 'issueReceipt', 'receipt', itsUnit],
  ['filingOfficer', 'confirm', 'conformity', itsUnit],
  ['filingOfficer', 'issue', 'issue', itsUnit],
];

/** Roles that see and are told, and do nothing to a case. */
export const onlookers: readonly Role[] = ['head', 'coordinator', 'administrator'];

/** A moment in a case, and the stage at which the case stands then. */
export interface Situation {
  readonly when: string;
  readonly story: Story;
  readonly stage: Stage | null;
}

/** Where the case stands while a step is open on the straight way. */
const stageOfStep: Readonly<Record<Step, Stage>> = {
  accept: 'acceptance',
  review: 'jointReview',
  draft: 'decision',
  decide: 'decision',
  endorse: 'registration',
  register: 'registration',
  push: 'push',
  file: 'filing',
  receipt: 'filing',
  conformity: 'filing',
  issue: 'certificate',
};

const ended: Readonly<Record<Outcome, string>> = {
  certified: 'the certificate was issued',
  notAccepted: 'the application was not accepted',
  refused: 'the application was refused',
  withdrawn: 'the application was withdrawn',
};

export const situations: readonly Situation[] = [
  ...Object.entries(stageOfStep).map(([step, stage]) => ({
    when: `${step} is open`,
    story: wayTo(step as Step),
    stage,
  })),
  { when: 'nothing is open yet', story: submitted(), stage: 'acceptance' },
  { when: 'a department was silent and may still sign off', story: fireSilent(), stage: 'decision' },
  { when: 'a refusal waits for its signature', story: refusalDrafted(), stage: 'decision' },
  { when: 'the draft was returned', story: draftReturned(), stage: 'decision' },
  ...Object.entries(ended).map(([outcome, when]) => ({
    when,
    story: closed[outcome as Outcome](),
    stage: null,
  })),
];

import type { Act } from '../../../domain/act';
import type { Actor } from '../../../domain/actor';
import type { CaseFile, WorkItem } from '../../../domain/caseFile';
import type { Role, Stage, Step } from '../../../domain/vocabulary';
import { ORGANISATION } from '../../world/people';

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

/** What an act answers: an open step, the answer to a step (to take it back), or the case itself at some stages. */
export type Target = Step | { readonly answerTo: Step } | readonly Stage[] | 'theCase';

export type Permission = readonly [Role, Act, Target, readonly Relation[]];

/** The acts of officials of the item's unit, by role and step. */
const officials: readonly (readonly [Role, Step, readonly Act[]])[] = [
  ['intakeClerk', 'accept', ['accept', 'decline', 'requestCorrection']],
  ['reviewer', 'review', ['signOff', 'order']],
  ['caseOfficer', 'answer', ['answerObjection']],
  ['caseOfficer', 'draft', ['draft', 'order', 'offerHearing', 'requestExtension', 'consult', 'remand']],
  ['decisionMaker', 'decide', ['decide', 'returnDraft', 'requestExtension', 'consult', 'remand']],
  ['decisionMaker', 'endorse', ['endorse', 'declineEndorsement']],
  ['registrar', 'register', ['register', 'declineRegistration', 'requestExtension', 'consult']],
  ['filingOfficer', 'receipt', ['issueReceipt', 'remand']],
  ['filingOfficer', 'conformity', ['confirm', 'findNonConforming', 'remand']],
  ['filingOfficer', 'issue', ['issue', 'remand']],
  ...(['reviewer', 'caseOfficer'] as const).flatMap((role) => [
    [role, 'inspect', ['schedule', 'recordResult', 'callOff']] as const,
    [role, 'test', ['schedule', 'recordResult', 'callOff']] as const,
    [role, 'appraise', ['schedule', 'recordResult', 'callOff']] as const,
    [role, 'hear', ['schedule', 'recordResult']] as const,
  ]),
  ...(['intakeClerk', 'caseOfficer', 'reviewer', 'registrar', 'filingOfficer'] as const).map(
    (role) => [role, 'serve', ['serve']] as const,
  ),
];

/** Steps whose answer can be taken back, by whom. */
const amendable: readonly (readonly [Role, Step])[] = [
  ['intakeClerk', 'accept'],
  ['reviewer', 'review'],
  ['caseOfficer', 'draft'],
  ['decisionMaker', 'decide'],
  ['decisionMaker', 'endorse'],
  ['registrar', 'register'],
];

const steps = [...new Set(officials.map(([, step]) => step))];

/**
 * Who may do what, written a second time and by hand: a role, its act, what the act answers, and how the actor must
 * stand to the item.
 */
export const permissions: readonly Permission[] = [
  ['applicant', 'withdraw', ['acceptance', 'jointReview', 'decision'], itsApplicant],
  ['applicant', 'withdraw', 'reapply', itsApplicant],
  ['applicant', 'correct', 'correct', itsApplicant],
  ['applicant', 'requestHearing', 'requestHearing', itsApplicant],
  ['applicant', 'waiveHearing', 'requestHearing', itsApplicant],
  ['applicant', 'reapply', 'reapply', itsApplicant],
  ['applicant', 'file', 'file', itsApplicant],
  ['applicant', 'acknowledge', 'theCase', itsApplicant],
  ...officials.flatMap(([role, step, acts]) =>
    [...acts, 'claim', 'release', 'delegate'].map((act) => [role, act as Act, step, itsUnit] as const),
  ),
  ...amendable.map(([role, step]) => [role, 'amend', { answerTo: step }, itsUnit] as const),
  ['caseOfficer', 'remand', ['jointReview'], itsUnit],
  ['coordinator', 'forwardExtension', 'forwardExtension', itsUnit],
  ['coordinator', 'advise', 'advise', itsUnit],
  ['head', 'advise', 'advise', itsUnit],
  ['head', 'grantExtension', 'grantExtension', itsUnit],
  ['head', 'declineExtension', 'grantExtension', itsUnit],
  ...steps.flatMap((step) => [
    ['head', 'release', step, itsUnit] as const,
    ['head', 'delegate', step, itsUnit] as const,
  ]),
  ['administrator', 'reassign', 'theCase', anybody],
  ['administrator', 'proposeRepair', 'theCase', anybody],
  ['administrator', 'confirmRepair', 'confirmRepair', anybody],
  ['administrator', 'declineRepair', 'confirmRepair', anybody],
  ['administrator', 'intervene', 'theCase', anybody],
  ['system', 'confirmService', 'theCase', anybody],
  ['system', 'reportUndeliverable', 'theCase', anybody],
  ['system', 'confirmPush', 'push', anybody],
];

import { type Act, acts } from '../../domain/act';
import type { EventType } from '../../domain/event';
import { type Label, valuesOf } from '../../domain/label';
import type { ConferenceEventBody } from '../../domain/conference';
import type { LifeEventBody } from '../../domain/lifeEvent';
import type { LifeAct } from '../../domain/performing/life';
import type { RefusalCode } from '../../domain/refusal';
import type { SiteEventBody } from '../../domain/siteEvent';
import type { StaffEventBody } from '../../domain/staffEvent';
import type { SupportEventBody } from '../../domain/supportEvent';
import { type Outcome, outcomes, stages, type Stage, type Step, steps } from '../../domain/vocabulary';

/** What belongs to the life of an institution, after its certificate, and to demonstration sites; the rest is licensing. */
const lifeSteps = [
  'visit',
  'handleComplaint',
  'followUpIncident',
  'orderRectification',
  'rectify',
  'reinspect',
  'sanction',
  'decideExit',
  'suspend',
  'decideSuspension',
  'lift',
  'contest',
  'place',
  'deregister',
  'closeFiling',
  'selfAssess',
  'score',
  'rate',
  'confirmRating',
  'build',
  'examineSite',
  'acceptSite',
  'proposeName',
  'signName',
  'considerLoss',
  'signLoss',
  'followUp',
  'submitSupport',
  'examineSupport',
  'opineSupport',
  'draftSupport',
  'signSupport',
  'paySupport',
  'recheckSupport',
  'considerSupportEnd',
  'signSupportEnd',
] as const satisfies readonly Step[];
const lifeStages = [
  'supervision',
  'exit',
  'selfAssessment',
  'scoring',
  'rating',
  'construction',
  'siteAcceptance',
  'naming',
  'named',
  'supportReview',
  'supportDecision',
  'supported',
] as const satisfies readonly Stage[];
const lifeOutcomes = [
  'takenOver',
  'rated',
  'exited',
  'discontinued',
  'notNamed',
  'nameLost',
  'supportRefused',
  'supportEnded',
] as const satisfies readonly Outcome[];
export const lifeRefusals = [
  'contestOpen',
  'contestUnanswered',
  'indicatorsMissing',
  'unknownIndicator',
  'unknownLine',
  'linesMissing',
  'lineFit',
  'lineUnfounded',
  'orderDue',
  'severityNeeded',
  'visitPending',
  'mattersOpen',
  'endNeeded',
  'suspensionPending',
  'suspensionStands',
  'noStaffList',
  'unknownMember',
  'unknownRole',
  'unknownDocument',
  'classKindUnfit',
  'expiryNeeded',
  'documentExpired',
  'renewalDue',
  'unknownMeasure',
  'exitPending',
  'completionUnfit',
  'completionPast',
  'milestonesOpen',
  'unknownMilestone',
  'unknownSite',
  'unknownSubdistrict',
  'siteUnderWay',
  'unknownLicence',
  'licenceTaken',
  'nameProposedAlready',
  'notCertified',
  'lossPending',
  'noMatter',
  'unknownUnit',
  'noCertificate',
  'unknownSupport',
  'supportUnderWay',
  'notEligible',
  'amountUnfit',
] as const satisfies readonly RefusalCode[];

export type LicensingAct = Exclude<
  Act,
  | LifeAct
  | 'callVisit'
  | 'requestExit'
  | 'reportIncident'
  | 'callSuspension'
  | 'enterStaff'
  | 'changeStaff'
  | 'removeStaff'
  | 'reschedule'
  | 'linkLicence'
  | 'discontinue'
  | 'raiseLoss'
  | 'confer'
  | 'waiveSupport'
>;
export type LicensingEvent = Exclude<
  EventType,
  | LifeEventBody['type']
  | SiteEventBody['type']
  | StaffEventBody['type']
  | ConferenceEventBody['type']
  | SupportEventBody['type']
>;
export type LicensingStep = Exclude<Step, (typeof lifeSteps)[number]>;
export type LicensingOutcome = Exclude<Outcome, (typeof lifeOutcomes)[number]>;
export type LicensingRefusal = Exclude<RefusalCode, (typeof lifeRefusals)[number]>;

function others<V extends string, L extends V>(
  labels: Readonly<Record<V, Label>>,
  life: readonly L[],
): Exclude<V, L>[] {
  const ofLife: readonly string[] = life;
  return valuesOf(labels).filter((value): value is Exclude<V, L> => !ofLife.includes(value));
}

/** Written by hand in test/domain/life, where each of them is performed. */
const lifeActs = [
  'callVisit',
  'requestExit',
  'answerComplaint',
  'reportIncident',
  'concludeIncident',
  'enterStaff',
  'changeStaff',
  'removeStaff',
  'recordVisit',
  'settleFindings',
  'orderRectification',
  'reportRectification',
  'recordReinspection',
  'callSuspension',
  'proposeSuspension',
  'proposeImmediateSuspension',
  'declineSuspension',
  'returnSuspension',
  'decideSuspension',
  'liftSuspension',
  'proposeExit',
  'declineExit',
  'returnExit',
  'decideExit',
  'reportPlacement',
  'deregister',
  'closeFiling',
  'selfAssess',
  'score',
  'proposeRating',
  'contest',
  'waiveContest',
  'returnRating',
  'confirmRating',
  'reportMilestone',
  'reschedule',
  'linkLicence',
  'discontinue',
  'examineSite',
  'acceptSite',
  'returnSite',
  'proposeName',
  'returnName',
  'declineName',
  'signName',
  'raiseLoss',
  'proposeLoss',
  'declineLoss',
  'signLoss',
  'confer',
  'followUp',
  'submitSupport',
  'examineSupport',
  'opineSupport',
  'draftSupport',
  'returnSupport',
  'signSupport',
  'paySupport',
  'recheckSupport',
  'proposeSupportEnd',
  'keepSupport',
  'signSupportEnd',
  'waiveSupport',
] as const satisfies readonly Exclude<Act, LicensingAct>[];

export const licensingActs = others(acts, lifeActs);
export const licensingSteps = others(steps, lifeSteps);
export const licensingStages = others(stages, lifeStages);
export const licensingOutcomes = others(outcomes, lifeOutcomes);

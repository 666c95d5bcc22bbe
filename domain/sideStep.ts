import type { Step } from './vocabulary';

/** What takes time that the law does not count towards a decision (行政许可法 第四十五条). */
export const procedures = ['inspect', 'test', 'appraise', 'hear'] as const satisfies readonly Step[];
export type Procedure = (typeof procedures)[number];

/** Steps that an act asks for; all others stand on the itinerary from the submission on. */
export const sideSteps = [
  'correct',
  'answer',
  ...procedures,
  'requestHearing',
  'forwardExtension',
  'grantExtension',
  'advise',
  'reapply',
  'serve',
  'confirmRepair',
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
  'considerLoss',
  'signLoss',
  'followUp',
  'paySupport',
  'recheckSupport',
  'considerSupportEnd',
  'signSupportEnd',
] as const satisfies readonly Step[];
export type SideStep = (typeof sideSteps)[number];
export type WayStep = Exclude<Step, SideStep>;

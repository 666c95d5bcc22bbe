import type { ActBody } from '../act';
import type { CaseFile, WorkItem } from '../caseFile';
import {
  acceptSite,
  declineLoss,
  declineName,
  examineSite,
  proposeLoss,
  proposeName,
  reportMilestone,
  returnName,
  returnSite,
  signLoss,
  signName,
} from './construction';
import { followUp } from './conference';
import { confirmRating, proposeRating, score } from './evaluation';
import { type ActContext, only, type Performed, type Performing, withWords } from './performed';
import { answerComplaint } from './complaints';
import { concludeIncident } from './incidents';
import {
  decideSuspension,
  declineSuspension,
  liftSuspension,
  proposeImmediateSuspension,
  proposeSuspension,
  returnSuspension,
} from './suspension';
import {
  closeFiling,
  decideExit,
  declineExit,
  deregister,
  orderRectification,
  proposeExit,
  recordReinspection,
  recordVisit,
  reportPlacement,
  reportRectification,
  returnExit,
  settleFindings,
} from './supervision';

import {
  draftSupport,
  examineSupport,
  keepSupport,
  opineSupport,
  paySupport,
  proposeSupportEnd,
  recheckSupport,
  returnSupport,
  signSupport,
  signSupportEnd,
  submitSupport,
} from './support';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** How work items in the life of an institution or of a site are answered, one way an act. */
const answers = {
  answerComplaint,
  concludeIncident,
  recordVisit,
  settleFindings,
  orderRectification,
  reportRectification,
  recordReinspection,
  proposeSuspension,
  proposeImmediateSuspension,
  declineSuspension,
  returnSuspension,
  decideSuspension,
  liftSuspension,
  proposeExit,
  declineExit,
  returnExit,
  decideExit,
  reportPlacement,
  deregister,
  closeFiling,
  selfAssess: (_file, { id }, { report }) => withWords({ type: 'selfAssessed', item: id }, { report }),
  score,
  proposeRating,
  contest: (_file, { id }, { statement }) => withWords({ type: 'contested', item: id }, { statement }),
  waiveContest: (_file, { id }) => only({ type: 'contestWaived', item: id }),
  returnRating: (_file, { id }, { reason }) => withWords({ type: 'ratingReturned', item: id }, { reason }),
  confirmRating,
  reportMilestone,
  examineSite,
  acceptSite,
  returnSite,
  proposeName,
  returnName,
  declineName,
  signName,
  proposeLoss,
  declineLoss,
  signLoss,
  followUp,
  submitSupport,
  examineSupport,
  opineSupport,
  draftSupport,
  returnSupport,
  signSupport,
  paySupport,
  recheckSupport,
  proposeSupportEnd,
  keepSupport,
  signSupportEnd,
} satisfies { readonly [A in ActBody['act']]?: Performing<Body<A>> };
export type LifeAct = keyof typeof answers;

export function isOfLife(body: ActBody): body is Body<LifeAct> {
  return body.act in answers;
}

export function answerOfLife(
  file: CaseFile,
  item: WorkItem,
  body: Body<LifeAct>,
  context: ActContext,
): Performed {
  // The table gives each act its own answer; TypeScript cannot follow that through the index.
  const answer = answers[body.act] as Performing<Body<LifeAct>>;
  return answer(file, item, body, context);
}

import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { constructionOf } from '../changes/construction';
import { canComplete, milestoneOf } from '../construction';
import { constructionLife } from '../itinerary';
import { openItems } from '../process';
import { checkAnswered, checkHeardBefore } from './decision';
import {
  type ActContext,
  demand,
  demandDay,
  demandPast,
  numberOf,
  only,
  type Performed,
  type Performing,
  withWords,
} from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** A site may have reached a milestone long before anybody began to follow it up; the last one comes after the others. */
export const reportMilestone: Performing<Body<'reportMilestone'>> = (file, item, body, context) => {
  const { reachedOn, remark } = body;
  const { milestones } = constructionLife(file);
  const milestone = milestoneOf(item.stepId);
  if (reachedOn !== null) {
    demandPast(reachedOn, '/reachedOn', context.today);
    const { reached } = constructionOf(file);
    const before = milestones.map(({ id }) => id).filter((id) => id !== milestone && !(id in reached));
    const isLast = milestones.at(-1)?.id === milestone;
    demand(!isLast || before.length === 0, 'milestonesOpen', '/reachedOn', before);
  }
  return withWords({ type: 'milestoneReported', item: item.id, milestone, reachedOn }, { remark });
};

/** A new day by an act of record; the printed one is never edited. */
export function reschedule(
  _file: CaseFile,
  { completion, reason }: Body<'reschedule'>,
  context: ActContext,
): Performed {
  demandCompletion(completion, context);
  return withWords({ type: 'rescheduled', completion, on: context.today }, { reason });
}

/** The site's own application, which no other site has; until the site is proposed for its name, a slip can be mended. */
export function linkLicence(file: CaseFile, body: Body<'linkLicence'>, { licence }: ActContext): Performed {
  demand(constructionOf(file).name === null, 'nameProposedAlready', '/act');
  demand(!!licence && !licence.isLost, 'unknownLicence', '/licence');
  const { takenBy = null, organisation = '', knownAs = body.licence } = licence ?? {};
  demand(takenBy === null || takenBy === file.caseId, 'licenceTaken', '/licence', takenBy ? [takenBy] : []);
  const changed = knownAs === body.licence ? {} : { application: knownAs };
  return only({ type: 'licenceLinked', licence: body.licence, organisation, ...changed });
}

export function discontinue(
  _file: CaseFile,
  { reason }: Body<'discontinue'>,
  { today }: ActContext,
): Performed {
  return withWords({ type: 'discontinued', on: today }, { reason });
}

export const examineSite: Performing<Body<'examineSite'>> = (_file, item, body, context) => {
  const { result, visitedOn, report } = body;
  demandVisit(visitedOn, context);
  return withWords({ type: 'siteExamined', item: item.id, result, visitedOn }, { report });
};

export const acceptSite: Performing<Body<'acceptSite'>> = (_file, item, { visitedOn, report }, context) => {
  demandVisit(visitedOn, context);
  return withWords({ type: 'siteAccepted', item: item.id, visitedOn }, { report });
};

/** What is built anew is completed anew: the last milestone goes with whatever is to be mended. */
export const returnSite: Performing<Body<'returnSite'>> = (file, item, body, context) => {
  const { visitedOn, report, completion } = body;
  demandVisit(visitedOn, context);
  demandCompletion(completion, context);
  const known = constructionLife(file).milestones.map(({ id }) => id);
  body.milestones.forEach((id, index) =>
    demand(known.includes(id), 'unknownMilestone', `/milestones/${index}`, known),
  );
  const milestones = known.filter((id, index) => body.milestones.includes(id) || index === known.length - 1);
  return withWords(
    { type: 'siteReturned', item: item.id, visitedOn, milestones, completion, on: context.today },
    { report },
  );
};

/** The name is an institution's that works: the site is linked with its application, and that has its certificate. */
export const proposeName: Performing<Body<'proposeName'>> = (_file, item, { grounds }, { licence }) => {
  demandCertified(licence);
  return withWords({ type: 'nameProposed', item: item.id }, { grounds });
};

export const returnName: Performing<Body<'returnName'>> = (_file, item, { reason }) =>
  withWords({ type: 'nameReturned', item: item.id }, { reason });

export const declineName: Performing<Body<'declineName'>> = (_file, item, { reason }) =>
  withWords({ type: 'nameDeclined', item: item.id }, { reason });

/** Whoever leaves between the proposal and the signature is not named. */
export const signName: Performing<Body<'signName'>> = (_file, item, _body, context) => {
  demandCertified(context.licence);
  return only({ type: 'named', item: item.id, on: context.today, no: numberOf(context) });
};

export function raiseLoss(file: CaseFile, { reason }: Body<'raiseLoss'>): Performed {
  const pending = openItems(file).some(({ step }) => step === 'considerLoss' || step === 'signLoss');
  demand(!pending, 'lossPending', '/act');
  return withWords({ type: 'lossRaised' }, { reason });
}

export const proposeLoss: Performing<Body<'proposeLoss'>> = (_file, item, { grounds }, context) =>
  withWords({ type: 'lossProposed', item: item.id, letter: numberOf(context) }, { grounds });

export const declineLoss: Performing<Body<'declineLoss'>> = (_file, item, { reason }) =>
  withWords({ type: 'lossDeclined', item: item.id }, { reason });

/** Signed once the institution was heard, or let the time for it pass; what it said is answered. */
export const signLoss: Performing<Body<'signLoss'>> = (file, item, { answer }, context) => {
  checkHeardBefore(file, item);
  checkAnswered(constructionOf(file).loss?.contested ?? false, answer);
  return withWords(
    { type: 'nameLost', item: item.id, on: context.today, no: numberOf(context) },
    { answer: answer ?? null },
  );
};

function demandCertified(licence: ActContext['licence']): void {
  demand(!!licence?.certificateNo && !licence.isLost, 'notCertified', '/act');
}

function demandCompletion(completion: string, { today }: ActContext): void {
  demand(canComplete(completion, today), 'completionUnfit', '/completion', [`> ${today}`]);
}

function demandVisit(visitedOn: string, context: ActContext): void {
  demandDay(visitedOn, '/visitedOn', visitedOn, context);
}

import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { askedOf } from '../changes/items';
import { checklistOf, supervisionOf } from '../changes/supervised';
import { isBehindSuspension } from '../changes/suspension';
import { dateInShanghai } from '../civilDate';
import { supervisionLife } from '../itinerary';
import type { UnitId } from '../plan';
import { openItems } from '../process';
import type { VisitGround } from '../supervision';
import { checkChecklist } from './checklist';
import type { Step } from '../vocabulary';
import { checkHeardBefore, waitsFor } from './decision';
import {
  type ActContext,
  demand,
  demandDay,
  demandTime,
  numberOf,
  officeOf,
  only,
  type Performed,
  type Performing,
  withWords,
} from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** What a visit may be called on besides its ground alone. */
const calledOn: Readonly<Partial<Record<VisitGround, Step>>> = {
  complaint: 'handleComplaint',
  incident: 'followUpIncident',
};

/** A visit besides the rounds, for the unit of whoever calls for it; perhaps on a complaint or an incident that is still open. */
export function callVisit(
  file: CaseFile,
  { ground, about, units, reason }: Body<'callVisit'>,
  context: ActContext,
): Performed {
  const unit = officeOf(context);
  if (units) checkCompany(file, units, unit);
  const company = units && units.length > 0 ? { units } : {};
  if (about === undefined) return withWords({ type: 'visitCalled', unit, ground, ...company }, { reason });
  const possible = openItems(file).filter(({ step }) => step === calledOn[ground]);
  const ids = possible.map(({ id }) => id);
  demand(ids.includes(about), 'unknownWorkItem', '/about', ids);
  return withWords({ type: 'visitCalled', unit, ground, about, ...company }, { reason });
}

/** Those who come along have visits to make by the plan, and each is asked once. */
function checkCompany(file: CaseFile, units: readonly UnitId[], own: UnitId): void {
  const visitors = new Set(supervisionLife(file.itinerary).visits.map(({ unit }) => unit));
  const known = [...visitors].filter((unit) => unit !== own);
  units.forEach((unit, index) => {
    demand(known.includes(unit) && units.indexOf(unit) === index, 'unknownUnit', `/units/${index}`, known);
  });
}

export const recordVisit: Performing<Body<'recordVisit'>> = (file, item, body, context) => {
  const { visitedOn, report, findings, checked = [] } = body;
  demandDay(visitedOn, '/visitedOn', dateInShanghai(item.openedAt), context);
  const lines = checklistOf(file, item);
  checkChecklist(lines, checked, findings);
  const severities = findings.map(({ severity }) => severity);
  const seen = lines.length > 0 && { checked };
  return withWords({ type: 'visited', item: item.id, visitedOn, severities, ...seen }, { report, findings });
};

/** What is not grave may be settled on the spot; the rest, and what a rating leads to, needs an order. */
export const settleFindings: Performing<Body<'settleFindings'>> = (file, item, { reason }) => {
  const gravest = supervisionOf(file).findings[askedOf(file, item).about];
  demand(gravest !== undefined && gravest !== 'grave', 'orderDue', '/act');
  return withWords({ type: 'findingsSettled', item: item.id }, { reason });
};

export const orderRectification: Performing<Body<'orderRectification'>> = (file, item, body, context) => {
  const { days, demands } = body;
  demandTime(file, 'rectify', days);
  // Whoever asks to leave has nothing to rectify; every other way to an exit has something behind it.
  const isRequest = item.step === 'sanction' && file.asked[item.stepId]?.about === 'request';
  demand(!isRequest, 'wrongStep', '/act');
  return withWords(
    { type: 'rectificationOrdered', item: item.id, days, letter: numberOf(context) },
    { reason: demands },
  );
};

export const reportRectification: Performing<Body<'reportRectification'>> = (_file, item, { report }) =>
  withWords({ type: 'rectificationReported', item: item.id }, { report });

export const recordReinspection: Performing<Body<'recordReinspection'>> = (_file, item, body, context) => {
  const { result, visitedOn, report } = body;
  demandDay(visitedOn, '/visitedOn', dateInShanghai(item.openedAt), context);
  return withWords({ type: 'reinspected', item: item.id, result, visitedOn }, { report });
};

export function requestExit(file: CaseFile, { reason }: Body<'requestExit'>): Performed {
  const pending = openItems(file).some(({ step }) => step === 'sanction' || step === 'decideExit');
  demand(!pending, 'exitPending', '/act');
  return withWords({ type: 'exitRequested' }, { reason });
}

/** By the measures of the plan; `closure` answers the institution's own wish and nothing else. */
export const proposeExit: Performing<Body<'proposeExit'>> = (file, item, { measure, grounds }, context) => {
  demand(supervisionOf(file).exit === null, 'exitPending', '/act');
  const { measures } = supervisionLife(file.itinerary);
  const wished = file.asked[item.stepId]?.about === 'request';
  const possible = measures.filter((each) => (each.measure === 'closure') === wished);
  const rule = possible.find((each) => each.measure === measure);
  demand(
    rule !== undefined,
    'unknownMeasure',
    '/measure',
    possible.map((each) => each.measure),
  );
  return withWords(
    {
      type: 'exitProposed',
      item: item.id,
      measure,
      hearing: rule?.hearing ?? true,
      letter: numberOf(context),
    },
    { grounds },
  );
};

/** What a suspension waits for is not simply dropped: it would never be lifted. */
export const declineExit: Performing<Body<'declineExit'>> = (file, item, { reason }) => {
  demand(!isBehindSuspension(file, item), 'suspensionStands', '/act');
  return withWords({ type: 'exitDeclined', item: item.id }, { reason });
};

export const returnExit: Performing<Body<'returnExit'>> = (_file, item, { reason }) =>
  withWords({ type: 'exitReturned', item: item.id }, { reason });

/** Signed once the institution was heard, or let the time for it pass. */
export const decideExit: Performing<Body<'decideExit'>> = (file, item, { measure, answer }, context) => {
  const proposed = supervisionOf(file).exit?.measure;
  demand(measure === proposed, 'resultDiffers', '/measure', [proposed ?? '']);
  checkHeardBefore(file, item);
  const { today } = context;
  return withWords(
    { type: 'exitDecided', item: item.id, measure, decidedOn: today, no: numberOf(context) },
    { answer: answer ?? null },
  );
};

export const reportPlacement: Performing<Body<'reportPlacement'>> = (_file, item, body) => {
  const { childrenLeft, staffLeft, report } = body;
  return withWords({ type: 'placementReported', item: item.id, childrenLeft, staffLeft }, { report });
};

export const deregister: Performing<Body<'deregister'>> = (file, item, { deregisteredOn }, context) => {
  const decided = supervisionOf(file).exit?.decidedOn ?? context.today;
  demandDay(deregisteredOn, '/deregisteredOn', decided, context);
  return only({ type: 'deregistered', item: item.id, deregisteredOn });
};

/** The filing ends last of all: nobody who complained is left without an answer, and no incident without a result. */
export const closeFiling: Performing<Body<'closeFiling'>> = (file, { id }, _body, { today }) => {
  waitsFor(file, 'mattersOpen', ({ step }) => step === 'handleComplaint' || step === 'followUpIncident');
  return only({ type: 'filingClosed', item: id, on: today });
};

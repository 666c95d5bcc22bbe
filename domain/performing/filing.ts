import type { ActBody } from '../act';
import type { CaseFile, WorkItem } from '../caseFile';
import { awaitedFromApplicant } from '../process';
import { validUntilOf } from '../term';
import {
  type ActContext,
  demand,
  demandDay,
  demandPapers,
  numberOf,
  only,
  type Performed,
  type Performing,
  withWords,
} from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

export const register: Performing<Body<'register'>> = (file, item, body, context) => {
  const { unifiedCode, registeredOn } = body;
  demandDay(registeredOn, '/registeredOn', file.dates.decision ?? '', context);
  return only({ type: 'registered', item: item.id, unifiedCode, registeredOn });
};

export const declineEndorsement: Performing<Body<'declineEndorsement'>> = (
  file,
  item,
  { reason },
  context,
) => {
  checkNotDeclined(file, item);
  return withWords({ type: 'endorsementDeclined', item: item.id, letter: numberOf(context) }, { reason });
};

export const declineRegistration: Performing<Body<'declineRegistration'>> = (
  file,
  item,
  { reason },
  context,
) => {
  checkNotDeclined(file, item);
  return withWords({ type: 'registrationDeclined', item: item.id, letter: numberOf(context) }, { reason });
};

/** The applicant was told and has yet to apply again. */
function checkNotDeclined(caseFile: CaseFile, item: WorkItem): void {
  const awaited = awaitedFromApplicant(caseFile, item);
  demand(awaited === undefined, 'applicantAwaited', '/act', awaited ? [awaited.id] : []);
}

export const file: Performing<Body<'file'>> = (caseFile, item, { materials }, { today }) => {
  const due = caseFile.itinerary.materials.filter((material) => material.stage === 'filing');
  demandPapers(due, materials, '/materials');
  return only({ type: 'filed', item: item.id, receivedOn: today, materials });
};

/** The certificate holds for the term of its rules; without one, without end. */
export function issue(caseFile: CaseFile, { id }: WorkItem, context: ActContext): Performed {
  const { today: issuedOn, validUntil = null } = context;
  const until = validUntilOf(caseFile.itinerary, issuedOn, validUntil);
  const term = until === null ? {} : { validUntil: until };
  return only({ type: 'licenceIssued', item: id, no: numberOf(context), issuedOn, ...term });
}

/** Told with reasons within 15 working days of receipt, and published (国卫办人口发〔2019〕25号). */
export const findNonConforming: Performing<Body<'findNonConforming'>> = (_file, item, { reason }, context) =>
  withWords({ type: 'nonConforming', item: item.id, letter: numberOf(context) }, { reason });

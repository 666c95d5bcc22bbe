import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { supervisedBy, supervisionOf } from '../changes/supervised';
import { openItems } from '../process';
import { checkHeardBefore } from './decision';
import {
  type ActContext,
  demand,
  demandTime,
  numberOf,
  officeOf,
  type Performed,
  type Performing,
  withWords,
} from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Any unit that watches over the institution asks the lead to consider it. */
export function callSuspension(
  file: CaseFile,
  { reason }: Body<'callSuspension'>,
  context: ActContext,
): Performed {
  const pending = openItems(file).some(({ step }) => step === 'suspend' || step === 'decideSuspension');
  demand(!pending && !supervisionOf(file).suspension, 'suspensionPending', '/act');
  return withWords({ type: 'suspensionCalled', unit: officeOf(context) }, { reason });
}

/** The institution is told, and heard before anybody signs. */
export const proposeSuspension: Performing<Body<'proposeSuspension'>> = (file, item, body, context) => {
  const { grounds, condition = null } = body;
  const days = endOf(file, body);
  const { hearing } = supervisedBy(file).suspension;
  const letter = numberOf(context);
  return withWords(
    { type: 'suspensionProposed', item: item.id, days, immediate: false, hearing, letter },
    { grounds, condition },
  );
};

/** Where danger is immediate nobody is heard before, and the act says what the danger is. */
export const proposeImmediateSuspension: Performing<Body<'proposeImmediateSuspension'>> = (
  file,
  item,
  body,
) => {
  const { grounds, danger, condition = null } = body;
  const days = endOf(file, body);
  return withWords(
    { type: 'suspensionProposed', item: item.id, days, immediate: true, hearing: false, letter: null },
    { grounds, danger, condition },
  );
};

export const declineSuspension: Performing<Body<'declineSuspension'>> = (_file, item, { reason }) =>
  withWords({ type: 'suspensionDeclined', item: item.id }, { reason });

export const returnSuspension: Performing<Body<'returnSuspension'>> = (_file, item, { reason }) =>
  withWords({ type: 'suspensionReturned', item: item.id }, { reason });

/** Signed once the institution was heard, or let the time for it pass. */
export const decideSuspension: Performing<Body<'decideSuspension'>> = (file, item, { answer }, context) => {
  const { days = null, immediate = false } = supervisionOf(file).suspension ?? {};
  checkHeardBefore(file, item);
  const decidedOn = context.today;
  return withWords(
    { type: 'suspensionDecided', item: item.id, decidedOn, days, immediate, no: numberOf(context) },
    { answer: answer ?? null },
  );
};

/** After a second inspection that passed; it reopens from this day. */
export const liftSuspension: Performing<Body<'liftSuspension'>> = (_file, item, { grounds }, context) =>
  withWords(
    { type: 'suspensionLifted', item: item.id, liftedOn: context.today, no: numberOf(context) },
    { grounds },
  );

/** Every suspension has an end or a condition, and none is longer than an order to rectify may give. */
function endOf(
  file: CaseFile,
  { days, condition }: Pick<Body<'proposeSuspension'>, 'days' | 'condition'>,
): number | null {
  demand(days !== undefined || condition !== undefined, 'endNeeded', '/days');
  if (days !== undefined) demandTime(file, 'rectify', days);
  return days ?? null;
}

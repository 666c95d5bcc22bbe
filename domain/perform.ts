import type { Act, ActBody } from './act';
import type { Actor } from './actor';
import type { CaseFile, WorkItem } from './caseFile';
import { correct, decline, requestCorrection } from './performing/acceptance';
import { decide, draft, signOff } from './performing/decision';
import {
  consult,
  declineExtension,
  forwardExtension,
  grantExtension,
  requestExtension,
} from './performing/extensions';
import {
  declineEndorsement,
  declineRegistration,
  file as fileMaterials,
  findNonConforming,
  issue,
  register,
} from './performing/filing';
import { serve } from './performing/letters';
import { type ActContext, numberOf, only, type Performed, withWords } from './performing/performed';
import {
  callOff,
  offerHearing,
  order,
  recordResult,
  requestHearing,
  schedule,
} from './performing/procedures';
import { isOnCase, isOnCaseAlone, performOnCase } from './performing/onCase';
import { confirmRepair } from './performing/repairs';
import { amend, remand, withdraw } from './performing/returns';
import { answerOfLife, isOfLife } from './performing/life';
import { allowedActs, whyNot } from './permission';
import { Refusal } from './refusal';

export type { Performed } from './performing/performed';

/** The serial numbers that the record keeps, by what they number. */
export type NumberKind = 'letter' | 'filingReceipt' | 'certificate';

const numbered: Partial<Record<Act, NumberKind>> = {
  accept: 'letter',
  decline: 'letter',
  requestCorrection: 'letter',
  order: 'letter',
  offerHearing: 'letter',
  decide: 'letter',
  grantExtension: 'letter',
  declineEndorsement: 'letter',
  declineRegistration: 'letter',
  findNonConforming: 'letter',
  orderRectification: 'letter',
  proposeExit: 'letter',
  decideExit: 'letter',
  proposeSuspension: 'letter',
  decideSuspension: 'letter',
  liftSuspension: 'letter',
  proposeRating: 'letter',
  confirmRating: 'letter',
  signName: 'letter',
  proposeLoss: 'letter',
  signLoss: 'letter',
  signSupport: 'letter',
  proposeSupportEnd: 'letter',
  signSupportEnd: 'letter',
  issueReceipt: 'filingReceipt',
  issue: 'certificate',
};

/** The number an act needs before it can be performed, if any. A hearing is told of in writing; a visit need not be. */
export function numberFor(act: Act, item: Pick<WorkItem, 'step'> | null): NumberKind | null {
  if (act === 'schedule') return item?.step === 'hear' ? 'letter' : null;
  return numbered[act] ?? null;
}

/**
 * Performs an act on a case file: checks that it is possible and permitted now, and gives its event.
 * @param itemId the work item it answers; null for an act on the case itself
 * @throws Refusal with the code, the field where one is at fault, and the acts that are allowed
 */
export function perform(
  file: CaseFile,
  itemId: string | null,
  body: ActBody,
  actor: Actor,
  context: Omit<ActContext, 'actor' | 'unit'>,
): Performed {
  const item = itemId === null ? null : (file.items[itemId] ?? null);
  const refusal = itemId !== null && item === null ? 'wrongStep' : whyNot(file, body.act, item, actor);
  if (refusal !== null) throw new Refusal(refusal, {}, allowedActs(file, actor));
  const known = { ...context, actor: actor.sub, unit: actor.unit };
  if (item !== null) return answer(file, item, body, known);
  if (isOnCase(body)) return performOnCase(file, body, known);
  throw new Refusal('wrongStep', {}, allowedActs(file, actor));
}

/** One case an act, in the order of the process. */
function answer(file: CaseFile, item: WorkItem, body: ActBody, context: ActContext): Performed {
  if (isOfLife(body)) return answerOfLife(file, item, body, context);
  if (isOnCaseAlone(body)) throw new Refusal('wrongStep');
  const { today } = context;
  const { id } = item;
  switch (body.act) {
    case 'accept':
      return only({ type: 'accepted', item: id, acceptedOn: today, letter: numberOf(context) });
    case 'decline':
      return decline(file, item, body, context);
    case 'requestCorrection':
      return requestCorrection(file, item, body, context);
    case 'correct':
      return correct(file, item, body, context);
    case 'claim':
      return only({ type: 'claimed', item: id });
    case 'release':
      return only({ type: 'released', item: id });
    case 'delegate':
      return only({ type: 'delegated', item: id, to: body.to });
    case 'signOff':
      return signOff(file, item, body, context);
    case 'answerObjection':
      return withWords({ type: 'objectionAnswered', item: id }, { answer: body.answer });
    case 'order':
      return order(file, item, body, context);
    case 'schedule':
      return schedule(file, item, body, context);
    case 'recordResult':
      return recordResult(file, item, body, context);
    case 'callOff':
      return callOff(file, item, body, context);
    case 'offerHearing':
      return offerHearing(file, item, body, context);
    case 'requestHearing':
      return requestHearing(file, item, body, context);
    case 'waiveHearing':
      return only({ type: 'hearingWaived', item: id });
    case 'draft':
      return draft(file, item, body, context);
    case 'returnDraft':
      return withWords({ type: 'draftReturned', item: id }, { reason: body.reason });
    case 'decide':
      return decide(file, item, body, context);
    case 'requestExtension':
      return requestExtension(file, item, body, context);
    case 'forwardExtension':
      return forwardExtension(file, item, body, context);
    case 'grantExtension':
      return grantExtension(file, item, body, context);
    case 'declineExtension':
      return declineExtension(file, item, body, context);
    case 'consult':
      return consult(file, item, body, context);
    case 'advise':
      return withWords({ type: 'advised', item: id }, { advice: body.advice });
    case 'remand':
      return remand(file, id, body);
    case 'endorse':
      return only({ type: 'endorsed', item: id, documentNo: body.documentNo });
    case 'declineEndorsement':
      return declineEndorsement(file, item, body, context);
    case 'register':
      return register(file, item, body, context);
    case 'declineRegistration':
      return declineRegistration(file, item, body, context);
    case 'reapply':
      return withWords({ type: 'reapplied', item: id }, { answer: body.answer });
    case 'confirmPush':
      return only({ type: 'registrationPushed', item: id, receiptNo: body.receiptNo });
    case 'file':
      return fileMaterials(file, item, body, context);
    case 'issueReceipt':
      return only({ type: 'receiptIssued', item: id, no: numberOf(context), issuedOn: today });
    case 'confirm':
      return only({ type: 'conformityConfirmed', item: id });
    case 'findNonConforming':
      return findNonConforming(file, item, body, context);
    case 'issue':
      return issue(file, item, context);
    case 'withdraw':
      return withdraw(body, context);
    case 'amend':
      return amend(file, item, body, context);
    case 'serve':
      return serve(file, item, body, context);
    case 'confirmRepair':
      return confirmRepair(file, item, body, context);
    case 'declineRepair':
      return withWords({ type: 'repairDeclined', item: id }, { reason: body.reason });
  }
}

import type { Act, ActBody, FindingAnswer } from './act';
import type { Actor } from './actor';
import type { CaseFile, WorkItem } from './caseFile';
import type { EventBody } from './event';
import { allowedActs, whyNot } from './permission';
import { Refusal, type RefusalCode } from './refusal';

/** The serial numbers that the record keeps, by what they number. */
export type NumberKind = 'decision' | 'filingReceipt' | 'certificate';

/** What `perform` must be told besides the case: the Shanghai date, and the number for acts that need one. */
export interface ActContext {
  readonly today: string;
  readonly number: string | null;
}

/** The event of an act, and beside it the words that must stay out of the engine. */
export interface Performed {
  readonly body: EventBody;
  readonly particulars: Readonly<Record<string, unknown>>;
}

const numbered: Partial<Record<Act, NumberKind>> = {
  decide: 'decision',
  issueReceipt: 'filingReceipt',
  issue: 'certificate',
};

/** The number an act needs before it can be performed, if any. */
export function numberFor(act: Act): NumberKind | null {
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
  context: ActContext,
): Performed {
  const item = itemId === null ? null : file.items[itemId];
  const refusal = item === undefined ? 'wrongStep' : whyNot(file, body.act, item, actor);
  if (refusal !== null) throw new Refusal(refusal, {}, allowedActs(file, actor));
  if (body.act === 'withdraw')
    return { body: { type: 'withdrawn' }, particulars: { reason: body.reason ?? null } };
  if (!item) throw new Refusal('wrongStep', {}, allowedActs(file, actor));
  return answer(file, item, body, context);
}

type ItemAct = Exclude<ActBody, { act: 'withdraw' }>;

function answer(file: CaseFile, item: WorkItem, body: ItemAct, context: ActContext): Performed {
  const { today } = context;
  switch (body.act) {
    case 'accept':
      return only({ type: 'accepted', item: item.id, acceptedOn: today });
    case 'decline':
      return { body: { type: 'notAccepted', item: item.id }, particulars: { reason: body.reason } };
    case 'signOff':
      return signOff(file, item, body);
    case 'draft':
      return draft(file, item, body);
    case 'returnDraft':
      return { body: { type: 'draftReturned', item: item.id }, particulars: { reason: body.reason } };
    case 'decide':
      demand(file.draft?.result === body.result, 'resultDiffers', '/result', [file.draft?.result ?? '']);
      return only({
        type: 'decided',
        item: item.id,
        result: body.result,
        decidedOn: today,
        no: numberOf(context),
      });
    case 'endorse':
      return only({ type: 'endorsed', item: item.id, documentNo: body.documentNo });
    case 'register':
      demand(body.registeredOn <= today, 'dateInFuture', '/registeredOn', [`<= ${today}`]);
      demand(body.registeredOn >= (file.dates.decision ?? ''), 'dateTooEarly', '/registeredOn', [
        `>= ${file.dates.decision}`,
      ]);
      return only({
        type: 'registered',
        item: item.id,
        unifiedCode: body.unifiedCode,
        registeredOn: body.registeredOn,
      });
    case 'confirmPush':
      return only({ type: 'registrationPushed', item: item.id, receiptNo: body.receiptNo });
    case 'file':
      return fileMaterials(file, item, body.materials, today);
    case 'issueReceipt':
      return only({ type: 'receiptIssued', item: item.id, no: numberOf(context), issuedOn: today });
    case 'confirm':
      return only({ type: 'conformityConfirmed', item: item.id });
    case 'issue':
      return only({ type: 'licenceIssued', item: item.id, no: numberOf(context), issuedOn: today });
  }
}

function signOff(file: CaseFile, item: WorkItem, body: ActBody & { act: 'signOff' }): Performed {
  demand(body.opinion === 'agree' || !!body.reason?.trim(), 'reasonMissing', '/reason');
  const answers = body.answers ?? [];
  checkAnswers(file, answers);
  return {
    body: {
      type: 'signedOff',
      item: item.id,
      opinion: body.opinion,
      answered: answers.map((a) => a.finding),
    },
    particulars: { reason: body.reason ?? null, answers },
  };
}

/** Every finding against the standards needs an answer before a decision is proposed. */
function draft(file: CaseFile, item: WorkItem, body: ActBody & { act: 'draft' }): Performed {
  const answers = body.answers ?? [];
  checkAnswers(file, answers);
  const answered = [...file.answeredFindings, ...answers.map((a) => a.finding)];
  const open = file.itinerary.findings.map((finding) => finding.id).filter((id) => !answered.includes(id));
  demand(open.length === 0, 'findingsUnanswered', '/answers', open);
  return {
    body: {
      type: 'decisionDrafted',
      item: item.id,
      result: body.result,
      answered: answers.map((a) => a.finding),
    },
    particulars: { grounds: body.grounds, answers },
  };
}

function fileMaterials(
  file: CaseFile,
  item: WorkItem,
  materials: readonly string[],
  today: string,
): Performed {
  const due = file.itinerary.materials.filter((material) => material.stage === 'filing');
  const missing = due.map((material) => material.id).filter((id) => !materials.includes(id));
  demand(missing.length === 0, 'materialsMissing', '/materials', missing);
  return only({ type: 'filed', item: item.id, receivedOn: today, materials });
}

function checkAnswers(file: CaseFile, answers: readonly FindingAnswer[]): void {
  const known = file.itinerary.findings.map((finding) => finding.id);
  answers.forEach(({ finding }, index) => {
    demand(known.includes(finding), 'unknownFinding', `/answers/${index}/finding`, known);
  });
}

function only(body: EventBody): Performed {
  return { body, particulars: {} };
}

function demand(holds: boolean, code: RefusalCode, pointer: string, expected: readonly string[] = []): void {
  if (!holds) throw new Refusal(code, { pointer, expected });
}

function numberOf(context: ActContext): string {
  if (context.number === null) throw new TypeError('This act needs a serial number');
  return context.number;
}

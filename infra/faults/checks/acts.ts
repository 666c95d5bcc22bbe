import type { EventType } from '../../../domain/event';
import type { Asked, Evidence, Fault, RecordedEvent, ToldAct } from '../evidence';

/** The event by which the record holds an act. */
const eventOf = {
  submit: 'submitted',
  accept: 'accepted',
  decline: 'notAccepted',
  signOff: 'signedOff',
  draft: 'decisionDrafted',
  returnDraft: 'draftReturned',
  decide: 'decided',
  endorse: 'endorsed',
  declineEndorsement: 'endorsementDeclined',
  register: 'registered',
  confirmPush: 'registrationPushed',
  file: 'filed',
  issueReceipt: 'receiptIssued',
  confirm: 'conformityConfirmed',
  issue: 'licenceIssued',
  withdraw: 'withdrawn',
  requestCorrection: 'correctionRequested',
  correct: 'corrected',
  claim: 'claimed',
  release: 'released',
  delegate: 'delegated',
  answerObjection: 'objectionAnswered',
  order: 'procedureOrdered',
  schedule: 'procedureScheduled',
  recordResult: 'procedureRecorded',
  callOff: 'procedureCalledOff',
  offerHearing: 'hearingOffered',
  requestHearing: 'hearingRequested',
  waiveHearing: 'hearingWaived',
  requestExtension: 'extensionRequested',
  forwardExtension: 'extensionForwarded',
  grantExtension: 'extensionGranted',
  declineExtension: 'extensionDeclined',
  consult: 'consulted',
  advise: 'advised',
  remand: 'remanded',
  declineRegistration: 'registrationDeclined',
  reapply: 'reapplied',
  findNonConforming: 'nonConforming',
  amend: 'amended',
  serve: 'letterServed',
  acknowledge: 'letterServed',
  confirmService: 'letterServed',
  reportUndeliverable: 'serviceFailed',
  reassign: 'reassigned',
  proposeRepair: 'repairProposed',
  confirmRepair: 'repaired',
  declineRepair: 'repairDeclined',
  intervene: 'intervened',
  callVisit: 'visitCalled',
  reportIncident: 'incidentReported',
  concludeIncident: 'incidentConcluded',
  enterStaff: 'staffEntered',
  changeStaff: 'staffChanged',
  removeStaff: 'staffRemoved',
  answerComplaint: 'complaintAnswered',
  recordVisit: 'visited',
  settleFindings: 'findingsSettled',
  orderRectification: 'rectificationOrdered',
  reportRectification: 'rectificationReported',
  recordReinspection: 'reinspected',
  callSuspension: 'suspensionCalled',
  proposeSuspension: 'suspensionProposed',
  proposeImmediateSuspension: 'suspensionProposed',
  declineSuspension: 'suspensionDeclined',
  returnSuspension: 'suspensionReturned',
  decideSuspension: 'suspensionDecided',
  liftSuspension: 'suspensionLifted',
  requestExit: 'exitRequested',
  proposeExit: 'exitProposed',
  declineExit: 'exitDeclined',
  returnExit: 'exitReturned',
  decideExit: 'exitDecided',
  reportPlacement: 'placementReported',
  deregister: 'deregistered',
  closeFiling: 'filingClosed',
  selfAssess: 'selfAssessed',
  score: 'scored',
  proposeRating: 'ratingProposed',
  contest: 'contested',
  waiveContest: 'contestWaived',
  returnRating: 'ratingReturned',
  confirmRating: 'ratingConfirmed',
  confer: 'conferred',
  followUp: 'followedUp',
  submitSupport: 'supportSubmitted',
  examineSupport: 'supportExamined',
  opineSupport: 'supportOpined',
  draftSupport: 'supportDrafted',
  returnSupport: 'supportReturned',
  signSupport: 'supportDecided',
  paySupport: 'supportPaid',
  recheckSupport: 'supportRechecked',
  proposeSupportEnd: 'supportEndProposed',
  keepSupport: 'supportKept',
  signSupportEnd: 'supportEnded',
  waiveSupport: 'supportLapsed',
  reportMilestone: 'milestoneReported',
  reschedule: 'rescheduled',
  linkLicence: 'licenceLinked',
  discontinue: 'discontinued',
  examineSite: 'siteExamined',
  acceptSite: 'siteAccepted',
  returnSite: 'siteReturned',
  proposeName: 'nameProposed',
  returnName: 'nameReturned',
  declineName: 'nameDeclined',
  signName: 'named',
  raiseLoss: 'lossRaised',
  proposeLoss: 'lossProposed',
  declineLoss: 'lossDeclined',
  signLoss: 'nameLost',
} as const satisfies Record<Exclude<Asked, 'begin'>, EventType>;

/**
 * Every act that a client was told is done stands in the record under the number it was told; what nobody answered
 * may stand there or not; and the record holds no person's act beyond these.
 */
export function checkActs({ told, cases }: Pick<Evidence, 'told' | 'cases'>): Fault[] {
  const events = new Map(
    cases.flatMap((each) => each.events.map((event) => [placeOf(event), event] as const)),
  );
  const claimed = new Map<string, CaseAct>();
  const acts = told.filter(isOnCase);
  const done = acts.filter((act) => act.ending === 'done');
  const faults = [...done.flatMap((act) => checkTold(act, events, claimed)), ...keysTwiceDone(done)];
  const unanswered = acts.filter((act) => act.ending === 'unanswered');
  const beyond = [...events.values()].filter((event) => isPersons(event) && !claimed.has(placeOf(event)));
  return [...faults, ...beyond.flatMap((event) => checkBeyond(event, unanswered))];
}

type Place = Pick<RecordedEvent, 'caseId' | 'seq'>;
type CaseAct = ToldAct & { readonly asked: Exclude<Asked, 'begin'> };
type Events = ReadonlyMap<string, RecordedEvent>;

function checkTold(act: CaseAct, events: Events, claimed: Map<string, CaseAct>): Fault[] {
  if (act.caseId === null || act.seq === null) {
    return [fault('broken', `key ${act.key}`, `${act.asked} was answered without a case or a number`)];
  }
  const where = placeOf({ caseId: act.caseId, seq: act.seq });
  const event = events.get(where);
  if (!event) return [fault('lost', where, `${nameOfTold(act)} was told done, the record ends before it`)];
  if (nameOfEvent(event) !== nameOfTold(act)) {
    return [fault('lost', where, `${nameOfTold(act)} was told done, there stands ${nameOfEvent(event)}`)];
  }
  const other = claimed.get(where);
  claimed.set(where, act);
  if (!other || other.key === act.key) return [];
  return [fault('doubled', where, `was told to two requests, keys ${other.key} and ${act.key}`)];
}

/** One key is one act, however often it was sent. */
function keysTwiceDone(done: readonly CaseAct[]): Fault[] {
  const places = new Map<string, Set<string>>();
  for (const act of done) {
    const owner = `${act.account} ${act.key}`;
    places.set(owner, (places.get(owner) ?? new Set()).add(`${act.caseId} event ${act.seq}`));
  }
  return [...places].flatMap(([owner, found]) =>
    found.size > 1 ? [fault('doubled', `key ${owner}`, `was answered as ${[...found].join(' and ')}`)] : [],
  );
}

function isOnCase(act: ToldAct): act is CaseAct {
  return act.asked !== 'begin';
}

/** An event that no client was told of: one of those left without an answer asked for it, or it is one too many. */
function checkBeyond(event: RecordedEvent, unanswered: CaseAct[]): Fault[] {
  const name = nameOfEvent(event);
  const index = unanswered.findIndex((act) => nameOfTold(act) === name && isSameCase(act, event));
  if (index < 0) return [fault('doubled', placeOf(event), `${name}: no client was told of it`)];
  unanswered.splice(index, 1);
  return [];
}

/** A submission that nobody answered does not know its case. */
function isSameCase(act: CaseAct, event: RecordedEvent): boolean {
  return act.caseId === event.caseId || (act.asked === 'submit' && act.caseId === null);
}

function placeOf({ caseId, seq }: Place): string {
  return `${caseId} event ${seq}`;
}

function fault(kind: Fault['kind'], where: string, text: string): Fault {
  return { kind, about: 'act', where, text };
}

function isPersons(event: RecordedEvent): boolean {
  return event.actorSub !== 'system';
}

function nameOfTold(act: CaseAct): string {
  return deedName(eventOf[act.asked], act.workItem, act.account);
}

function nameOfEvent(event: RecordedEvent): string {
  const { item } = event.facts as { item?: string };
  return deedName(event.type, item ?? null, event.actorSub);
}

function deedName(type: EventType, workItem: string | null, account: string): string {
  return `${type} of ${workItem ?? 'the case'} by ${account}`;
}

/** Every key that was answered has its answer kept, saying what the client was told. */
export function checkAnswers({ told, answers }: Pick<Evidence, 'told' | 'answers'>): Fault[] {
  const kept = new Map(answers.map((answer) => [`${answer.account} ${answer.key}`, answer]));
  return told.flatMap((act): Fault[] => {
    if (act.ending !== 'done') return [];
    const where = `${act.asked} of ${act.caseId} by ${act.account} under key ${act.key}`;
    const answer = kept.get(`${act.account} ${act.key}`);
    if (!answer) return [fault('lost', where, 'the key and its answer are not in the record')];
    const told = saying(act.status, act.caseId, act.seq);
    const seq = act.asked === 'submit' ? act.seq : answer.seq;
    const keeps = saying(answer.status, answer.caseId, seq);
    return told === keeps ? [] : [fault('broken', where, `told ${told}, but the record keeps ${keeps}`)];
  });
}

function saying(status: number | null, caseId: string | null, seq: number | null): string {
  return `${status}, ${caseId ?? 'no case'}, event ${seq ?? 'none'}`;
}

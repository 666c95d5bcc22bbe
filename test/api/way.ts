import { randomUUID } from 'node:crypto';
import type { ActBody } from '../../domain/act';
import { type Actor, systemActor } from '../../domain/actor';
import type { ApplicationFacts } from '../../domain/application';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { SYSTEM } from '../../domain/itinerary';
import { owesEvaluation } from '../../domain/lifeDates';
import { dueSteps, openItems, standsAt } from '../../domain/process';
import { evaluationId, supervisionId } from '../../domain/supervision';
import type { Step } from '../../domain/vocabulary';
import { awaitsPerson } from '../../infra/client/straightAct';
import { record } from '../../infra/record/act';
import { openStage, recordSilences } from '../../infra/record/conduct';
import { endWhatIsUnderWay } from '../../infra/record/leaving';
import { beginEvaluation } from '../../infra/record/life';
import { deliver } from '../letters/courier';
import { straightAnswer } from '../world/answers';
import { application } from '../world/applications';
import { bringPapers } from '../world/papers';
import { answererOf, applicant } from '../world/people';
import type { House } from './house';
import type { Answered } from './wire';

export const newKey = () => ({ 'idempotency-key': randomUUID() });

/** A draft of an application, and its ETag. */
export async function begin(
  house: House,
  content: object = application(),
  who = applicant,
): Promise<Answered> {
  return house.call(who, 'POST', '/api/v1/applications', {
    body: { application: content },
    headers: newKey(),
  });
}

export function submitDraft(
  house: House,
  draft: Answered,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return house.call(applicant, 'POST', `/api/v1/applications/${draft.body.id}/submission`, {
    body: {},
    headers: { ...newKey(), 'if-match': draft.headers.get('etag') ?? '', ...headers },
  });
}

/** An application submitted through the API. @returns the case's number */
export async function apply(house: House, changes: Partial<ApplicationFacts> = {}): Promise<string> {
  const submitted = await submitDraft(house, await begin(house, application(changes)));
  if (submitted.status !== 201) throw new Error(`Not submitted: ${submitted.text}`);
  return submitted.body.caseId as string;
}

export async function fileOf({ database }: House, caseId: string): Promise<CaseFile> {
  const { state } = await database.db
    .selectFrom('case_file')
    .select('state')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return state;
}

/** Does what the workflow would do next: notes silences, opens what is due, and delivers the push. */
export async function conduct(house: House, caseId: string): Promise<CaseFile> {
  const { services, database } = house;
  for (;;) {
    await database.db.transaction().execute((tx) => recordSilences(tx, services.ground, caseId));
    const file = await fileOf(house, caseId);
    const stage = standsAt(file);
    const due = dueSteps(file).map(({ step }) => step);
    const push = openItems(file).find(({ unit }) => unit === SYSTEM);
    if (stage === 'exit') await endWhatIsUnderWay(services.ground, caseId);
    if (owesEvaluation(file)) {
      await database.db.transaction().execute((tx) => beginEvaluation(tx, services.ground, caseId));
    } else if (stage !== null && due.length > 0) {
      const { round } = file;
      await database.db
        .transaction()
        .execute((tx) => openStage(tx, services.ground, { caseId, stage, round, steps: due }));
    } else if (push) {
      const body: ActBody = { act: 'confirmPush', receiptNo: 'HB-1' };
      await database.db
        .transaction()
        .execute((tx) =>
          record(tx, services.ground, { caseId, workItem: push.id, body, actor: systemActor }, 'byWorkflow'),
        );
    } else {
      return file;
    }
  }
}

/** An act on the case itself. */
export function actOnCase(
  house: House,
  { caseId, version }: Pick<CaseFile, 'caseId' | 'version'>,
  body: unknown,
  who: Actor,
): Promise<Answered> {
  return house.call(who, 'POST', `/api/v1/cases/${caseId}/acts`, {
    body,
    headers: { ...newKey(), 'if-match': `"${version}"` },
  });
}

export function actOn(
  house: House,
  item: Pick<WorkItem, 'id' | 'version'>,
  body: unknown,
  who: Actor,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return house.call(who, 'POST', `/api/v1/work-items/${item.id}/acts`, {
    body,
    headers: { ...newKey(), 'if-match': `"${item.version}"`, ...headers },
  });
}

/** Takes a case on the straight path, every act through the API, until a step is open or the case is closed. */
export async function advance(house: House, caseId: string, to: Step | 'end'): Promise<CaseFile> {
  for (;;) {
    const file = await conduct(house, caseId);
    const open = openItems(file);
    if (file.outcome !== null || open.some(({ step }) => step === to)) return file;
    const item = open.find(awaitsPerson);
    if (!item) throw new Error(`${caseId} stands still`);
    if (item.step === 'submitSupport') await bringPapers(house.database.db, file);
    const body = straightAnswer(file, item, dateInShanghai(house.time.now));
    const answered = await actOn(house, item, body, answererOf(item, body.act));
    if (answered.status !== 200) throw new Error(`${item.step}: ${answered.text}`);
  }
}

export function openItem(file: CaseFile, step: Step): WorkItem {
  const item = openItems(file).find((each) => each.step === step);
  if (!item) throw new Error(`${step} is not open in ${file.caseId}`);
  return item;
}

/** The institution of a case leaves at its own wish, every act through the API: its life is over. */
export async function leave(house: House, institution: string): Promise<CaseFile> {
  const caseId = supervisionId(institution);
  const asked = await actOnCase(
    house,
    await conduct(house, caseId),
    { act: 'requestExit', reason: '停办' },
    applicant,
  );
  if (asked.status !== 200) throw new Error(asked.text);
  const item = openItem(await conduct(house, caseId), 'sanction');
  const proposal = { act: 'proposeExit', measure: 'closure', grounds: '自行停办' };
  const proposed = await actOn(house, item, proposal, answererOf(item, 'proposeExit'));
  if (proposed.status !== 200) throw new Error(proposed.text);
  return advance(house, caseId, 'end');
}

/** The institution of a case is evaluated in 2027, every act through the API, and told its rating: 85 points everywhere. */
export async function rate(house: House, institution: string): Promise<string> {
  const before = house.time.now;
  house.time.now = new Date('2027-03-01T02:00:00.000Z');
  await conduct(house, supervisionId(institution));
  const caseId = evaluationId(institution, { year: 2027, no: 1 });
  await advance(house, caseId, 'end');
  await deliver(house, caseId);
  house.time.now = before;
  return caseId;
}

/** What somebody complains of. */
export function complaintOf(certificateNo: string) {
  const contact = { person: '投诉人甲', phone: '13977778888', email: 'complainant@example.org' };
  return { certificateNo, text: '昨日下午两点无人看护，门未关闭', contact };
}

/** Somebody complains of the institution that holds a certificate: number and code. */
export async function complain(
  house: House,
  certificateNo: string,
): Promise<{ readonly no: string; readonly queryCode: string }> {
  const body = complaintOf(certificateNo);
  const answered = await house.call(null, 'POST', '/api/v1/complaints', { body, headers: newKey() });
  if (answered.status !== 201) throw new Error(answered.text);
  return answered.body as { no: string; queryCode: string };
}

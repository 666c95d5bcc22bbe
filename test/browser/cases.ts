import { randomUUID } from 'node:crypto';
import { answererOf, awaitsPerson, straightAct, straightActs } from '../../infra/client/straightAct';
import { applicantFor } from '../../infra/client/people';
import type { CaseView, WorkItemView } from '../../infra/client/wire';
import { applicationOf, sampleOf } from '../../infra/demo/sample';
import { uploadPapers } from '../../infra/demo/papers';
import { dateInShanghai } from '../../domain/civilDate';
import { dueSteps, openItems, standsAt } from '../../domain/process';
import { SYSTEM } from '../../domain/itinerary';
import type { Town } from './town';

/** Submits the application of a site of Annex 2. @returns the case's number */
export async function apply(town: Town, siteNo: number): Promise<string> {
  const { oneWindow, plan } = town;
  const site = plan.demonstrationSites.find(({ no }) => no === siteNo);
  if (!site) throw new RangeError(`Annex 2 has no site ${siteNo}`);
  const account = applicantOf(town, siteNo);
  const { email } = await oneWindow.me(account);
  const draft = await oneWindow.begin({ account, key: randomUUID() }, applicationOf(plan, site, email));
  const submitted = await oneWindow.submit({ account, key: randomUUID() }, draft);
  return submitted.body.caseId;
}

/** Takes a site's case to its certificate, every act through the API. @returns the closed case */
export async function certify(town: Town, siteNo: number): Promise<CaseView & { certificateNo: string }> {
  const caseId = await apply(town, siteNo);
  for (;;) {
    await conduct(town, caseId);
    const seen = await town.oneWindow.caseOf(applicantOf(town, siteNo), caseId);
    if (seen.certificateNo !== null) return { ...seen, certificateNo: seen.certificateNo };
    const item = seen.workItems.find(awaitsPerson);
    if (!item) throw new Error(`${caseId} stands still`);
    await answerStraight(town, seen, item, siteNo);
  }
}

/** One step of a site's case is answered as on the straight way, by whoever may. */
export async function answerStraight(
  { oneWindow, clock }: Town,
  seen: CaseView,
  item: WorkItemView,
  siteNo: number,
): Promise<void> {
  const words = {
    grounds: '符合条件（示例）',
    findingAnswer: '已核实（示例）',
    unifiedCode: sampleOf(siteNo).unifiedCode,
    today: dateInShanghai((await clock.now()).toISOString()),
  };
  const account = answererOf(seen, item, straightActs[item.step]);
  const file = await oneWindow.caseOf(account, seen.caseId);
  const body = straightAct(file, item, words);
  const allowed = file.allowed.find(({ act, workItem }) => act === body?.act && workItem === item.id);
  if (item.step === 'submitSupport')
    await uploadPapers(oneWindow, account, { caseId: file.caseId }, file.itinerary.materials);
  if (!body || !allowed) throw new Error(`${account} may not answer ${item.id}`);
  await oneWindow.act({ account, key: randomUUID() }, allowed, body);
}

export function applicantOf({ plan }: Town, siteNo: number): string {
  const mode = plan.demonstrationSites.find(({ no }) => no === siteNo)?.mode ?? 'private';
  return applicantFor({ serviceMode: mode, ownership: sampleOf(siteNo).ownership });
}

/** Does what the workflow would: opens what is due, and delivers the push. */
export async function conduct({ database, activities, asWorker }: Town, caseId: string): Promise<void> {
  for (;;) {
    const { state: file } = await database.db
      .selectFrom('case_file')
      .select('state')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    const stage = standsAt(file);
    const steps = dueSteps(file).map(({ step }) => step);
    if (stage !== null && steps.length > 0) {
      await activities.openStage({ caseId, stage, round: file.round, steps, afterSeq: file.seq });
    } else if (openItems(file).some(({ unit }) => unit === SYSTEM)) {
      await asWorker(activities.pushRegistration, { caseId });
    } else {
      return;
    }
  }
}

import { randomUUID } from 'node:crypto';
import type { ActBody } from '../../domain/act';
import { addDays, dateInShanghai } from '../../domain/civilDate';
import { seedAccounts } from '../../infra/development/accounts';
import type { Step } from '../../domain/vocabulary';
import { answererOf } from '../../infra/client/straightAct';
import type { CaseView, WorkItemView } from '../../infra/client/wire';
import { takeOverEntry } from '../world/takeOvers';
import { answerStraight, applicantOf, apply, certify, conduct } from './cases';
import type { Town } from './town';

/** What the screens show besides applications and the lives of institutions. */
export interface FurtherCases {
  /** A demonstration site with one milestone reached. */
  readonly siteCase: string;
  /** A measure of support that was granted and paid once. */
  readonly supportCase: string;
  /** Two units object to it: one for the joint conference. */
  readonly disputedCase: string;
  /** An institution that was open before. */
  readonly takenOverCase: string;
}

const OFFICE = 'health-coordinator-1';
const SITE = 5;
const DISPUTED = 13;

export async function furtherCases(town: Town): Promise<FurtherCases> {
  return {
    siteCase: await siteUnderWay(town),
    supportCase: await supportPaid(town),
    disputedCase: await disputed(town),
    takenOverCase: await takenOver(town),
  };
}

async function takenOver(town: Town): Promise<string> {
  const organisation = seedAccounts(town.plan).find(({ sub }) => sub === 'applicant-1')?.organisation ?? '';
  const entry = takeOverEntry(1, { organisation });
  return (await begun(town, 'health-filingOfficer-1', '/api/v1/takeovers', entry)).caseId;
}

async function siteUnderWay(town: Town): Promise<string> {
  const today = dateInShanghai((await town.clock.now()).toISOString());
  const { caseId } = await begun(town, OFFICE, `/api/v1/sites/${SITE}/construction`, {
    subdistrict: 'shiqiao',
    ownership: 'forProfit',
    completion: addDays(today, 200),
    reason: '附件2所列时间已过，经研究顺延（示例）',
  });
  await conduct(town, caseId);
  await answered(town, caseId, 'build', {
    act: 'reportMilestone',
    reachedOn: today,
    remark: '已完成，验收资料齐备（示例）',
  });
  return caseId;
}

async function supportPaid(town: Town): Promise<string> {
  const site = town.plan.demonstrationSites.find(({ mode }) => mode === 'kindergarten');
  if (!site) throw new RangeError('Annex 2 has no kindergarten');
  const { caseId: institution } = await certify(town, site.no);
  const { caseId } = await begun(town, applicantOf(town, site.no), `/api/v1/cases/${institution}/support`, {
    measure: 'publicClassSubsidy',
    statement: '公益性托班已按核定标准收费，申请补贴（示例）',
  });
  for (const step of [
    'submitSupport',
    'examineSupport',
    'opineSupport',
    'draftSupport',
    'signSupport',
    'paySupport',
  ] as const) {
    await conduct(town, caseId);
    const seen = await town.oneWindow.caseOf(OFFICE, caseId);
    await answerStraight(town, seen, openItem(seen, step), site.no);
  }
  await conduct(town, caseId);
  return caseId;
}

async function disputed(town: Town): Promise<string> {
  const caseId = await apply(town, DISPUTED);
  await conduct(town, caseId);
  const seen = await town.oneWindow.caseOf(OFFICE, caseId);
  await answerStraight(town, seen, openItem(seen, 'accept'), DISPUTED);
  await conduct(town, caseId);
  for (let n = 0; n < 2; n += 1)
    await answered(town, caseId, 'review', {
      act: 'signOff',
      opinion: 'object',
      reason: '疏散通道宽度不足（示例）',
    });
  return caseId;
}

async function begun({ client }: Town, account: string, path: string, body: object) {
  const request = { method: 'POST', path, account, key: randomUUID(), body } as const;
  return (await client.send<{ readonly caseId: string }>(request)).body;
}

async function answered(town: Town, caseId: string, step: Step, body: ActBody): Promise<void> {
  const { oneWindow } = town;
  const seen = await oneWindow.caseOf(OFFICE, caseId);
  const item = openItem(seen, step);
  const account = answererOf(seen, item, body.act);
  const { allowed } = await oneWindow.caseOf(account, caseId);
  const possible = allowed.find(({ act, workItem }) => act === body.act && workItem === item.id);
  if (!possible) throw new Error(`${account} may not answer ${item.id}`);
  await oneWindow.act({ account, key: randomUUID() }, possible, body);
  await conduct(town, caseId);
}

function openItem(file: CaseView, step: Step): WorkItemView {
  const item = file.workItems.find((each) => each.step === step && each.status === 'open');
  if (!item) throw new Error(`${step} is not open in ${file.caseId}`);
  return item;
}

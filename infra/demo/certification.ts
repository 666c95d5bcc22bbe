import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Label } from '../../domain/label';
import type { DemonstrationSite, Plan } from '../../domain/plan';
import { steps } from '../../domain/vocabulary';
import type { OneWindow } from '../client/oneWindow';
import { applicantFor } from '../client/people';
import { answererOf, awaitsPerson, straightAct, straightActs } from '../client/straightAct';
import type { CaseView, WorkItemView } from '../client/wire';
import { applicationOf, sampleOf } from './sample';

/** Told of each act of a case, and of its beginning and end. */
export type Progress = (site: DemonstrationSite, what: Label) => void;

const WAIT_SECONDS = 10;
const BETWEEN_LOOKS_MS = 300;
/** How long the engine may take from one step to the next before the demonstration gives up. */
const PATIENCE_MS = 120_000;

const words = {
  grounds: '经审查，符合设置标准和条件（示例）',
  findingAnswer: '已现场核实并要求补充，同意（示例）',
};

/** Drives one site from its application to its end, as the roles would. @returns the closed case */
export async function certify(
  oneWindow: OneWindow,
  plan: Plan,
  site: DemonstrationSite,
  progress: Progress,
): Promise<CaseView> {
  const applicant = applicantFor({ serviceMode: site.mode, ownership: sampleOf(site.no).ownership });
  const caseId = await apply(oneWindow, plan, site, applicant);
  progress(site, { zh: `已申报 ${caseId}`, en: `submitted as ${caseId}` });
  let lastMove = performance.now();
  for (;;) {
    const file = await oneWindow.caseOf(applicant, caseId);
    if (file.outcome !== null) return file;
    const waiting = file.workItems.filter(awaitsPerson);
    for (const item of waiting) {
      await answer(oneWindow, file, item, site);
      progress(site, said(item));
      lastMove = performance.now();
    }
    if (performance.now() - lastMove > PATIENCE_MS) throw new CaseStuck(site, file);
    if (waiting.length === 0) await delay(BETWEEN_LOOKS_MS);
  }
}

/** Nothing waits for a person and nothing moves: the engine or the bureau's platform is not there. */
export class CaseStuck extends Error {
  override readonly name = 'CaseStuck';
  constructor(site: DemonstrationSite, { caseId, stage }: CaseView) {
    const seconds = PATIENCE_MS / 1_000;
    super(
      `${site.name}：${caseId} 停在 ${stage} 已 ${seconds} 秒，请用 npm run doctor 检查各部分\n` +
        `${caseId} (site ${site.no}) has stood at ${stage} for ${seconds} s: npm run doctor checks every part`,
    );
  }
}

async function apply(
  oneWindow: OneWindow,
  plan: Plan,
  site: DemonstrationSite,
  account: string,
): Promise<string> {
  const { email } = await oneWindow.me(account);
  const application = applicationOf(plan, site, email);
  const draft = await oneWindow.begin({ account, key: randomUUID() }, application);
  const submitted = await oneWindow.submit({ account, key: randomUUID(), waitSeconds: WAIT_SECONDS }, draft);
  return submitted.body.caseId;
}

/** The person whom the item waits for reads the case as they may see it, and does what it allows them. */
async function answer(
  oneWindow: OneWindow,
  seen: CaseView,
  item: WorkItemView,
  site: DemonstrationSite,
): Promise<void> {
  const say = { ...words, unifiedCode: sampleOf(site.no).unifiedCode };
  const account = answererOf(seen, item, straightActs[item.step]);
  const file = await oneWindow.caseOf(account, seen.caseId);
  const body = straightAct(file, item, say);
  const allowed = file.allowed.find(({ act, workItem }) => act === body?.act && workItem === item.id);
  if (!body || !allowed)
    throw new Error(`${account}: ${item.id} waits for them, but the API allows them nothing`);
  await oneWindow.act({ account, key: randomUUID(), waitSeconds: WAIT_SECONDS }, allowed, body);
}

function said({ unit: { name }, step }: WorkItemView): Label {
  const { zh, en } = steps[step];
  return { zh: `${name.zh} ${zh}`, en: `${name.en}: ${en}` };
}

import { randomUUID } from 'node:crypto';
import type { DemonstrationSite, Plan } from '../../domain/plan';
import { materialsDue } from '../../domain/materials';
import type { OneWindow } from '../client/oneWindow';
import { applicantFor } from '../client/people';
import { uploadPapers } from './papers';
import { applicationOf, sampleOf } from './sample';

const WAIT_SECONDS = 10;

/** The case of a site, and who applied for it. */
export interface Applied {
  readonly account: string;
  readonly caseId: string;
}

/** Applies for a site as its applicant; with papers where it brings any. */
export async function apply(
  { oneWindow, plan }: { readonly oneWindow: OneWindow; readonly plan: Plan },
  site: DemonstrationSite,
): Promise<Applied> {
  const { ownership, sideRoads } = sampleOf(site.no);
  const account = applicantFor({ serviceMode: site.mode, ownership });
  const { email } = await oneWindow.me(account);
  const application = applicationOf(plan, site, email);
  const draft = await oneWindow.begin({ account, key: randomUUID() }, application);
  if (sideRoads.includes('papers')) {
    const due = materialsDue(plan.materials, application.facts).filter(({ stage }) => stage === 'acceptance');
    await uploadPapers(oneWindow, account, { draft: draft.body.id }, due);
  }
  const submitted = await oneWindow.submit({ account, key: randomUUID(), waitSeconds: WAIT_SECONDS }, draft);
  return { account, caseId: submitted.body.caseId };
}

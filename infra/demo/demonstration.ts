import type { DemonstrationSite, Plan } from '../../domain/plan';
import type { OneWindow } from '../client/oneWindow';
import { inParallel } from '../client/parallel';
import { certify, type Progress } from './certification';
import { outcomeOf, type SiteOutcome } from './outcome';
import { certificateFault } from './verification';

/** What one site came to; `fault` says why it is not certified, or why its certificate does not verify. */
export type SiteResult =
  | { readonly site: DemonstrationSite; readonly outcome: SiteOutcome; readonly fault: string | null }
  | { readonly site: DemonstrationSite; readonly outcome: null; readonly fault: string };

export interface Demonstration {
  readonly plan: Plan;
  /** In the order of Annex 2. */
  readonly results: readonly SiteResult[];
}

/** Takes every demonstration site of the plan in force to its certificate, several at a time, and checks each one. */
export async function demonstrate(
  oneWindow: OneWindow,
  atOnce: number,
  progress: Progress,
): Promise<Demonstration> {
  const { plan } = await oneWindow.plan();
  const results = await inParallel(plan.demonstrationSites, atOnce, async (site): Promise<SiteResult> => {
    try {
      return await demonstrateSite(oneWindow, plan, site, progress);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      progress(site, { zh: `未完成：${fault}`, en: 'failed' });
      return { site, outcome: null, fault };
    }
  });
  return { plan, results };
}

async function demonstrateSite(
  oneWindow: OneWindow,
  plan: Plan,
  site: DemonstrationSite,
  progress: Progress,
): Promise<SiteResult> {
  const file = await certify(oneWindow, plan, site, progress);
  const outcome = outcomeOf(plan, site, file);
  const no = outcome.certificateNo;
  if (no === null) return { site, outcome, fault: `${file.caseId}: ${file.outcome}` };
  const fault = await certificateFault(oneWindow, { no, caseId: file.caseId }, await oneWindow.publicKeys());
  if (fault === null) progress(site, { zh: `已发证并核验 ${no}`, en: `certified and verified ${no}` });
  return { site, outcome, fault };
}

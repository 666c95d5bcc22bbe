import type { DemonstrationSite, Plan } from '../../domain/plan';
import type { OneWindow } from '../client/oneWindow';
import { inParallel } from '../client/parallel';
import type { Bureau } from './bureau';
import { certify, type Progress, type Scene } from './certification';
import { sideRoadsOf } from './evidence';
import { outcomeOf, type SiteOutcome } from './outcome';
import { sampleOf } from './sample';
import { sideRoads } from './sideRoads';
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
  { oneWindow, bureau }: { readonly oneWindow: OneWindow; readonly bureau: Bureau },
  atOnce: number,
  progress: Progress,
): Promise<Demonstration> {
  const { plan } = await oneWindow.plan();
  const scene: Scene = { oneWindow, bureau, plan, progress };
  const results = await inParallel(plan.demonstrationSites, atOnce, async (site): Promise<SiteResult> => {
    try {
      return await demonstrateSite(scene, site);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      progress(site, { zh: `未完成：${fault}`, en: 'failed' });
      return { site, outcome: null, fault };
    }
  });
  return { plan, results };
}

async function demonstrateSite(scene: Scene, site: DemonstrationSite): Promise<SiteResult> {
  const { oneWindow, plan, progress } = scene;
  const file = await certify(scene, site);
  const outcome = outcomeOf(plan, site, file, await sideRoadsOf(oneWindow, plan, file.caseId));
  const no = outcome.certificateNo;
  if (no === null) return { site, outcome, fault: `${file.caseId}: ${file.outcome}` };
  const fault =
    (await certificateFault(oneWindow, { no, caseId: file.caseId }, await oneWindow.publicKeys())) ??
    roadFault(outcome);
  if (fault === null) progress(site, { zh: `已发证并核验 ${no}`, en: `certified and verified ${no}` });
  return { site, outcome, fault };
}

/** What the record lacks of the side roads that the site was to take, or null. */
function roadFault({ no, caseId, sideRoads: taken }: SiteOutcome): string | null {
  const missed = sampleOf(no).sideRoads.filter((road) => !taken.includes(road));
  if (missed.length === 0) return null;
  const words = missed.map((road) => `${sideRoads[road].zh} ${sideRoads[road].en}`);
  return `${caseId} 的记录中没有 lacks on its record: ${words.join('、')}`;
}

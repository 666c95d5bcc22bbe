import { endOfDay, yearOf } from '../../domain/civilDate';
import type { CaseFile } from '../../domain/caseFile';
import { evaluationRulesIn } from '../../domain/itinerary';
import type { Label } from '../../domain/label';
import type { DemonstrationSite, Plan } from '../../domain/plan';
import { supervisionId } from '../../domain/supervision';
import type { Progress } from '../../infra/launcher/progress';
import { eventsAfter } from '../../infra/record/events';
import { type ChronicleYear, chronicleOf, type KeptCase } from './chronicle';
import { type HistorySize, historySizes } from './histories';
import { Institution } from './institution';
import { play } from './playing';
import { onStage } from './rehearsal';
import type { Stage } from './stage';

/** What the years of an institution came to. */
export const endings = {
  kept: { zh: '保持', en: 'Kept' },
  rectified: { zh: '整改后保持', en: 'Rectified and kept' },
  exited: { zh: '已退出', en: 'Exited' },
  unsettled: { zh: '未了结', en: 'Not settled' },
} as const satisfies Readonly<Record<string, Label>>;
export type Ending = keyof typeof endings;

/** The life of one institution in a rehearsal. */
export interface Life {
  readonly site: number;
  readonly name: string;
  readonly behaviour: Label;
  readonly caseId: string;
  readonly years: readonly ChronicleYear[];
  readonly ending: Ending;
  /** What whoever checks its certificate is told. */
  readonly certificate: string;
  readonly histories: readonly HistorySize[];
}

/** Takes demonstration sites to their certificates and through the calendar years that follow, on one clock. */
export async function rehearseYears(
  plan: Plan,
  sites: readonly DemonstrationSite[],
  years: number,
  progress: Progress,
  signal: AbortSignal,
): Promise<Life[]> {
  return onStage(plan, progress, signal, async (stage) => {
    const institutions: Institution[] = [];
    for (const site of sites) institutions.push(await Institution.enter(stage, plan, site));
    await play(stage, institutions, (files) => endOfDay(lastDay(files, years)), signal);
    const lives: Life[] = [];
    for (const institution of institutions) lives.push(await lifeOf(stage, institution));
    return lives;
  });
}

/** The year of the certificate is not counted: no evaluation may have come in it. */
function lastDay(files: readonly CaseFile[], years: number): string {
  const began = files.filter(({ evaluation }) => !evaluation).map(({ dates }) => yearOf(dates.receipt));
  return `${Math.max(...began, 0) + years}-12-31`;
}

async function lifeOf(stage: Stage, { site, caseId, behaviour }: Institution): Promise<Life> {
  const kept = await recordsOf(stage, caseId);
  const supervision = kept.find(({ file }) => file.caseId === supervisionId(caseId));
  if (!supervision) throw new Error(`${caseId} ${site.name} 未取得证书 was not certified`);
  const evaluations = kept.filter(({ file }) => file.evaluation);
  const licensing = kept.find(({ file }) => file.caseId === caseId);
  const { state } = await stage.oneWindow.verify(licensing?.file.certificateNo ?? '');
  const ofLife = [supervision, ...evaluations].map(({ file }) => file.caseId);
  return {
    site: site.no,
    name: site.name,
    behaviour: behaviour.label,
    caseId,
    years: chronicleOf(supervision, evaluations),
    ending: endingOf(supervision.file),
    certificate: state,
    histories: (await Promise.all(ofLife.map((each) => historySizes(stage.temporal.workflow, each)))).flat(),
  };
}

async function recordsOf({ db }: Stage, application: string): Promise<KeptCase[]> {
  const rows = await db
    .selectFrom('case_file')
    .select('state')
    .where('application_id', '=', application)
    .orderBy('case_id')
    .execute();
  return Promise.all(
    rows.map(async ({ state }) => ({ file: state, events: await eventsAfter(db, state.caseId, 0) })),
  );
}

/** By what its record says: left with everything arranged, or staying with a last rating that asks for nothing more. */
function endingOf({ outcome, supervision, itinerary }: CaseFile): Ending {
  if (outcome === 'exited') return 'exited';
  const evaluations = supervision?.evaluations ?? [];
  const isUnderWay = outcome !== null || !!supervision?.exit || evaluations.some((each) => !each.endedOn);
  const last = evaluations.at(-1);
  if (isUnderWay || !last) return 'unsettled';
  const ratings = evaluationRulesIn(itinerary)?.ratings ?? [];
  const leadsTo = ratings.find(({ id }) => id === last.rating)?.leadsTo ?? 'keep';
  if (leadsTo === 'rectify' || leadsTo === 'exit') return 'unsettled';
  return evaluations.some(({ no }) => no > 1) ? 'rectified' : 'kept';
}

import { awaitsPerson } from '../../infra/client/straightAct';
import type { WorkItemView } from '../../infra/client/wire';
import { answerStraight, applicantOf, apply, conduct } from './cases';
import type { Town } from './town';

const DAY_MS = 86_400_000;
/** Site after site comes so many days after the one before. */
const BETWEEN = 5;
/** How many days a unit takes for a step; the others take two. */
const pace: Readonly<Record<string, number>> = {
  fire: 8,
  housing: 6,
  market: 15,
  civilAffairs: 5,
  health: 3,
};
/** Who has stopped answering which sites, whose drafts wait for them. */
const silent: Readonly<Record<number, readonly string[]>> = {
  7: ['housing'],
  8: ['market', 'fire'],
  9: ['market', 'housing'],
  10: ['market'],
  11: ['market', 'fire'],
};

/** Lets the sites of Annex 2 apply one after the other, and each unit answer at its own pace, up to a day. */
export async function liveThrough(town: Town, until: Date): Promise<readonly string[]> {
  const sites = town.plan.demonstrationSites.map(({ no }) => no);
  const cases = new Map<number, string>();
  const openSince = new Map<string, number>();
  const days = sites.length * BETWEEN;
  for (let day = 0; day <= days; day += 1) {
    const now = new Date(until.getTime() - (days - day) * DAY_MS);
    town.setClock(now);
    if ([0, 6].includes(now.getUTCDay())) continue;
    const due = sites.find((no) => !cases.has(no) && (no - 1) * BETWEEN <= day);
    if (due !== undefined) cases.set(due, await apply(town, due));
    for (const [no, caseId] of cases) await workOn(town, { caseId, no, day, openSince });
  }
  return [...cases.values()];
}

interface CaseAtWork {
  readonly caseId: string;
  readonly no: number;
  readonly day: number;
  /** The day on which each work item was first there. */
  readonly openSince: Map<string, number>;
}

/** A day's work on a case: whatever has lain as long as its unit takes is answered. */
async function workOn(town: Town, { caseId, no, day, openSince }: CaseAtWork): Promise<void> {
  await town.activities.recordSilences({ caseId, afterSeq: 0 });
  await conduct(town, caseId);
  await town.asWorker(town.activities.deliverNotices, { caseId });
  const { workItems } = await read();
  for (const item of workItems.filter(awaitsPerson)) {
    const since = openSince.get(item.id) ?? day;
    openSince.set(item.id, since);
    if (isReady(item, no, day - since)) await answerStraight(town, await read(), item, no);
  }

  function read() {
    return town.oneWindow.caseOf(applicantOf(town, no), caseId);
  }
}

function isReady({ unit, step }: WorkItemView, no: number, days: number): boolean {
  const waiting = silent[no];
  if (waiting?.includes(unit.id) || (waiting && step === 'draft')) return false;
  return days >= (pace[unit.id] ?? 2);
}

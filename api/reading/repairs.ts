import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import type { Repair } from '../../domain/event';
import { checkRepair } from '../../domain/performing/repairs';
import type { Plan } from '../../domain/plan';
import { type MovedLimit, previewRepair } from '../../domain/repairPreview';
import { outdatedCases } from '../../infra/record/recomputation';
import type { OutdatedCases, RepairPreview } from '../contracts/repair';
import type { Services } from '../services';
import { unitName } from './workItems';

/** What a repair would do to a case. @throws Refusal where it cannot be repaired so */
export async function repairPreview(
  services: Services,
  file: CaseFile,
  repair: Repair,
): Promise<RepairPreview> {
  const { ground, plans } = services;
  const at = [(await ground.clock.now()).toISOString(), file.lastAt].sort().at(-1) ?? file.lastAt;
  const today = dateInShanghai(at);
  checkRepair(file, repair, today);
  const { plan } = await plans.version(file.itinerary.planVersion);
  const { closes, opens, moves } = previewRepair(file, repair, at, {
    calendar: await ground.calendar(),
    today,
  });
  return {
    closes: closes.map((item) => concerned(plan, item)),
    opens: opens.map((item) => concerned(plan, item)),
    moves: moves.map((moved) => movedView(plan, moved)),
  };
}

/** The cases that a recomputation would change, with their limits now and then. */
export async function outdated(services: Services): Promise<OutdatedCases> {
  const cases: OutdatedCases['cases'][number][] = [];
  for await (const { caseId, planVersion, moves } of outdatedCases(services.ground)) {
    const { plan } = await services.plans.version(planVersion);
    cases.push({ caseId, moves: moves.map((moved) => movedView(plan, moved)) });
  }
  return { cases };
}

/** A limit that moves, as it is shown. */
export function movedView(plan: Plan, { item, from, to }: MovedLimit) {
  return { item: concerned(plan, item), from, to };
}

/** A work item that something would close, open or move. */
export function concerned(plan: Plan, { id, stage, step, unit, deadline }: WorkItem) {
  return { id, stage, step, unit: unitName(plan, unit), deadline };
}

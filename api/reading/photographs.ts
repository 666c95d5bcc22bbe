import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import type { Plan } from '../../domain/plan';
import type { PaperRow } from '../../infra/papers/papers';
import { shownPapersOf } from '../../infra/papers/papers';
import type { Photograph } from '../contracts/photograph';
import type { Services } from '../services';
import { isConcealedById } from './concealed';
import { paperView } from './papers';

/** What shows something of a work item, as it is told. */
export function photographView(row: PaperRow, plan: Plan): Photograph {
  return { ...paperView(row, plan), workItem: row.work_item ?? '', findingNo: row.finding_no };
}

/** The photographs and proofs of a case, for whoever may read the work items that they show something of. */
export async function photographsOf(services: Services, file: CaseFile, actor: Actor): Promise<Photograph[]> {
  const { plan } = await services.plans.version(file.itinerary.planVersion);
  const rows = await shownPapersOf(services.ground.db, file.caseId);
  return rows
    .filter(({ work_item }) => !isConcealedById(file, work_item, actor))
    .map((row) => photographView(row, plan));
}

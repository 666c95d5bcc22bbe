import type { Actor } from '../../domain/actor';
import type { Plan } from '../../domain/plan';
import type { Db, Tx } from '../../infra/db/connect';
import { findPaper, ownerOf, type PaperRow } from '../../infra/papers/papers';
import { Problem } from '../http/problem';
import type { Services } from '../services';
import { planOfDrafts } from './checklists';
import { isConcealedById } from './concealed';
import { readableFile } from './currentFile';

/**
 * A paper, for who may read what it belongs to: a draft's for its own organisation, a case's for all who may read
 * the case. @throws Problem
 */
export async function readablePaper(
  services: Services,
  actor: Actor,
  id: string,
  db: Db | Tx = services.ground.db,
): Promise<{ readonly paper: PaperRow; readonly plan: Plan }> {
  const paper = await findPaper(db, id);
  if (!paper) throw new Problem('paperNotFound');
  const owner = ownerOf(paper);
  if ('caseId' in owner) {
    const file = await readableFile(services, owner.caseId, actor, db);
    // What shows a visit that is still to be recorded is no more to be known than the visit.
    if (isConcealedById(file, paper.work_item, actor)) throw new Problem('paperNotFound');
    const { plan } = await services.plans.version(file.itinerary.planVersion);
    return { paper, plan };
  }
  const draft = await db
    .selectFrom('draft')
    .select('organisation')
    .where('id', '=', owner.draftId)
    .executeTakeFirst();
  // Another organisation's draft is nobody else's to know of, and so are its papers.
  if (draft?.organisation !== actor.organisation) throw new Problem('paperNotFound');
  return { paper, plan: await planOfDrafts(services) };
}

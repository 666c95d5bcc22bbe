import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { whyNotHandIn } from '../../domain/handingIn';
import { isDue } from '../../domain/materials';
import type { Plan } from '../../domain/plan';
import type { Db } from '../../infra/db/connect';
import { papersOf } from '../../infra/papers/papers';
import { eventsAfter } from '../../infra/record/events';
import type { UnfinishedApplication } from '../contracts/draft';
import type { Checklist } from '../contracts/paper';
import type { Services } from '../services';
import type { DraftRow } from './drafts';
import { checklistView, type ListedMaterial } from './papers';

/** The plan by which a draft is written: the one in force, until its submission pins one. */
export async function planOfDrafts({ plans, ground }: Services): Promise<Plan> {
  const { plan } = await plans.inForce(dateInShanghai(await ground.clock.now()));
  return plan;
}

export async function draftChecklist(services: Services, draft: DraftRow): Promise<Checklist> {
  const plan = await planOfDrafts(services);
  const papers = await papersOf(services.ground.db, { draftId: draft.id });
  return checklistView(draftMaterials(draft, plan), papers, plan);
}

/** What a draft may have to bring; what it surely has not to bring is not open. */
export function draftMaterials(draft: DraftRow, plan: Plan): ListedMaterial[] {
  const facts = (draft.body as UnfinishedApplication).facts ?? {};
  return plan.materials.map((rule) => {
    const { id, name, stage, basis } = rule;
    const due = isDue(rule, facts);
    return { id, name, stage, basis, due, byHand: false, open: draft.case_id === null && due !== false };
  });
}

/** The checklist that was pinned to a case. */
export async function caseChecklist(services: Services, file: CaseFile, actor: Actor): Promise<Checklist> {
  const { db } = services.ground;
  const { plan } = await services.plans.version(file.itinerary.planVersion);
  const filed = await filedMaterials(db, file.caseId);
  const materials = file.itinerary.materials.map(({ handedIn, ...material }): ListedMaterial => ({
    ...material,
    due: true,
    byHand: handedIn || filed.includes(material.id),
    open: whyNotHandIn(file, material, actor) === null,
  }));
  return checklistView(materials, await papersOf(db, { caseId: file.caseId }), plan);
}

/** What the applicant filed, with a file or without. */
async function filedMaterials(db: Db, caseId: string): Promise<readonly string[]> {
  const events = await eventsAfter(db, caseId, 0);
  return events.flatMap((event) => (event.type === 'filed' ? event.materials : []));
}

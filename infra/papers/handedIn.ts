import type { ActBody } from '../../domain/act';
import type { Application } from '../../domain/application';
import type { CaseFile } from '../../domain/caseFile';
import { handedIn } from '../../domain/handingIn';
import type { Plan } from '../../domain/plan';
import type { Tx } from '../db/connect';
import { materialsWithPapers } from './papers';

/** An application from the portal with what its draft's papers hand in, in place of what was ticked. */
export async function withDraftsPapers(
  tx: Tx,
  application: Application,
  draftId: string,
  { materials }: Pick<Plan, 'materials'>,
): Promise<Application> {
  const { facts } = application;
  const uploaded = await materialsWithPapers(tx, { draftId });
  // Uploaded while the draft was written under another plan, it may be on no checklist any more.
  const known = uploaded.filter((id) => materials.some((rule) => rule.id === id));
  return { ...application, facts: { ...facts, materials: handedIn('portal', facts.materials, known) } };
}

/** The materials for which papers of a case are there, where an act hands them in by that alone. */
export async function uploadedFor(
  tx: Tx,
  { caseId }: CaseFile,
  { act }: ActBody,
): Promise<readonly string[]> {
  return act === 'submitSupport' ? materialsWithPapers(tx, { caseId }) : [];
}

/** A filing with the papers that were uploaded for it beside those that it names. */
export async function withUploadedPapers(tx: Tx, file: CaseFile, body: ActBody): Promise<ActBody> {
  if (body.act !== 'file') return body;
  const uploaded = await materialsWithPapers(tx, { caseId: file.caseId });
  const due = file.itinerary.materials.filter(({ stage }) => stage === 'filing').map(({ id }) => id);
  const there = due.filter((id) => uploaded.includes(id));
  return { ...body, materials: [...new Set([...body.materials, ...there])] };
}

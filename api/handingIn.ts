import type { Request } from 'express';
import type { Actor } from '../domain/actor';
import { whyNotHandIn } from '../domain/handingIn';
import type { Plan } from '../domain/plan';
import type { RefusalCode } from '../domain/refusal';
import type { Db, Tx } from '../infra/db/connect';
import { keepContents } from '../infra/papers/content';
import { paperLimits } from '../infra/papers/limits';
import {
  addPaper,
  lockedPaper,
  ownerOf,
  type PaperOwner,
  type PaperRow,
  papersOf,
  replacePaper,
} from '../infra/papers/papers';
import { noteAtCounter } from './counterLog';
import { etagOf } from './http/precondition';
import { Problem } from './http/problem';
import type { UploadedFile } from './http/upload';
import { draftMaterials, planOfDrafts } from './reading/checklists';
import { readableFile } from './reading/currentFile';
import { writableDraft } from './reading/drafts';
import { paperAddress, versionSeen } from './reading/papers';
import { allowedView } from './reading/workItems';
import type { Services } from './services';

/** Where an actor may hand in papers: whose they become, and for which materials of which plan. */
export interface Place {
  readonly owner: PaperOwner;
  readonly plan: Plan;
  /** @throws Problem where the material is not on the checklist, or may not be handed in now */
  readonly admit: (material: string) => void;
}

/** A draft that is still being written. @throws Problem */
export async function draftPlace(services: Services, db: Db | Tx, actor: Actor, id: string): Promise<Place> {
  const draft = await writableDraft(db, actor, id);
  const plan = await planOfDrafts(services);
  const asked = draftMaterials(draft, plan).filter(({ open }) => open);
  return { owner: { draftId: id }, plan, admit: (material) => void find(asked, material) };
}

/** A case on its way. @throws Problem */
export async function casePlace(
  services: Services,
  db: Db | Tx,
  actor: Actor,
  caseId: string,
): Promise<Place> {
  const file = await readableFile(services, caseId, actor, db);
  const { plan } = await services.plans.version(file.itinerary.planVersion);
  const refuse = (why: RefusalCode | null) => {
    if (why !== null) throw new Problem(why, { allowed: allowedView(file, actor) });
  };
  // What is possible longest: where not even this is, nothing need be received.
  refuse(whyNotHandIn(file, { stage: 'filing' }, actor));
  return {
    owner: { caseId },
    plan,
    admit: (material) => refuse(whyNotHandIn(file, find(file.itinerary.materials, material), actor)),
  };
}

/** Where a paper is. @throws Problem */
export function placeOf(services: Services, db: Db | Tx, actor: Actor, paper: PaperRow): Promise<Place> {
  const owner = ownerOf(paper);
  return 'caseId' in owner
    ? casePlace(services, db, actor, owner.caseId)
    : draftPlace(services, db, actor, owner.draftId);
}

/** Files, and who hands them in. */
interface HandedOver {
  readonly files: readonly UploadedFile[];
  readonly by: Actor;
  readonly req: Request;
}

/** Takes files as papers of a material, in the transaction that also keeps what they hold. @throws Problem */
export async function handIn(
  services: Services,
  tx: Tx,
  place: Place,
  said: HandedOver & { readonly material: string },
): Promise<PaperRow[]> {
  const { material, files, by } = said;
  place.admit(material);
  await requireRoom(tx, place.owner, files.length);
  await keepContents(tx, services.papers.storage, files);
  const at = await services.ground.clock.now();
  const rows: PaperRow[] = [];
  for (const file of files) rows.push(await addPaper(tx, { owner: place.owner, material, by, at }, file));
  await note(services, tx, place.owner, said);
  return rows;
}

/** Takes a file in place of a paper, as its next version. @throws Problem also where another came first */
export async function replace(
  services: Services,
  tx: Tx,
  place: Place,
  wanted: HandedOver & { readonly id: string; readonly expectedVersion: number },
): Promise<PaperRow> {
  const { id, expectedVersion, files, by } = wanted;
  const before = await lockedPaper(tx, id);
  checkVersion(before, expectedVersion);
  place.admit(before.material);
  await requireRoom(tx, place.owner, 1);
  await keepContents(tx, services.papers.storage, files);
  const [file] = files;
  if (!file) throw new TypeError('A replacement brings a file');
  const replaced = await replacePaper(tx, before, { by, at: await services.ground.clock.now() }, file);
  await note(services, tx, place.owner, wanted);
  return replaced;
}

/** Where a clerk scanned what somebody brought to the counter. */
async function note(services: Services, tx: Tx, owner: PaperOwner, { by, req }: HandedOver): Promise<void> {
  if ('caseId' in owner)
    await noteAtCounter(services, tx, { caseId: owner.caseId, act: 'handIn', actor: by, req });
}

function checkVersion(paper: PaperRow, expected: number): void {
  const version = versionSeen(paper);
  const { replaced_by } = paper;
  const headers = { etag: etagOf(version), ...(replaced_by && { location: paperAddress(replaced_by) }) };
  if (expected !== version) throw new Problem('versionMismatch', { headers });
  if (replaced_by !== null) throw new Problem('paperReplaced', { headers });
}

async function requireRoom(tx: Tx, owner: PaperOwner, more: number): Promise<void> {
  const papers = await papersOf(tx, owner);
  if (papers.length + more <= paperLimits.papers) return;
  const { papers: most } = paperLimits;
  throw new Problem('tooManyPapers', {
    detail: { zh: `至多 ${most} 个，含被替换的。`, en: `There may be ${most}, replaced ones included.` },
  });
}

function find<M extends { readonly id: string }>(materials: readonly M[], id: string): M {
  const found = materials.find((material) => material.id === id);
  if (found) return found;
  const message = { zh: '材料清单中没有这一项', en: 'is no material of the checklist' };
  const expected = materials.map((material) => material.id);
  throw new Problem('invalidContent', {
    errors: [{ pointer: '/material', code: 'unknownMaterial', message, expected }],
  });
}

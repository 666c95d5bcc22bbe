import type { Actor } from '../domain/actor';
import type { CaseFile, WorkItem } from '../domain/caseFile';
import { paperFormats } from '../domain/paper';
import { kindsOf, shownBy, whyNotShow } from '../domain/photograph';
import type { Db, Tx } from '../infra/db/connect';
import { keepContents } from '../infra/papers/content';
import { paperLimits } from '../infra/papers/limits';
import { addPaper, type PaperRow, papersOfItem } from '../infra/papers/papers';
import { eventsAfter } from '../infra/record/events';
import { fileFaultIn } from './http/fileFaults';
import { Problem } from './http/problem';
import type { UploadedFile } from './http/upload';
import { caseOfItem, itemIn } from './reading/caseOfItem';
import { isConcealed } from './reading/concealed';
import { readableFile } from './reading/currentFile';
import { allowedView } from './reading/workItems';
import type { Services } from './services';

interface Shown {
  readonly file: CaseFile;
  readonly item: WorkItem;
}

/** A work item in which an actor may show something now. @throws Problem */
export async function showableItem(
  services: Services,
  db: Db | Tx,
  actor: Actor,
  id: string,
): Promise<Shown> {
  const file = await readableFile(services, await caseOfItem(db, id), actor, db);
  const item = itemIn(file, id);
  if (isConcealed(item, actor)) throw new Problem('workItemNotFound');
  const why = whyNotShow(file, item, actor);
  if (why !== null) throw new Problem(why, { allowed: allowedView(file, actor) });
  return { file, item };
}

/** Takes files as photographs or proofs of a work item. @throws Problem */
export async function show(
  services: Services,
  tx: Tx,
  { file, item }: Shown,
  said: {
    readonly findingNo: number | undefined;
    readonly files: readonly UploadedFile[];
    readonly by: Actor;
  },
): Promise<PaperRow[]> {
  const { findingNo, files, by } = said;
  const as = shownBy[item.step];
  if (as === undefined) throw new TypeError(`${item.step} is shown by nothing`);
  checkKinds(files, as);
  if (findingNo !== undefined) await checkFinding(tx, file, item, findingNo);
  await requireRoom(tx, item, files.length);
  await keepContents(tx, services.papers.storage, files);
  const arrival = { owner: { caseId: file.caseId }, material: as, by, at: await services.ground.clock.now() };
  const about = { workItem: item.id, findingNo: findingNo ?? null };
  const rows: PaperRow[] = [];
  for (const each of files) rows.push(await addPaper(tx, { ...arrival, about }, each));
  return rows;
}

function checkKinds(files: readonly UploadedFile[], as: 'photograph' | 'proof'): void {
  const allowed = kindsOf[as].map((kind) => paperFormats[kind].name);
  const errors = files.flatMap(({ fileName, kind }, index) =>
    kindsOf[as].includes(kind) ? [] : [fileFaultIn(index, fileName, 'wrongFormat', allowed)],
  );
  if (errors.length > 0) throw new Problem('fileRefused', { errors });
}

/** A finding is one of those that the visit recorded last. */
async function checkFinding(tx: Tx, file: CaseFile, item: WorkItem, no: number): Promise<void> {
  const events = await eventsAfter(tx, file.caseId, item.openedSeq);
  const visited = events.findLast((event) => event.type === 'visited' && event.item === item.id);
  const count = visited?.type === 'visited' ? visited.severities.length : 0;
  if (no <= count) return;
  const message = { zh: '检查记录中没有这一项发现', en: 'is no finding that the visit recorded' };
  const expected = Array.from({ length: count }, (_, index) => String(index + 1));
  throw new Problem('invalidContent', {
    errors: [{ pointer: '/findingNo', code: 'unknownFinding', message, expected }],
  });
}

async function requireRoom(tx: Tx, item: WorkItem, more: number): Promise<void> {
  const { photographs: most } = paperLimits;
  if ((await papersOfItem(tx, item.id)).length + more <= most) return;
  throw new Problem('tooManyPapers', {
    detail: {
      zh: `每次检查、整改至多 ${most} 个。`,
      en: `There may be ${most} of a visit or a rectification.`,
    },
  });
}

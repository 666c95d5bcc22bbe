import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import type { Repair } from '../../domain/event';
import { upToDate } from '../../domain/opening';
import { checkRepair } from '../../domain/performing/repairs';
import { openItems } from '../../domain/process';
import { type Consequences, consequences, previewRepair } from '../../domain/repairPreview';
import { stages, steps } from '../../domain/vocabulary';
import { CaseNotFound } from '../record/errors';
import type { Ground } from '../record/ground';
import { textTable } from './textTable';

/** What a repair would close, open and move, a line each. @throws Refusal; CaseNotFound */
export async function previewLines(ground: Ground, caseId: string, repair: Repair): Promise<string[]> {
  const file = await fileOf(ground, caseId);
  const now = (await ground.clock.now()).toISOString();
  const at = now > file.lastAt ? now : file.lastAt;
  const today = dateInShanghai(at);
  checkRepair(file, repair, today);
  return linesOf(previewRepair(file, repair, at, { calendar: await ground.calendar(), today }));
}

/** Which limits of a case the calendar in force would move. @throws CaseNotFound */
export async function recomputationLines(ground: Ground, caseId: string): Promise<string[]> {
  return linesOf(consequences(await stateOf(ground, caseId), await fileOf(ground, caseId)));
}

export function linesOf({ closes, opens, moves }: Consequences): string[] {
  const moved = moves.map(({ item, from, to }) => [
    ...['→', item.id, item.unit, stepName(item)],
    `${from.due} → ${to.due}`,
  ]);
  const rows = [
    ...closes.map((item) => ['−', ...row(item)]),
    ...opens.map((item) => ['+', ...row(item)]),
    ...moved,
  ];
  return rows.length === 0 ? ['没有变化 Nothing changes'] : textTable(rows);
}

/** Where a case stands, and what is open. */
export function showLines(file: CaseFile): string[] {
  const { zh, en } = stages[file.stage];
  const head = `${file.caseId}  ${zh} ${en}  第 ${file.round} 轮 round ${file.round}  事件 event ${file.seq}`;
  return [head, ...textTable(openItems(file).map(row))];
}

/** A case as it stands now. @throws CaseNotFound */
export async function fileOf(ground: Ground, caseId: string): Promise<CaseFile> {
  return upToDate(await stateOf(ground, caseId), await ground.clock.now(), await ground.calendar());
}

/** A case as it is kept. @throws CaseNotFound */
export async function stateOf({ db }: Ground, caseId: string): Promise<CaseFile> {
  const row = await db
    .selectFrom('case_file')
    .select('state')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) throw new CaseNotFound(caseId);
  return row.state;
}

function row(item: WorkItem): string[] {
  return [item.id, item.unit, stepName(item), item.deadline.due];
}

function stepName({ step }: WorkItem): string {
  return `${steps[step].zh} ${steps[step].en}`;
}

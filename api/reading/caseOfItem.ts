import type { CaseFile, WorkItem } from '../../domain/caseFile';
import type { Db, Tx } from '../../infra/db/connect';
import { Problem } from '../http/problem';

/** The case to which a work item belongs. @throws Problem where there is no such item */
export async function caseOfItem(db: Db | Tx, id: string): Promise<string> {
  const row = await db.selectFrom('work_item').select('case_id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('workItemNotFound');
  return row.case_id;
}

export function itemIn(file: CaseFile, id: string): WorkItem {
  const item = file.items[id];
  if (!item) throw new Problem('workItemNotFound');
  return item;
}

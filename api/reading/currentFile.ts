import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { upToDate } from '../../domain/opening';
import { mayRead } from '../../domain/permission';
import type { Db, Tx } from '../../infra/db/connect';
import { CaseNotFound } from '../../infra/record/errors';
import { Problem } from '../http/problem';
import type { Services } from '../services';

/** A case as it stands now. @throws CaseNotFound */
export async function currentFile(
  { ground }: Services,
  caseId: string,
  db: Db | Tx = ground.db,
): Promise<CaseFile> {
  const row = await db
    .selectFrom('case_file')
    .select('state')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) throw new CaseNotFound(caseId);
  return upToDate(row.state, await ground.clock.now(), await ground.calendar());
}

/** The same, for somebody who may read it. @throws CaseNotFound; Problem where they may not */
export async function readableFile(
  services: Services,
  caseId: string,
  actor: Actor,
  db: Db | Tx = services.ground.db,
): Promise<CaseFile> {
  const file = await currentFile(services, caseId, db);
  if (!mayRead(file, actor)) throw new Problem('notReadable');
  return file;
}

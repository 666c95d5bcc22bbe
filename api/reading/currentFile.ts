import { type Actor, systemActor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { fold } from '../../domain/fold';
import type { CaseEvent } from '../../domain/event';
import type { Calendar } from '../../domain/calendar';
import { dateInShanghai } from '../../domain/civilDate';
import { nextOfItself } from '../../domain/opening';
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

/**
 * A case with what the record will note first thing at its next act: so a reader sees, and an ETag names, the state
 * on which that act will be judged, even while nobody conducts.
 */
export function upToDate(file: CaseFile, now: Date, calendar: Calendar): CaseFile {
  const at = [now.toISOString(), file.lastAt].sort().at(-1) ?? file.lastAt;
  const moment = { calendar, today: dateInShanghai(at) };
  let current = file;
  for (let body = nextOfItself(current, at, moment); body; body = nextOfItself(current, at, moment)) {
    const event: CaseEvent = { ...body, seq: current.seq + 1, at, actor: systemEventActor };
    current = fold(current, [event], file.caseId);
  }
  return current;
}

const systemEventActor = { sub: systemActor.sub, unit: systemActor.unit };

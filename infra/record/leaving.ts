import { systemActor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import type { EventBody } from '../../domain/event';
import { institutionOf } from '../../domain/itinerary';
import { isLeaving } from '../../domain/lifeDates';
import type { Db, Tx } from '../db/connect';
import { Entry } from './entry';
import type { Ground } from './ground';

/**
 * What is under way for an institution that leaves goes no further: its evaluation, a change that was applied for, a
 * support that nobody has granted yet. Each is a transaction of its own, and harmless when repeated.
 */
export async function endWhatIsUnderWay(ground: Ground, supervision: string): Promise<void> {
  const under = await ground.db
    .selectFrom('case_file as life')
    .innerJoin('case_file', 'case_file.institution_id', 'life.institution_id')
    .select('case_file.case_id')
    .where('life.case_id', '=', supervision)
    .where('case_file.kind', 'in', ['evaluation', 'licensing', 'support'])
    .where('case_file.outcome', 'is', null)
    .execute();
  for (const { case_id } of under) {
    await ground.db.transaction().execute(async (tx) => {
      const entry = await Entry.open(tx, ground, case_id);
      const end = endOf(entry.file, dateInShanghai(entry.at));
      if (end) entry.append(systemActor, end);
      await entry.write('wakeWorkflow');
    });
  }
}

/** How a case ends when an exit is decided; null for what goes on until the exit is complete. */
function endOf({ outcome, itinerary, support }: CaseFile, on: string): EventBody | null {
  if (outcome !== null) return null;
  if (itinerary.life?.kind === 'evaluation') return { type: 'discontinued', on };
  if (itinerary.change) return { type: 'discontinued', on, because: 'exit' };
  return support?.granted === null ? { type: 'supportLapsed', on, because: 'exit' } : null;
}

/** An institution that has left is a demonstration site no longer; a site that was not named yet can be linked anew. */
export async function endName(tx: Tx, ground: Ground, supervision: CaseFile): Promise<void> {
  const named = await tx
    .selectFrom('case_file')
    .select('case_id')
    .where('institution_id', '=', institutionOf(supervision))
    .where('kind', '=', 'construction')
    .where('outcome', 'is', null)
    .execute();
  for (const { case_id } of named) {
    const entry = await Entry.open(tx, ground, case_id);
    if (entry.file.construction?.name?.signed) {
      entry.append(systemActor, { type: 'nameLapsed', on: dateInShanghai(entry.at) });
    }
    await entry.write('wakeWorkflow');
  }
}

/** Whether an exit of an institution is decided, or complete. @param institution the case by which it was certified */
export async function hasLeft(db: Db | Tx, institution: string): Promise<boolean> {
  const supervision = await db
    .selectFrom('case_file')
    .select('state')
    .where('institution_id', '=', institution)
    .where('kind', '=', 'supervision')
    .executeTakeFirst();
  return supervision !== undefined && isLeaving(supervision.state);
}

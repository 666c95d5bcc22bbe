import { systemActor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { institutionOf, type Itinerary } from '../../domain/itinerary';
import { isLeaving } from '../../domain/lifeDates';
import { planSupervision } from '../../domain/planLife';
import { Refusal } from '../../domain/refusal';
import { supervisionId } from '../../domain/supervision';
import type { CaseKind } from '../../domain/vocabulary';
import type { Tx } from '../db/connect';
import { planVersion } from '../plan/repository';
import { canWorkBy } from '../plan/schema';
import { Entry } from './entry';
import type { Ground } from './ground';
import { planToday } from './planToday';

/**
 * An institution goes on by what its change says: its supervision is planned anew under the rules that it has, and
 * whatever else is under way for it goes to the institution as it is now. Cases are locked in one order everywhere:
 * evaluation, supervision, site, support.
 * @throws Refusal where an exit is decided: an institution that leaves gets no other certificate
 */
export async function changeInstitution(tx: Tx, ground: Ground, change: CaseFile): Promise<void> {
  await knownBy(tx, ground, change, 'evaluation');
  const entry = await Entry.open(tx, ground, supervisionId(institutionOf(change)));
  if (isLeaving(entry.file)) throw new Refusal('exitPending', { pointer: '/act' });
  const pinned = await planVersion(tx, entry.file.itinerary.planVersion);
  // An older release's plan knew less than this one asks of it.
  const version = canWorkBy(pinned.plan) ? pinned : await planToday(tx, ground);
  await goOnAs(tx, entry, change, planSupervision(version, change));
  await knownBy(tx, ground, change, 'construction');
  await knownBy(tx, ground, change, 'support');
}

/** What is open of a kind is known by the change from now on: name and contact are those of its application. */
async function knownBy(tx: Tx, ground: Ground, change: CaseFile, kind: CaseKind): Promise<void> {
  const rows = await tx
    .selectFrom('case_file')
    .select('case_id')
    .where('institution_id', '=', institutionOf(change))
    .where('kind', '=', kind)
    .where('outcome', 'is', null)
    .orderBy('case_id')
    .execute();
  for (const { case_id } of rows) {
    const entry = await Entry.open(tx, ground, case_id);
    const { life } = entry.file.itinerary;
    if (!life || entry.file.outcome !== null) continue;
    const { subdistrict, ownership } = change.itinerary;
    const changed = { ...entry.file.itinerary, life: { ...life, application: change.caseId } };
    // Where a site is built does not follow from where its institution says that it is.
    await goOnAs(
      tx,
      entry,
      change,
      kind === 'construction' ? changed : { ...changed, subdistrict, ownership },
    );
  }
}

async function goOnAs(tx: Tx, entry: Entry, change: CaseFile, itinerary: Itinerary): Promise<void> {
  entry.append(systemActor, { type: 'institutionChanged', on: dateInShanghai(entry.at), itinerary });
  await entry.settle();
  await entry.write('wakeWorkflow');
  const { institution_name } = await tx
    .selectFrom('case_file')
    .select('institution_name')
    .where('case_id', '=', change.caseId)
    .executeTakeFirstOrThrow();
  await tx.updateTable('case_file').set({ institution_name }).where('case_id', '=', entry.caseId).execute();
}

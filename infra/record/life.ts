import { sql } from 'kysely';
import { systemActor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai, yearOf } from '../../domain/civilDate';
import { resultIn } from '../../domain/evaluation';
import type { CaseEvent } from '../../domain/event';
import { institutionOf, type Itinerary } from '../../domain/itinerary';
import { owesEvaluation, owesYear } from '../../domain/lifeDates';
import { planEvaluation, planSupervision, supervisionRules } from '../../domain/planLife';
import { sideRulesOf } from '../../domain/sideRules';
import { evaluationId, supervisionId } from '../../domain/supervision';
import type { Db, Tx } from '../db/connect';
import { changeInstitution } from './changing';
import { Entry } from './entry';
import type { Ground } from './ground';
import { endName } from './leaving';
import { takeUp } from './newCase';
import { planToday } from './planToday';
import { endSupports, recheckSupports } from './support';

/** What an event of one case means for another of the same institution, in its transaction. */
export async function goOnWithLife(
  tx: Tx,
  ground: Ground,
  file: CaseFile,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type === 'takenOver') await beginSupervision(tx, ground, file);
    if (event.type === 'licenceIssued')
      await (file.itinerary.change ? changeInstitution : beginSupervision)(tx, ground, file);
    if (event.type === 'ratingConfirmed') {
      await endEvaluation(tx, ground, file, event);
      await recheckSupports(
        tx,
        ground,
        file,
        (each) => each.kind === 'rating' && !each.in.includes(event.rating ?? ''),
      );
    }
    if (event.type === 'nameLost') await recheckSupports(tx, ground, file, ({ kind }) => kind === 'named');
    if (event.type === 'filingClosed') {
      await endName(tx, ground, file);
      await endSupports(tx, ground, file);
    }
  }
}

/**
 * Supervision begins with the certificate (监管), or when an open institution is taken over, by the plan in force;
 * harmless when repeated.
 */
export async function beginSupervision(tx: Tx, ground: Ground, institution: CaseFile): Promise<void> {
  const caseId = supervisionId(institution.caseId);
  if (await exists(tx, caseId)) return;
  const version = await planToday(tx, ground);
  await begin(tx, ground, caseId, institution, planSupervision(version, institution));
}

/** Begins the evaluation that is due (年度评估), and says so in the record of the supervision that asks for it. */
export async function beginEvaluation(tx: Tx, ground: Ground, supervision: string): Promise<void> {
  const entry = await Entry.open(tx, ground, supervision);
  const due = entry.file.supervision?.evaluationDue;
  if (due && owesEvaluation(entry.file)) {
    const caseId = evaluationId(institutionOf(entry.file), due);
    const itinerary = planEvaluation(await planToday(tx, ground), entry.file, due.year);
    await begin(tx, ground, caseId, entry.file, itinerary);
    entry.append(systemActor, { type: 'evaluationBegun', ...due, evaluation: caseId });
    await entry.settle();
  }
  await entry.write('byWorkflow');
}

/** A new year of supervision goes by the plan then in force. */
export async function turnYear(tx: Tx, ground: Ground, supervision: string): Promise<void> {
  const entry = await Entry.open(tx, ground, supervision);
  const { life } = entry.file.itinerary;
  if (life?.kind === 'supervision' && owesYear(entry.file, entry.at)) {
    const { id, plan } = await planToday(tx, ground);
    const on = dateInShanghai(entry.at);
    entry.append(systemActor, {
      type: 'yearTurned',
      year: yearOf(on),
      on,
      planVersion: id,
      life: { ...life, ...supervisionRules(plan, entry.file.itinerary) },
      sideRules: sideRulesOf(plan),
    });
    await entry.settle();
  }
  await entry.write('byWorkflow');
}

/** Institutions that an older release certified are supervised from now on. @returns how many there were */
export async function beginMissingSupervisions(ground: Ground): Promise<number> {
  const certified = await unsupervised(ground.db);
  for (const file of certified) {
    await ground.db.transaction().execute((tx) => beginSupervision(tx, ground, file));
  }
  return certified.length;
}

async function unsupervised(db: Db): Promise<CaseFile[]> {
  const rows = await db
    .selectFrom('case_file')
    .select('state')
    .where('kind', '=', 'licensing')
    .where('outcome', '=', 'certified')
    .where(
      sql<boolean>`not exists (select 1 from case_file life
                                where life.institution_id = case_file.institution_id and life.kind = 'supervision')`,
    )
    .orderBy('case_id')
    .execute();
  return rows.map(({ state }) => state);
}

async function endEvaluation(
  tx: Tx,
  ground: Ground,
  { caseId, itinerary: { life } }: CaseFile,
  event: CaseEvent & { type: 'ratingConfirmed' },
): Promise<void> {
  if (life?.kind !== 'evaluation') return;
  const entry = await Entry.open(tx, ground, life.supervision);
  if (entry.file.outcome === null) {
    const { on } = event;
    entry.append(systemActor, { type: 'evaluationEnded', evaluation: caseId, on, ...resultIn(event) });
    await entry.settle();
  }
  await entry.write('wakeWorkflow');
}

/** @param of a case of the same institution */
async function begin(
  tx: Tx,
  ground: Ground,
  caseId: string,
  of: CaseFile,
  itinerary: Itinerary,
): Promise<void> {
  const entry = await Entry.begin(tx, ground, caseId);
  const on = dateInShanghai(entry.at);
  entry.append(systemActor, { type: 'begun', on, organisation: of.organisation, itinerary });
  await takeUp(tx, entry, await institutionNameOf(tx, of.caseId));
  await entry.write('wakeWorkflow');
}

async function institutionNameOf(tx: Tx, caseId: string): Promise<string> {
  const { institution_name } = await tx
    .selectFrom('case_file')
    .select('institution_name')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return institution_name;
}

async function exists(tx: Tx, caseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('case_file')
    .select('case_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row !== undefined;
}

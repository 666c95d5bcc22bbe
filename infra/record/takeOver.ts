import { sql } from 'kysely';
import type { Actor } from '../../domain/actor';
import type { Application } from '../../domain/application';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai, yearOf } from '../../domain/civilDate';
import type { PlanVersion } from '../../domain/plan';
import { openingOutcomes, planTakeOver, type TakenOverFacts } from '../../domain/takeOver';
import type { Db, Tx } from '../db/connect';
import { Entry } from './entry';
import type { Ground } from './ground';
import { goOnWithLife } from './life';
import { takeUp } from './newCase';
import { keepApplication, nextCaseId } from './submission';

/** An institution that was open before, as it is told by the authority that takes it over (纳管). */
export interface TakeOver extends TakenOverFacts {
  readonly application: Application;
  readonly organisation: string;
  /** What was seen of it, in words that stay on the record. */
  readonly statement: string;
  readonly actor: Actor;
  readonly version: PlanVersion;
}

/** What an institution has in common with one that is on the record already. */
export interface AlreadyKnown {
  readonly by: 'receiptNo' | 'certificateNo' | 'unifiedCode' | 'name';
  /** The first case of that one. */
  readonly caseId: string;
}

/** The institution, or an application for one, is on the record already. */
export class KnownAlready extends Error {
  override readonly name = 'KnownAlready';
  constructor(readonly known: readonly AlreadyKnown[]) {
    super(`On the record already: ${known.map(({ by, caseId }) => `${by} of ${caseId}`).join(', ')}`);
  }

  /** The case by which this very institution was taken over before; null where it is another that is like it. */
  get same(): string | null {
    const { caseId } = this.known.find(({ by }) => by === 'receiptNo') ?? {};
    const isItself = this.known.some(({ by }) => by === 'unifiedCode' || by === 'name');
    return caseId !== undefined && isItself && this.known.every((each) => each.caseId === caseId)
      ? caseId
      : null;
  }
}

/**
 * Takes an institution over: a case that is closed from its first event, so that no clock runs and nobody is told of a
 * receipt, and its supervision (监管), which begins at once. In the caller's transaction.
 * @throws KnownAlready where one of its numbers or its name is another's; nothing is written then
 */
export async function takeOver(tx: Tx, ground: Ground, taken: TakeOver): Promise<CaseFile> {
  const { application, organisation, statement, actor, version } = taken;
  const on = dateInShanghai((await ground.clock.now()).toISOString());
  // Whoever takes the next number waits here, so that nobody takes the same institution over meanwhile.
  const caseId = await nextCaseId(tx, version.plan, yearOf(on));
  const known = await knownAlready(tx, taken);
  if (known.length > 0) throw new KnownAlready(known);
  const entry = await Entry.begin(tx, ground, caseId);
  entry.append(
    actor,
    {
      type: 'takenOver',
      on,
      organisation,
      itinerary: planTakeOver(version, application.facts),
      unifiedCode: application.facts.existingRegistration?.unifiedCode ?? null,
      registeredBy: taken.registration?.authority ?? null,
      registeredOn: taken.registration?.registeredOn ?? null,
      ...taken.filing,
      certificateNo: taken.certificateNo,
    },
    { statement },
  );
  await takeUp(tx, entry, application.institution.name);
  await keepApplication(tx, ground, caseId, taken);
  await entry.write('wakeWorkflow');
  await goOnWithLife(tx, ground, entry.file, entry.appended);
  return entry.file;
}

/**
 * The case by which an institution was taken over that others gave this number, a receipt's or a certificate's; null
 * where there is none.
 */
export async function takenOverBy(db: Db | Tx, no: string): Promise<CaseFile | null> {
  const row = await db
    .selectFrom('case_file')
    .select('state')
    .where('outcome', '=', 'takenOver')
    .where((eb) =>
      eb.or([eb(sql`state ->> 'receiptNo'`, '=', no), eb(sql`state ->> 'certificateNo'`, '=', no)]),
    )
    .executeTakeFirst();
  return row?.state ?? null;
}

/** A number given elsewhere is one institution's for ever; a code and a name are, until it has left. */
async function knownAlready(
  tx: Tx,
  { application, filing, certificateNo }: TakeOver,
): Promise<AlreadyKnown[]> {
  const numbers = [
    { by: 'receiptNo', no: filing.receiptNo },
    { by: 'certificateNo', no: certificateNo },
  ] as const;
  const known: AlreadyKnown[] = [];
  for (const { by, no } of numbers) {
    const file = no === null ? null : await takenOverBy(tx, no);
    if (file) known.push({ by, caseId: file.caseId });
  }
  const code = application.facts.existingRegistration?.unifiedCode ?? null;
  for (const row of await standing(tx, code, application.institution.name)) {
    known.push({
      by: row.code !== null && row.code === code ? 'unifiedCode' : 'name',
      caseId: row.institution_id,
    });
  }
  return known;
}

/** Institutions that are open or apply to be, with this code or this name; one entry each. */
function standing(tx: Tx, code: string | null, name: string) {
  const codeOf = sql<
    string | null
  >`coalesce(case_file.state ->> 'unifiedCode', application.body #>> '{facts,existingRegistration,unifiedCode}')`;
  return tx
    .selectFrom('case_file')
    .innerJoin('application', 'application.case_id', 'case_file.case_id')
    .leftJoin('case_file as life', (join) =>
      join.onRef('life.institution_id', '=', 'case_file.institution_id').on('life.kind', '=', 'supervision'),
    )
    .distinctOn('case_file.institution_id')
    .select(['case_file.institution_id', codeOf.as('code')])
    .where('case_file.kind', '=', 'licensing')
    .where((eb) =>
      eb.or([eb('case_file.outcome', 'is', null), eb('case_file.outcome', 'in', openingOutcomes)]),
    )
    .where('life.outcome', 'is', null)
    .where((eb) =>
      eb.or([eb('case_file.institution_name', '=', name), ...(code === null ? [] : [eb(codeOf, '=', code)])]),
    )
    .orderBy('case_file.institution_id')
    .orderBy('case_file.case_id', 'desc')
    .execute();
}

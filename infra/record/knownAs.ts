import type { Db, Tx } from '../db/connect';

/**
 * The case by which an institution is known now: its last change, under which its supervision stands.
 * @param institution the case by which it was certified first, or is to be
 */
export async function knownAs(db: Db | Tx, institution: string): Promise<string> {
  const life = await db
    .selectFrom('case_file')
    .select('application_id')
    .where('institution_id', '=', institution)
    .where('kind', '=', 'supervision')
    .executeTakeFirst();
  return life?.application_id ?? institution;
}

import type { ActBody } from '../../domain/act';
import type { CaseFile } from '../../domain/caseFile';
import { institutionOf } from '../../domain/itinerary';
import { supervisionId } from '../../domain/supervision';
import { validUntilIn } from '../../domain/term';
import type { Tx } from '../db/connect';

/** The last day of the certificate whose place another takes; null where there is none, or it holds without end. */
export async function validUntilBefore(tx: Tx, file: CaseFile, { act }: ActBody): Promise<string | null> {
  if (act !== 'issue' || !file.itinerary.change) return null;
  const life = await tx
    .selectFrom('case_file')
    .select('state')
    .where('case_id', '=', supervisionId(institutionOf(file)))
    .executeTakeFirst();
  return life ? validUntilIn(life.state.itinerary) : null;
}

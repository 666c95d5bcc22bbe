import { sql } from 'kysely';
import { DocumentNotFound } from '../../infra/documents/store';
import { SealFault, verifyStatement } from '../../infra/documents/sealedDocument';
import { type Verification, type VerificationState, verificationStates } from '../contracts/certificate';
import type { Ground } from '../../infra/record/ground';
import { reference } from '../contracts/text';
import type { Services } from '../services';

/** What the check of a document's number and signature finds. */
export async function verify({ documents, ground }: Services, no: string): Promise<Verification> {
  const unknown = { no, ...stateOf('unknown'), statement: null, jws: null };
  // A person may type anything; what no document can have for a number need not be looked for.
  if (!reference.safeParse(no).success) return unknown;
  try {
    const { jws } = await documents.sealed(no);
    const statement = await verifyStatement(jws, documents.publicKeys);
    const state = await standingOf(ground, no);
    return { no, ...stateOf(state), statement, jws };
  } catch (error) {
    if (error instanceof DocumentNotFound) return unknown;
    if (error instanceof SealFault) return { no, ...stateOf('altered'), statement: null, jws: null };
    throw error;
  }
}

/** Whether a document still holds: its institution may have left (退出), or have another certificate after a change (变更). */
async function standingOf({ db }: Ground, no: string): Promise<'valid' | 'revoked' | 'superseded'> {
  const { exited, superseded } = await db
    .selectFrom('document')
    .innerJoin('case_file as own', 'own.case_id', 'document.case_id')
    .innerJoin('case_file', 'case_file.institution_id', 'own.institution_id')
    .select([
      sql<boolean | null>`bool_or(case_file.outcome = 'exited')`.as('exited'),
      sql<boolean | null>`bool_or(${isLater} and document.kind = 'certificate')`.as('superseded'),
    ])
    .where('document.no', '=', no)
    .executeTakeFirstOrThrow();
  if (exited) return 'revoked';
  return superseded ? 'superseded' : 'valid';
}

/** Numbers of applications rise with time. */
const isLater = sql`(case_file.kind = 'licensing' and case_file.outcome = 'certified' and case_file.case_id > own.case_id)`;

function stateOf(state: VerificationState) {
  return { state, label: verificationStates[state] };
}

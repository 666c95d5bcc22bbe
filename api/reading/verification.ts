import { sql } from 'kysely';
import { DocumentNotFound } from '../../infra/documents/store';
import { SealFault, verifyStatement } from '../../infra/documents/sealedDocument';
import { dateInShanghai } from '../../domain/civilDate';
import { suspendedOn } from '../../domain/supervision';
import { hasExpired } from '../../domain/term';
import type { DocumentStatement } from '../../infra/documents/documentStatement';
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
    const state = await standingOf(ground, statement);
    return { no, ...stateOf(state), statement, jws };
  } catch (error) {
    if (error instanceof DocumentNotFound) return unknown;
    if (error instanceof SealFault) return { no, ...stateOf('altered'), statement: null, jws: null };
    throw error;
  }
}

/**
 * Whether a document still holds: its institution may have left (退出), have another certificate after a change (变更),
 * or be suspended (暂停服务), or its term may be over.
 */
async function standingOf(
  { db, clock }: Ground,
  { no, validUntil }: DocumentStatement,
): Promise<VerificationState> {
  const { life, superseded } = await db
    .selectFrom('document')
    .innerJoin('case_file as own', 'own.case_id', 'document.case_id')
    .leftJoin('case_file as life', (join) =>
      join.onRef('life.institution_id', '=', 'own.institution_id').on('life.kind', '=', 'supervision'),
    )
    .select('life.state as life')
    .select(isSuperseded.as('superseded'))
    .where('document.no', '=', no)
    .executeTakeFirstOrThrow();
  if (life?.outcome === 'exited') return 'revoked';
  if (superseded) return 'superseded';
  if (hasExpired(validUntil, dateInShanghai(await clock.now()))) return 'expired';
  return suspendedOn(life?.supervision) === null ? 'valid' : 'suspended';
}

/** A certificate is, by a later one of the same institution; numbers of applications rise with time. */
const isSuperseded = sql<boolean>`document.kind = 'certificate' and exists (
  select 1 from case_file later
   where later.institution_id = own.institution_id and later.kind = 'licensing'
     and later.outcome = 'certified' and later.case_id > own.case_id)`;

function stateOf(state: VerificationState) {
  return { state, label: verificationStates[state] };
}

import { sql } from 'kysely';
import { DocumentNotFound } from '../../infra/documents/store';
import { SealFault, verifyStatement } from '../../infra/documents/sealedDocument';
import { dateInShanghai } from '../../domain/civilDate';
import { suspendedOn } from '../../domain/supervision';
import { publicNoOf } from '../../domain/takeOver';
import { hasExpired } from '../../domain/term';
import { type Verification, type VerificationState, verificationStates } from '../contracts/certificate';
import type { Ground } from '../../infra/record/ground';
import { takenOverBy } from '../../infra/record/takeOver';
import { letterNo } from '../contracts/text';
import type { Services } from '../services';

/** What the check of a document's number and signature finds. */
export async function verify({ documents, ground }: Services, no: string): Promise<Verification> {
  const unsigned = (state: VerificationState) => ({ no, ...stateOf(state), statement: null, jws: null });
  // A person may type anything; what no document can have for a number need not be looked for.
  if (!letterNo.safeParse(no).success) return unsigned('unknown');
  try {
    const { jws, caseId } = await documents.sealed(no);
    const statement = await verifyStatement(jws, documents.publicKeys);
    const { kind, validUntil } = statement;
    const state = await standingOf(ground, caseId, { canBeSuperseded: kind === 'certificate', validUntil });
    return { no, ...stateOf(state ?? 'valid'), statement, jws };
  } catch (error) {
    if (error instanceof DocumentNotFound) return unsigned(await elsewhere(ground, no));
    if (error instanceof SealFault) return unsigned('altered');
    throw error;
  }
}

/** A number that others gave an institution before it was taken over is no signature of ours: only whether it stands is known. */
async function elsewhere(ground: Ground, no: string): Promise<VerificationState> {
  const file = await takenOverBy(ground.db, no);
  if (!file) return 'unknown';
  const canBeSuperseded = publicNoOf(file) === no;
  return (await standingOf(ground, file.caseId, { canBeSuperseded })) ?? 'takenOver';
}

/** What of a document decides how long it holds. */
interface Holding {
  /** A later certificate takes the place of an earlier one, and of no receipt. */
  readonly canBeSuperseded: boolean;
  readonly validUntil?: string | undefined;
}

/**
 * Why a document does not hold any more, null where it does: its institution may have left (退出), have another
 * certificate after a change (变更), or be suspended (暂停服务), or its term may be over.
 */
async function standingOf(
  { db, clock }: Ground,
  caseId: string,
  { canBeSuperseded, validUntil }: Holding,
): Promise<'revoked' | 'superseded' | 'expired' | 'suspended' | null> {
  const { life, superseded } = await db
    .selectFrom('case_file as own')
    .leftJoin('case_file as life', (join) =>
      join.onRef('life.institution_id', '=', 'own.institution_id').on('life.kind', '=', 'supervision'),
    )
    .select('life.state as life')
    .select(hasLaterOne.as('superseded'))
    .where('own.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  if (life?.outcome === 'exited') return 'revoked';
  if (superseded && canBeSuperseded) return 'superseded';
  if (hasExpired(validUntil, dateInShanghai(await clock.now()))) return 'expired';
  return suspendedOn(life?.supervision) === null ? null : 'suspended';
}

/** Numbers of applications rise with time. */
const hasLaterOne = sql<boolean>`exists (
  select 1 from case_file later
   where later.institution_id = own.institution_id and later.kind = 'licensing'
     and later.outcome = 'certified' and later.case_id > own.case_id)`;

function stateOf(state: VerificationState) {
  return { state, label: verificationStates[state] };
}

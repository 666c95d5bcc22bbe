import { DocumentNotFound } from '../../infra/documents/store';
import { SealFault, verifyStatement } from '../../infra/documents/sealedDocument';
import { suspendedOn } from '../../domain/supervision';
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

/** Whether the institution that a document was issued to has left (退出), or is suspended (暂停服务). */
async function standingOf({ db }: Ground, no: string): Promise<VerificationState> {
  const row = await db
    .selectFrom('document')
    .innerJoin('case_file', 'case_file.application_id', 'document.case_id')
    .select('case_file.state')
    .where('document.no', '=', no)
    .where('case_file.kind', '=', 'supervision')
    .executeTakeFirst();
  if (row?.state.outcome === 'exited') return 'revoked';
  return suspendedOn(row?.state.supervision) === null ? 'valid' : 'suspended';
}

function stateOf(state: VerificationState) {
  return { state, label: verificationStates[state] };
}

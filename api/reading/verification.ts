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
    const state = (await hasExited(ground, no)) ? 'revoked' : 'valid';
    return { no, ...stateOf(state), statement, jws };
  } catch (error) {
    if (error instanceof DocumentNotFound) return unknown;
    if (error instanceof SealFault) return { no, ...stateOf('altered'), statement: null, jws: null };
    throw error;
  }
}

/** Whether the institution that a document was issued to has left (退出). */
async function hasExited({ db }: Ground, no: string): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .innerJoin('case_file', 'case_file.application_id', 'document.case_id')
    .select('case_file.case_id')
    .where('document.no', '=', no)
    .where('case_file.outcome', '=', 'exited')
    .executeTakeFirst();
  return row !== undefined;
}

function stateOf(state: VerificationState) {
  return { state, label: verificationStates[state] };
}

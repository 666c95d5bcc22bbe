import { DocumentNotFound } from '../../infra/documents/store';
import { SealFault, verifyStatement } from '../../infra/documents/sealedDocument';
import { type Verification, type VerificationState, verificationStates } from '../contracts/certificate';
import type { Services } from '../services';

/** What the check of a document's number and signature finds. */
export async function verify({ documents }: Services, no: string): Promise<Verification> {
  try {
    const { jws } = await documents.sealed(no);
    const statement = await verifyStatement(jws, documents.publicKeys);
    return { no, ...stateOf('valid'), statement, jws };
  } catch (error) {
    if (error instanceof DocumentNotFound) return { no, ...stateOf('unknown'), statement: null, jws: null };
    if (error instanceof SealFault) return { no, ...stateOf('altered'), statement: null, jws: null };
    throw error;
  }
}

function stateOf(state: VerificationState) {
  return { state, label: verificationStates[state] };
}

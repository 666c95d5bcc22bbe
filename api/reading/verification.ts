import { DocumentNotFound } from '../../infra/documents/store';
import { SealFault, verifyStatement } from '../../infra/documents/sealedDocument';
import { type Verification, type VerificationState, verificationStates } from '../contracts/certificate';
import { reference } from '../contracts/text';
import type { Services } from '../services';

/** What the check of a document's number and signature finds. */
export async function verify({ documents }: Services, no: string): Promise<Verification> {
  const unknown = { no, ...stateOf('unknown'), statement: null, jws: null };
  // A person may type anything; what no document can have for a number need not be looked for.
  if (!reference.safeParse(no).success) return unknown;
  try {
    const { jws } = await documents.sealed(no);
    const statement = await verifyStatement(jws, documents.publicKeys);
    return { no, ...stateOf('valid'), statement, jws };
  } catch (error) {
    if (error instanceof DocumentNotFound) return unknown;
    if (error instanceof SealFault) return { no, ...stateOf('altered'), statement: null, jws: null };
    throw error;
  }
}

function stateOf(state: VerificationState) {
  return { state, label: verificationStates[state] };
}

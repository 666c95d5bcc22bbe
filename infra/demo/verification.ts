import type { OneWindow } from '../client/oneWindow';
import type { PublicKeys } from '../documents/publicKeys';
import { SealFault, verifyStatement } from '../documents/sealedDocument';

/**
 * Checks a certificate in both ways that anybody can: the public page's answer, and the signature by the published
 * keys alone.
 * @returns what is wrong with it, or null
 */
export async function certificateFault(
  oneWindow: OneWindow,
  certificate: { readonly no: string; readonly caseId: string },
  keys: PublicKeys,
): Promise<string | null> {
  const { no, caseId } = certificate;
  const { state, jws } = await oneWindow.verify(no);
  if (state !== 'valid') return `GET /verify/${no}: ${state}`;
  if (jws === null) return `GET /verify/${no}: no signature`;
  try {
    const statement = await verifyStatement(jws, keys);
    return statement.no === no && statement.caseId === caseId
      ? null
      : `${no}: signed for another certificate`;
  } catch (error) {
    if (error instanceof SealFault) return `${no}: ${error.code}`;
    throw error;
  }
}

import { type FieldCipher, PersonalDataFault, type Place } from '../../infra/personal/cipher';

/** An ID token as its session keeps it: sealed, since issuers put names and addresses into it. */
export function sealIdToken(personal: FieldCipher, sub: string, token: string): string {
  return personal.seal(token, placeOf(sub));
}

/** The token again; null where the key it was sealed with is gone: then the issuer asks who wants to sign out. */
export function openIdToken(personal: FieldCipher, sub: string, kept: string): string | null {
  try {
    return personal.open(kept, placeOf(sub));
  } catch (error) {
    if (error instanceof PersonalDataFault) return null;
    throw error;
  }
}

function placeOf(sub: string): Place {
  return { table: 'session', row: [sub], field: 'idToken' };
}

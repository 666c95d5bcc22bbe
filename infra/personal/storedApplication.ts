import type { Application, Contact, HeldContact, PersonalField } from '../../domain/application';
import { type FieldCipher, type Sealed } from './cipher';
import { masked, opened } from './holders';

/** An application as it is kept: all of it readable, save the personal values of its contact. */
export type StoredApplication = Omit<Application, 'contact'> & { readonly contact: StoredContact };

type StoredContact = Omit<Contact, PersonalField> &
  Readonly<Record<Exclude<PersonalField, 'idNumber'>, Sealed>> & { readonly idNumber?: Sealed };

/** An application as whoever may read its case is shown it. */
export type MaskedApplication = Omit<Application, 'contact'> & { readonly contact: HeldContact };

/** The contact of a kept application, in clear as far as it is still held. @throws PersonalDataFault */
export function contactOf(cipher: FieldCipher, caseId: string, stored: StoredApplication): HeldContact {
  const { contact } = opened(cipher, 'application', [caseId], stored) as MaskedApplication;
  return { ...contact, idNumber: contact.idNumber ?? null };
}

/** A kept application with its contact masked. @throws PersonalDataFault */
export function maskedApplication(
  cipher: FieldCipher,
  caseId: string,
  stored: StoredApplication,
): MaskedApplication {
  const { contact, ...rest } = masked(cipher, 'application', [caseId], stored) as MaskedApplication;
  return { ...rest, contact: { ...contact, idNumber: contact.idNumber ?? null } };
}

import type { PersonalField } from './application';

/** How whoever complained can be reached, as far as they said: all of it may be left out, or have been erased. */
export type ComplainantContact = Readonly<
  Partial<Record<Exclude<PersonalField, 'idNumber'>, string | null | undefined>>
>;

/** What somebody of the public complains of (投诉), about an institution with a certificate. */
export interface Complaint {
  readonly certificateNo: string;
  readonly text: string;
  readonly contact: ComplainantContact;
}

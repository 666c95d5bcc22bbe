import type { Labels } from './label';
import type { ClassKind } from './vocabulary';

interface EnteredDocument {
  readonly document: string;
  readonly issuedOn: string;
  readonly expiresOn?: string | undefined;
}

interface EnteredMember {
  readonly role: string;
  readonly classKind?: ClassKind | undefined;
  readonly joinedOn: string;
  readonly documents: readonly EnteredDocument[];
}

/** What an institution asks of its staff list (人员名册). Name and telephone are kept beside the record. */
export type StaffActBody =
  | ({
      readonly act: 'enterStaff';
      readonly person: string;
      readonly phone?: string | undefined;
    } & EnteredMember)
  | ({
      readonly act: 'changeStaff';
      readonly member: string;
      /** As they stand, where they are left out. */
      readonly person?: string | undefined;
      readonly phone?: string | undefined;
    } & EnteredMember)
  | { readonly act: 'removeStaff'; readonly member: string; readonly leftOn: string };

export const staffActs = {
  enterStaff: { zh: '录入人员', en: 'Enter a member of staff' },
  changeStaff: { zh: '变更人员信息', en: 'Change a member of staff' },
  removeStaff: { zh: '记录人员离岗', en: 'Take a member off the list' },
} as const satisfies Labels<StaffActBody['act']>;

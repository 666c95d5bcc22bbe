import type { StaffMember } from '../client/wire';

/** The acts of the staff list, which stand beside its members and not among all others. */
export const staffActs = ['enterStaff', 'changeStaff', 'removeStaff'] as const;
export type StaffAct = (typeof staffActs)[number];

/** What the form of an act says already: of a change, the member as it stands. */
export function entryOf(act: StaffAct, member: StaffMember | null): Record<string, unknown> {
  if (!member) return {};
  const { member: id, contact, role, classKind, joinedOn, documents } = member;
  if (act === 'removeStaff') return { member: id };
  const held = documents.filter(({ state }) => state !== 'missing');
  return {
    member: id,
    person: contact.person ?? null,
    phone: contact.phone ?? null,
    role,
    classKind,
    joinedOn,
    documents: held.map(({ document, issuedOn, expiresOn }) => ({ document, issuedOn, expiresOn })),
  };
}

/** The last day of the certificate whose end a work item deals with; null for any other. */
export function termEndedIn(about: string | null): string | null {
  return /^term-(\d{4}-\d\d-\d\d)$/.exec(about ?? '')?.[1] ?? null;
}

/** The day on which documents expired that a work item deals with; null for any other. */
export function expiredIn(about: string | null): string | null {
  return /^staffDocuments-(\d{4}-\d\d-\d\d)$/.exec(about ?? '')?.[1] ?? null;
}

import type { ApplicationFacts } from './application';
import type { CaseFile } from './caseFile';
import { addDays, endOfDay, startOfDay } from './civilDate';
import type { Label } from './label';
import type { Basis, StandardRule, UnitRef } from './plan';
import { findingsOf } from './standards';
import type { Severity } from './supervision';
import type { ClassKind } from './vocabulary';

/** How the staff list (人员名册) of an institution is kept: who finds what expired, and how grave that is. */
export interface StaffRules {
  readonly unit: UnitRef;
  /** Days before its last day on which the institution is reminded of a document. */
  readonly remindDays: number;
  readonly severity: Severity;
  readonly roles: readonly StaffRole[];
  readonly documents: readonly StaffDocumentKind[];
}

/** What somebody does in an institution. `cares`: counted among the carers of a class. */
export interface StaffRole {
  readonly id: string;
  readonly name: Label;
  readonly cares: boolean;
  /** The documents that it needs, by their ids. */
  readonly documents: readonly string[];
}

/** A kind of document; one that `expires` is entered with its last day. */
export interface StaffDocumentKind {
  readonly id: string;
  readonly name: Label;
  readonly expires: boolean;
}

/** The same as the plan file says it: every role and document with its basis. */
export type StaffRulesInPlan = Omit<StaffRules, 'roles' | 'documents'> & {
  readonly roles: readonly (StaffRole & { readonly basis: Basis })[];
  readonly documents: readonly (StaffDocumentKind & { readonly basis: Basis })[];
  readonly basis: Basis;
};

/** A document of a member, by its kind. Dates are `YYYY-MM-DD`; `expiresOn` is the last day on which it is valid. */
export interface StaffDocument {
  readonly document: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
}

/** What the record says of a member of staff: an opaque id, never a name. */
export interface StaffEntry {
  readonly member: string;
  readonly role: string;
  /** Of whoever cares for a class, and of nobody else. */
  readonly classKind: ClassKind | null;
  readonly joinedOn: string;
  readonly documents: readonly StaffDocument[];
}

/** A document on the list: whether the institution was reminded of it, and whether its expiry was found. */
export type HeldDocument = StaffDocument & { readonly reminded: boolean; readonly found: boolean };

export type StaffMember = Omit<StaffEntry, 'documents'> & {
  readonly documents: readonly HeldDocument[];
  readonly leftOn: string | null;
};

/** Documents of the staff that share a last day. */
export interface StaffDocuments {
  readonly expiresOn: string;
  readonly documents: readonly { readonly member: string; readonly document: string }[];
}

/** Who a member of staff is, beside the record: null where it was erased. */
export type StaffContact = Readonly<Partial<Record<'person' | 'phone', string | null | undefined>>>;

/** By which a member's personal values are kept: `XCTY-2026-000001-S.m12`. */
export function staffMemberId(supervision: string, member: string): string {
  return `${supervision}.${member}`;
}

export const documentStates = {
  valid: { zh: '有效', en: 'Valid' },
  expiring: { zh: '即将到期', en: 'Expires soon' },
  expired: { zh: '已过期', en: 'Expired' },
  missing: { zh: '未录入', en: 'Not entered' },
} as const satisfies Readonly<Record<string, Label>>;
export type DocumentState = keyof typeof documentStates;

/** The members of staff, also those who left in this year. */
export function staffOf({ supervision }: Pick<CaseFile, 'supervision'>): readonly StaffMember[] {
  return supervision?.staff ?? [];
}

/** The list in force (在册). */
export function staffInForce(file: Pick<CaseFile, 'supervision'>): readonly StaffMember[] {
  return staffOf(file).filter(({ leftOn }) => leftOn === null);
}

/** The rules by which an institution's staff list is kept; null where the case has none. */
export function staffRulesIn({ itinerary: { life } }: Pick<CaseFile, 'itinerary'>): StaffRules | null {
  return life?.kind === 'supervision' ? (life.staff ?? null) : null;
}

/** How a document stands on a day. */
export function stateOf({ expiresOn }: StaffDocument, remindDays: number, today: string): DocumentState {
  if (expiresOn === null) return 'valid';
  if (expiresOn < today) return 'expired';
  return addDays(expiresOn, -remindDays) <= today ? 'expiring' : 'valid';
}

/** The documents that a member's role asks for and that nobody entered. */
export function missingOf(
  { roles, documents }: StaffRules,
  member: StaffMember,
): readonly StaffDocumentKind[] {
  const needed = roles.find(({ id }) => id === member.role)?.documents ?? [];
  return documents.filter(
    ({ id }) => needed.includes(id) && member.documents.every(({ document }) => document !== id),
  );
}

/** Carers and children of one kind of class, by a standard of the plan. */
export interface StaffRatio {
  readonly standard: Extract<StandardRule, { kind: 'careRatio' }>;
  readonly children: number;
  readonly carers: number;
  /** What the standard finds; null where it is met. */
  readonly detail: Label | null;
}

/**
 * The ratios of the list in force, by the standards of applications: the places are those of the certified
 * institution. What they find is explained and asks for nothing by itself.
 */
export function ratiosOf(
  standards: readonly StandardRule[],
  facts: ApplicationFacts,
  members: readonly StaffMember[],
): StaffRatio[] {
  const carersOf = (kind: ClassKind) => members.filter(({ classKind }) => classKind === kind).length;
  const carers = Object.fromEntries(facts.classes.map(({ kind }) => [kind, carersOf(kind)]));
  const now = { ...facts, staff: { ...facts.staff, carers } };
  return standards.flatMap((standard): StaffRatio[] => {
    if (standard.kind !== 'careRatio' || !(standard.classKind in carers)) return [];
    if (standard.modes.length > 0 && !standard.modes.includes(facts.serviceMode)) return [];
    const ofKind = facts.classes.filter(({ kind }) => kind === standard.classKind);
    const children = ofKind.reduce((sum, { places }) => sum + places, 0);
    const [finding] = findingsOf([standard], now);
    return [{ standard, children, carers: carersOf(standard.classKind), detail: finding?.detail ?? null }];
  });
}

type Due = StaffDocuments & { readonly type: 'staffDocumentsExpiring' | 'staffDocumentsExpired' };

/** What the documents of the staff bring by an instant: reminders of those that are still valid, findings of those that are not. */
export function dueOfStaff(file: CaseFile, at: string): { readonly due: string; readonly body: Due }[] {
  const rules = staffRulesIn(file);
  if (!rules) return [];
  return lastDaysOf(file)
    .flatMap((expiresOn) => {
      const over = endOfDay(expiresOn);
      const reminders = awaiting(file, expiresOn, ({ reminded }) => !reminded);
      const reminding = { type: 'staffDocumentsExpiring', expiresOn, documents: reminders } as const;
      const finding = {
        type: 'staffDocumentsExpired',
        expiresOn,
        documents: awaiting(file, expiresOn),
      } as const;
      return [
        ...(at < over ? [{ due: remindedAt(expiresOn, rules), body: reminding }] : []),
        { due: over, body: finding },
      ];
    })
    .filter(({ due, body }) => due <= at && body.documents.length > 0);
}

/** When the documents of the staff next bring something, ISO instants. */
export function datesOfStaff(file: CaseFile): string[] {
  const rules = staffRulesIn(file);
  if (!rules) return [];
  return lastDaysOf(file).flatMap((expiresOn) => {
    const isReminded = awaiting(file, expiresOn, ({ reminded }) => !reminded).length === 0;
    return [...(isReminded ? [] : [remindedAt(expiresOn, rules)]), endOfDay(expiresOn)];
  });
}

function remindedAt(expiresOn: string, { remindDays }: StaffRules): string {
  return startOfDay(addDays(expiresOn, -remindDays));
}

/** The last days of what was not found expired yet. */
function lastDaysOf(file: CaseFile): string[] {
  const days = staffInForce(file).flatMap(({ documents }) =>
    documents.flatMap(({ expiresOn, found }) => (expiresOn === null || found ? [] : [expiresOn])),
  );
  return [...new Set(days)].sort();
}

function awaiting(
  file: CaseFile,
  expiresOn: string,
  also: (document: HeldDocument) => boolean = () => true,
): StaffDocuments['documents'] {
  return staffInForce(file).flatMap(({ member, documents }) =>
    documents
      .filter((each) => each.expiresOn === expiresOn && !each.found && also(each))
      .map(({ document }) => ({ member, document })),
  );
}

import { type PersonalField, personalFields } from '../../domain/application';
import { masks } from '../../domain/mask';
import { ERASED, type FieldCipher } from './cipher';

/** The tables that hold personal values. */
export type Holder =
  'application' | 'draft' | 'notice' | 'account' | 'complaint' | 'staff_member' | 'idempotency_key';

export interface HolderRule {
  /** The columns of the primary key: the row that a value is sealed for. */
  readonly key: readonly string[];
  readonly column: string;
  /** Where in its JSON the contact stands; null where the column is an e-mail address itself. */
  readonly at: readonly string[] | null;
}

/** Where personal values stand; whatever reads, writes, finds, rotates or erases them goes by this table. */
export const holders: Readonly<Record<Holder, HolderRule>> = {
  application: { key: ['case_id'], column: 'body', at: ['contact'] },
  draft: { key: ['id'], column: 'body', at: ['contact'] },
  notice: { key: ['key'], column: 'recipient', at: null },
  account: { key: ['issuer', 'sub'], column: 'email', at: null },
  complaint: { key: ['no'], column: 'contact', at: [] },
  staff_member: { key: ['id'], column: 'contact', at: [] },
  // The answers given to acts: where they show an application, they show its contact.
  idempotency_key: { key: ['sub', 'key'], column: 'body', at: ['application', 'contact'] },
};

export const holderNames = Object.keys(holders) as Holder[];

/** What becomes of a value; null leaves nothing where it stood. */
export type Change = (value: string, field: PersonalField) => string | null;

/** A value with each of its personal parts changed, and all else as it was. */
export function changed(holder: Holder, value: unknown, change: Change): unknown {
  const { at } = holders[holder];
  if (at !== null) return within(value, at, change);
  return typeof value === 'string' && value !== '' ? change(value, 'email') : value;
}

/** A value with its personal parts sealed for the row that will hold it; a mark of erasure stays one. */
export function sealed(cipher: FieldCipher, holder: Holder, row: readonly string[], value: unknown): unknown {
  return changed(holder, value, (text, field) =>
    text === ERASED ? text : cipher.seal(text, { table: holder, row, field }),
  );
}

/** A kept value with its personal parts in clear, null where they were erased. @throws PersonalDataFault */
export function opened(cipher: FieldCipher, holder: Holder, row: readonly string[], kept: unknown): unknown {
  return changed(holder, kept, (text, field) => cipher.open(text, { table: holder, row, field }));
}

/** A kept value with its personal parts masked, null where they were erased. @throws PersonalDataFault */
export function masked(cipher: FieldCipher, holder: Holder, row: readonly string[], kept: unknown): unknown {
  return changed(holder, kept, (text, field) => {
    const clear = cipher.open(text, { table: holder, row, field });
    return clear === null ? null : masks[field](clear);
  });
}

/** The personal parts of a value, by field. */
export function personalPartsOf(holder: Holder, value: unknown): [PersonalField, string][] {
  const parts: [PersonalField, string][] = [];
  changed(holder, value, (text, field) => {
    parts.push([field, text]);
    return text;
  });
  return parts;
}

function within(value: unknown, [name, ...deeper]: readonly string[], change: Change): unknown {
  if (!isRecord(value)) return value;
  if (name === undefined) return inContact(value, change);
  return name in value ? { ...value, [name]: within(value[name], deeper, change) } : value;
}

function inContact(contact: Record<string, unknown>, change: Change): unknown {
  const parts = Object.entries(contact).map(([name, value]) => {
    const field = personalFields.find((each) => each === name);
    return [name, field && typeof value === 'string' && value !== '' ? change(value, field) : value] as const;
  });
  return Object.fromEntries(parts);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

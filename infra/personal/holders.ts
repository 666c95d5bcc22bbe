import { type PersonalField, personalFields } from '../../domain/application';
import { masks } from '../../domain/mask';
import type { FieldCipher } from './cipher';

/** The tables that hold personal values. */
export type Holder = 'application' | 'draft' | 'notice' | 'account' | 'idempotency_key';

/** What becomes of a value; null leaves nothing where it stood. */
export type Change = (value: string, field: PersonalField) => string | null;

interface HolderRule {
  /** The columns of the primary key: the row that a value is sealed for. */
  readonly key: readonly string[];
  readonly column: string;
  /** Whether the column is JSON, a text otherwise. */
  readonly form: 'json' | 'text';
  readonly change: (kept: unknown, change: Change) => unknown;
}

/** Where personal values stand; whatever reads, writes, finds, rotates or erases them goes by this table. */
export const holders = {
  application: { key: ['case_id'], column: 'body', form: 'json', change: inContact },
  draft: { key: ['id'], column: 'body', form: 'json', change: inContact },
  notice: { key: ['key'], column: 'recipient', form: 'text', change: asEmail },
  account: { key: ['issuer', 'sub'], column: 'email', form: 'text', change: asEmail },
  // The answers given to acts: where they show an application, they show its contact.
  idempotency_key: { key: ['sub', 'key'], column: 'body', form: 'json', change: inApplication },
} as const satisfies Readonly<Record<Holder, HolderRule>>;

/** A value with its personal parts sealed for the row that will hold it. */
export function sealed(cipher: FieldCipher, holder: Holder, row: readonly string[], value: unknown): unknown {
  return holders[holder].change(value, (text, field) => cipher.seal(text, { table: holder, row, field }));
}

/** A kept value with its personal parts in clear, null where they were erased. @throws PersonalDataFault */
export function opened(cipher: FieldCipher, holder: Holder, row: readonly string[], kept: unknown): unknown {
  return holders[holder].change(kept, (text, field) => cipher.open(text, { table: holder, row, field }));
}

/** A kept value with its personal parts masked, null where they were erased. @throws PersonalDataFault */
export function masked(cipher: FieldCipher, holder: Holder, row: readonly string[], kept: unknown): unknown {
  return holders[holder].change(kept, (text, field) => {
    const clear = cipher.open(text, { table: holder, row, field });
    return clear === null ? null : masks[field](clear);
  });
}

/** The personal parts of a value, by field. */
export function personalPartsOf(holder: Holder, value: unknown): [PersonalField, string][] {
  const parts: [PersonalField, string][] = [];
  holders[holder].change(value, (text, field) => {
    parts.push([field, text]);
    return text;
  });
  return parts;
}

function inContact(kept: unknown, change: Change): unknown {
  if (!isRecord(kept) || !isRecord(kept.contact)) return kept;
  const contact = Object.entries(kept.contact).map(([name, value]) => {
    const field = personalFields.find((each) => each === name);
    return [name, field && typeof value === 'string' && value !== '' ? change(value, field) : value] as const;
  });
  return { ...kept, contact: Object.fromEntries(contact) };
}

function inApplication(kept: unknown, change: Change): unknown {
  return isRecord(kept) && isRecord(kept.application)
    ? { ...kept, application: inContact(kept.application, change) }
    : kept;
}

function asEmail(kept: unknown, change: Change): unknown {
  return typeof kept === 'string' && kept !== '' ? change(kept, 'email') : kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { sql } from 'kysely';
import type { PersonalField } from '../../domain/application';
import { phoneDigits } from '../../domain/mask';
import type { Db, Tx } from '../db/connect';
import type { FieldCipher } from './cipher';
import { type Holder, personalPartsOf, sealed } from './holders';

/** What a person can be found by: exactly, as it was written or written otherwise (`+86 138-…`, `A@EXAMPLE.ORG`). */
export const findableFields = ['phone', 'email', 'idNumber'] as const satisfies readonly PersonalField[];
export type FindableField = (typeof findableFields)[number];

const normal: Readonly<Record<FindableField, (value: string) => string>> = {
  phone: phoneDigits,
  email: (email) => email.trim().toLowerCase(),
  idNumber: (number) => number.trim().toUpperCase(),
};

/** A row that holds a value that was looked for. */
export interface Found {
  readonly holder: Holder;
  readonly row: readonly string[];
}

/**
 * Seals a value for the row that will hold it, and notes in the blind index what the row can be found by,
 * in the transaction that writes the row.
 */
export async function sealedFor<T>(
  tx: Tx,
  cipher: FieldCipher,
  holder: Holder,
  row: readonly string[],
  value: T,
): Promise<T> {
  await note(tx, cipher, holder, [{ row, value }]);
  return sealed(cipher, holder, row, value) as T;
}

/** The rows that hold a value. */
export async function findRows(
  db: Db | Tx,
  cipher: FieldCipher,
  field: FindableField,
  value: string,
): Promise<Found[]> {
  const rows = await db
    .selectFrom('personal_index')
    .select(['holder', 'row'])
    .where('digest', '=', digestOf(cipher, field, value))
    .orderBy('holder')
    .orderBy('row')
    .execute();
  return rows;
}

/** Takes rows out of the index: nobody is found by what they held. */
export async function forget(tx: Tx, holder: Holder, row: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('personal_index')
    .where('holder', '=', holder)
    .where('row', '=', sql<string[]>`${[...row]}::text[]`)
    .execute();
}

/** A row, and the value in clear that it will hold. */
interface Content {
  readonly row: readonly string[];
  readonly value: unknown;
}

/** Notes what rows can be found by, in one statement: what is gone from a row goes, what is there stands. */
export async function note(
  tx: Tx,
  cipher: FieldCipher,
  holder: Holder,
  contents: readonly Content[],
): Promise<void> {
  const rows = contents.map(({ row }) => row);
  const digests = contents.flatMap(({ row, value }) => digestsOf(cipher, holder, row, value));
  await sql`
    with noted as (
      select array(select jsonb_array_elements_text(each.row)) as row, field, digest
        from jsonb_to_recordset(${JSON.stringify(digests)}::jsonb) as each (row jsonb, field text, digest text)),
    gone as (
      delete from personal_index as old
       where holder = ${holder}
         and row in (select array(select jsonb_array_elements_text(each))
                       from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as each)
         and not exists (select from noted where noted.row = old.row and noted.field = old.field))
    insert into personal_index (holder, row, field, digest)
    select ${holder}, row, field, digest from noted
    on conflict (holder, row, field) do update set digest = excluded.digest`.execute(tx);
}

function digestsOf(cipher: FieldCipher, holder: Holder, row: readonly string[], value: unknown) {
  return personalPartsOf(holder, value).flatMap(([name, text]) => {
    const field = findableFields.find((each) => each === name);
    // Nobody is found by a masked value.
    const findable = field && !text.includes('*') && normal[field](text) !== '';
    return findable ? [{ row, field, digest: digestOf(cipher, field, text) }] : [];
  });
}

function digestOf(cipher: FieldCipher, field: FindableField, value: string): string {
  return cipher.digest(field, normal[field](value));
}

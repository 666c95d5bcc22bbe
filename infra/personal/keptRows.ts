import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { personalFields } from '../../domain/application';
import type { Db, Tx } from '../db/connect';
import { ERASED } from './cipher';
import { type Holder, holderNames, holders } from './holders';

/** A row of a holder: its primary key, and the column that holds personal values. */
export interface KeptRow {
  readonly row: readonly string[];
  readonly kept: unknown;
}

/** The rows that meet a condition, locked until the transaction ends; those that others hold are awaited. */
export function lockedRows(tx: Tx, holder: Holder, condition: RawBuilder<SqlBool>): Promise<KeptRow[]> {
  return select(tx, holder, condition, sql`for update`);
}

/** The same, at most `limit` of them; those that others hold are left. */
export function someLockedRows(
  tx: Tx,
  holder: Holder,
  condition: RawBuilder<SqlBool>,
  limit: number,
): Promise<KeptRow[]> {
  return select(tx, holder, condition, sql`limit ${sql.lit(limit)} for update skip locked`);
}

async function select(
  tx: Tx,
  holder: Holder,
  condition: RawBuilder<SqlBool>,
  lock: RawBuilder<unknown>,
): Promise<KeptRow[]> {
  const { column } = holders[holder];
  const { rows } = await sql<KeptRow>`
    select ${keyOf(holder)} as row, ${sql.ref(column)} as kept from ${sql.table(holder)}
     where ${condition} ${lock}`.execute(tx);
  return rows;
}

/** Writes what a row holds from now on. */
export async function writeKept(
  tx: Tx,
  holder: Holder,
  row: readonly string[],
  kept: unknown,
): Promise<void> {
  const { column, at } = holders[holder];
  const value = at === null ? kept : JSON.stringify(kept);
  await sql`
    update ${sql.table(holder)} set ${sql.ref(column)} = ${value} where ${isRow(holder, row)}`.execute(tx);
}

function isRow(holder: Holder, row: readonly string[]): RawBuilder<SqlBool> {
  const { key } = holders[holder];
  return sql.join(
    key.map((column, index) => sql`${sql.ref(column)} = ${row[index]}`),
    sql` and `,
  );
}

/** Whether a row holds a value that is not sealed with the active key: with an older one, or in clear. */
export function isStale(holder: Holder, activeKey: string): RawBuilder<SqlBool> {
  return holdsAny(holder, (value) => sql`${value} not like ${`pd1.${activeKey}.%`}`);
}

/** Whether a row holds a personal value that was not erased. */
export function holdsValues(holder: Holder): RawBuilder<SqlBool> {
  return holdsAny(holder, () => sql`true`);
}

function holdsAny(
  holder: Holder,
  also: (value: RawBuilder<string>) => RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const each = valuesOf(holder).map(
    (value) => sql`(${value} <> '' and ${value} <> ${ERASED} and ${also(value)})`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}

/** How many values each key has sealed. */
export async function keyUse(db: Db | Tx): Promise<Map<string, number>> {
  const use = new Map<string, number>();
  for (const holder of holderNames) {
    const { rows } = await sql<{ kid: string; n: string }>`
      select split_part(value, '.', 2) as kid, count(*) as n
        from ${sql.table(holder)}, unnest(array[${sql.join(valuesOf(holder))}]) as value
       where value like 'pd1.%' group by 1`.execute(db);
    for (const { kid, n } of rows) use.set(kid, (use.get(kid) ?? 0) + Number(n));
  }
  return use;
}

/** How many rows hold a value that is not sealed with the active key. */
export async function staleRows(db: Db | Tx, activeKey: string): Promise<number> {
  let count = 0;
  for (const holder of holderNames) {
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from ${sql.table(holder)} where ${isStale(holder, activeKey)}`.execute(db);
    count += Number(rows[0]?.n ?? 0);
  }
  return count;
}

function keyOf(holder: Holder): RawBuilder<string[]> {
  return sql`array[${sql.join(holders[holder].key.map((column) => sql`${sql.ref(column)}::text`))}]`;
}

/** Each place of a row where a personal value may stand, as a text of SQL. */
function valuesOf(holder: Holder): RawBuilder<string>[] {
  const { column, at } = holders[holder];
  if (at === null) return [sql`${sql.ref(column)}`];
  return personalFields.map((field) => {
    const path = sql.lit(`{${[...at, field].join(',')}}`);
    return sql<string>`(${sql.ref(column)} #>> ${path})`;
  });
}

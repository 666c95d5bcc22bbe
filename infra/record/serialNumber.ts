import { sql } from 'kysely';
import type { Tx } from '../db/connect';

/** The next number of a name in a year, without gaps: a refused act gives its number back with the transaction. */
export async function nextNumber(tx: Tx, name: string, year: number): Promise<number> {
  const { last } = await tx
    .insertInto('serial_number')
    .values({ name, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['name', 'year']).doUpdateSet({ last: sql`serial_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** `XC-2026-000001`; document kinds put a letter between: `XC-C-2026-000001`. */
export function formatNumber(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${String(number).padStart(6, '0')}`;
}

import pg from 'pg';
import type { Label } from '../../domain/label';
import type { UnitId } from '../../domain/plan';
import { roles as roleLabels, type Role } from '../../domain/vocabulary';
import type { Db, Tx } from '../db/connect';

/** Who a sign-in is here, as administrators keep it. */
export interface Account {
  readonly sub: string;
  readonly name: Label;
  readonly email: string;
  readonly unit: UnitId | null;
  readonly organisation: string | null;
  readonly roles: readonly Role[];
}

/** An account as it is entered: `organisation` only for who acts for an applicant. */
export type NewAccount = Omit<Account, 'organisation'> & { readonly organisation?: string | null };

/** The active account of a sign-in, or null: claims alone give nothing. */
export async function findAccount(db: Db | Tx, issuer: string, sub: string): Promise<Account | null> {
  const row = await db
    .selectFrom('account')
    .select(['sub', 'name', 'email', 'unit', 'organisation', 'roles'])
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .where('active', '=', true)
    .executeTakeFirst();
  return row ? { ...row, roles: row.roles.filter(isPersonsRole) } : null;
}

/** The engine's own role is nobody's, whatever the table says. */
function isPersonsRole(role: string): role is Role {
  return role in roleLabels && role !== 'system';
}

/** Whether somebody can sign in for an applicant organisation. */
export async function hasAccount(db: Db | Tx, issuer: string, organisation: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('sub')
    .where('issuer', '=', issuer)
    .where('organisation', '=', organisation)
    .where('active', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What people of an issuer are called, by sub; who is not (or no longer) known is left out. */
export async function namesOf(
  db: Db | Tx,
  issuer: string,
  subs: readonly string[],
): Promise<Map<string, Label>> {
  if (subs.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['sub', 'name'])
    .where('issuer', '=', issuer)
    .where('sub', 'in', [...new Set(subs)])
    .execute();
  return new Map(rows.map(({ sub, name }) => [sub, name]));
}

/**
 * Enters accounts or brings them up to date, all or none; others stay as they are.
 * @param databaseUrl of the owner of the tables: the application's role may only read accounts
 */
export async function upsertAccounts(
  databaseUrl: string,
  issuer: string,
  accounts: readonly NewAccount[],
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into account (issuer, sub, name, email, unit, organisation, roles)
       select $1, a.sub, a.name, a.email, a.unit, a.organisation,
              array(select jsonb_array_elements_text(a.roles))
         from jsonb_to_recordset($2::jsonb)
           as a (sub text, name jsonb, email text, unit text, organisation text, roles jsonb)
       on conflict (issuer, sub) do update set
         name = excluded.name, email = excluded.email, unit = excluded.unit,
         organisation = excluded.organisation, roles = excluded.roles`,
      [issuer, JSON.stringify(accounts)],
    );
  } finally {
    await client.end();
  }
}

import type { Label } from '../../domain/label';
import type { UnitId } from '../../domain/plan';
import { roles as roleLabels, type Role } from '../../domain/vocabulary';
import type { Db, Tx } from '../db/connect';
import type { FieldCipher, Sealed } from '../personal/cipher';
import { note } from '../personal/blindIndex';
import { opened, sealed } from '../personal/holders';
import { asOwner } from '../db/owner';

/** Who a sign-in is here, as administrators keep it. */
export interface Account {
  readonly sub: string;
  readonly name: Label;
  readonly unit: UnitId | null;
  readonly organisation: string | null;
  readonly roles: readonly Role[];
  /** Whoever signed in before has been signed out since. */
  readonly signedOutAt: Date | null;
}

/** An account as it is entered: `organisation` only for who acts for an applicant. */
export type NewAccount = Omit<Account, 'organisation' | 'signedOutAt'> & {
  readonly email: string;
  readonly organisation?: string | null;
};

/** The active account of a sign-in, or null: claims alone give nothing. */
export async function findAccount(db: Db | Tx, issuer: string, sub: string): Promise<Account | null> {
  const row = await db
    .selectFrom('account')
    .select(['sub', 'name', 'unit', 'organisation', 'roles', 'signed_out_at as signedOutAt'])
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

/** The active people of a unit who hold one of the roles, by name. */
export async function peopleOf(
  db: Db | Tx,
  issuer: string,
  unit: UnitId,
  roles: readonly Role[],
): Promise<Pick<Account, 'sub' | 'name'>[]> {
  const rows = await db
    .selectFrom('account')
    .select(['sub', 'name', 'roles'])
    .where('issuer', '=', issuer)
    .where('unit', '=', unit)
    .where('active', '=', true)
    .orderBy('sub')
    .execute();
  const able = rows.filter((row) => roles.some((role) => row.roles.includes(role)));
  return able.map(({ sub, name }) => ({ sub, name }));
}

/** The e-mail address of an account, or null where it was erased. */
export async function emailOf(
  db: Db | Tx,
  personal: FieldCipher,
  issuer: string,
  sub: string,
): Promise<string | null> {
  const { email } = await db
    .selectFrom('account')
    .select('email')
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .executeTakeFirstOrThrow();
  return opened(personal, 'account', [issuer, sub], email) as string | null;
}

/**
 * Enters accounts or brings them up to date, all or none; others stay as they are.
 * @param databaseUrl of the owner of the tables: the application's role may only read accounts
 */
export async function upsertAccounts(
  databaseUrl: string,
  issuer: string,
  accounts: readonly NewAccount[],
  personal: FieldCipher,
): Promise<void> {
  await asOwner(databaseUrl, (db) =>
    db.transaction().execute((tx) => enterAccounts(tx, issuer, accounts, personal)),
  );
}

/** The same, in the caller's transaction. */
export async function enterAccounts(
  tx: Tx,
  issuer: string,
  accounts: readonly NewAccount[],
  personal: FieldCipher,
): Promise<void> {
  if (accounts.length === 0) return;
  const rowOf = ({ sub }: NewAccount): string[] => [issuer, sub];
  await note(
    tx,
    personal,
    'account',
    accounts.map((account) => ({ row: rowOf(account), value: account.email })),
  );
  await tx
    .insertInto('account')
    .values(
      accounts.map((account) => ({
        issuer,
        sub: account.sub,
        name: JSON.stringify(account.name),
        email: sealed(personal, 'account', rowOf(account), account.email) as Sealed,
        unit: account.unit,
        organisation: account.organisation ?? null,
        roles: [...account.roles],
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['issuer', 'sub']).doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        email: row.ref('excluded.email'),
        unit: row.ref('excluded.unit'),
        organisation: row.ref('excluded.organisation'),
        roles: row.ref('excluded.roles'),
      })),
    )
    .execute();
}

import type { Db, Tx } from '../db/connect';

/** Nobody may do this under that name; the message says who may. */
export class NoAdministrator extends Error {
  override readonly name = 'NoAdministrator';
}

/**
 * Checks that somebody is an administrator with an account in use.
 * @param issuer whose accounts count; null where any issuer's do
 * @throws NoAdministrator
 */
export async function checkAdministrator(db: Db | Tx, issuer: string | null, sub: string): Promise<void> {
  const known = await administrators(db, issuer);
  if (known.includes(sub)) return;
  throw new NoAdministrator(
    `--by：${sub} 不是在用的系统管理员账号；可用 ${known.join('、') || '无'}\n` +
      `--by: ${sub} is no administrator's account in use; there are: ${known.join(', ') || 'none'}`,
  );
}

/** The administrators whose accounts are in use. */
export async function administrators(db: Db | Tx, issuer: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('sub')
    .$if(issuer !== null, (query) => query.where('issuer', '=', issuer))
    .where('active', '=', true)
    .where('roles', '@>', [['administrator']])
    .orderBy('sub')
    .execute();
  return rows.map(({ sub }) => sub);
}

import type { AuditType } from '../../domain/audit';
import type { Label } from '../../domain/label';
import { maskedText, masks } from '../../domain/mask';
import type { Plan } from '../../domain/plan';
import type { Role } from '../../domain/vocabulary';
import { appendAudit } from '../audit/log';
import type { Clock } from '../clock';
import type { Db, Tx } from '../db/connect';
import type { FieldCipher } from '../personal/cipher';
import { opened } from '../personal/holders';
import { accountProblems } from './accountProblems';
import { enterAccounts, type NewAccount } from './accounts';
import { administrators, checkAdministrator } from './administrators';
import { endSessions } from './sessions';

/** An account cannot be kept like this; the message says which option, by which rule, and what is allowed. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
}

/** What administrators keep accounts with. `by` is the administrator's own sub, `issuer` where people sign in. */
export interface Keeping {
  readonly db: Db;
  readonly clock: Clock;
  readonly personal: FieldCipher;
  readonly issuer: string;
  readonly by: string;
}

/** An account as the list shows it. */
export interface KeptAccount {
  readonly sub: string;
  readonly name: Label;
  readonly email: string | null;
  readonly unit: string | null;
  readonly organisation: string | null;
  readonly roles: readonly string[];
  readonly active: boolean;
}

/** Every account of an issuer, its e-mail address masked. */
export async function listAccounts({
  db,
  personal,
  issuer,
}: Omit<Keeping, 'by' | 'clock'>): Promise<KeptAccount[]> {
  const rows = await db
    .selectFrom('account')
    .select(['sub', 'name', 'email', 'unit', 'organisation', 'roles', 'active'])
    .where('issuer', '=', issuer)
    .orderBy('sub')
    .execute();
  return rows.map((row) => {
    const email = opened(personal, 'account', [issuer, row.sub], row.email) as string | null;
    return { ...row, email: email && masks.email(email) };
  });
}

/**
 * Enters an account that is not there yet. The first of an installation is an administrator's, who enters it.
 * @throws AccountRefused; NoAdministrator
 */
export async function addAccount(keeping: Keeping, account: NewAccount): Promise<void> {
  await inOrder(keeping, async (tx) => {
    const isFirst = (await administrators(tx, keeping.issuer)).length === 0;
    if (isFirst && !(account.sub === keeping.by && account.roles.includes('administrator')))
      throw new AccountRefused(
        '还没有系统管理员：第一个账号须为 --roles administrator，且 --by 与 --sub 相同\n' +
          'There is no administrator yet: the first account has --roles administrator, and --by is its --sub',
      );
    if (!isFirst) await checkAdministrator(tx, keeping.issuer, keeping.by);
    if (await find(tx, keeping, account.sub))
      throw new AccountRefused(
        `--sub：${account.sub} 已有账号\n--sub: ${account.sub} has an account already`,
      );
    await enter(tx, keeping, account);
    return { type: 'accountAdded', sub: account.sub, details: factsOf(account) };
  });
}

/** What may be changed of an account; what is not given stays. */
export type AccountChange = Partial<Omit<NewAccount, 'sub'>> & { readonly active?: true };

/** Changes an account, at once. @throws AccountRefused; NoAdministrator */
export async function changeAccount(keeping: Keeping, sub: string, change: AccountChange): Promise<void> {
  await inOrder(keeping, async (tx) => {
    await checkAdministrator(tx, keeping.issuer, keeping.by);
    const before = await existing(tx, keeping, sub);
    const { active, ...fields } = change;
    const after: NewAccount = { ...before, ...fields };
    await enter(tx, keeping, after);
    if (active) await setActive(tx, keeping, sub, true);
    const given = Object.keys(change).sort();
    const details = { before: factsOf(before), after: factsOf(after), given };
    return { type: 'accountChanged', sub, details };
  });
}

/** Takes an account out of use and ends its sessions and tokens. @throws AccountRefused; NoAdministrator */
export async function deactivateAccount(keeping: Keeping, sub: string, reason: string): Promise<void> {
  await inOrder(keeping, async (tx) => {
    await checkAdministrator(tx, keeping.issuer, keeping.by);
    await existing(tx, keeping, sub);
    if (sub === keeping.by)
      throw new AccountRefused('不能停用自己的账号：请另一管理员办理\nNobody deactivates their own account');
    await setActive(tx, keeping, sub, false);
    await endSessions(tx, { issuer: keeping.issuer, sub }, new Date());
    return { type: 'accountDeactivated', sub, details: { reason: maskedText(reason) } };
  });
}

interface Done {
  readonly type: Extract<AuditType, `account${string}`>;
  readonly sub: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A change and its entry on the audit log come about together. */
function inOrder({ db, clock, issuer, by }: Keeping, change: (tx: Tx) => Promise<Done>): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const { type, sub, details } = await change(tx);
    if ((await administrators(tx, issuer)).length === 0)
      throw new AccountRefused('至少保留一名系统管理员\nAt least one administrator must stay');
    const subject = { kind: 'account' as const, id: sub };
    const entry = { type, actor: { sub: by, unit: null }, subject, requestId: null, details };
    await appendAudit(tx, await clock.now(), [entry]);
  });
}

async function enter(tx: Tx, { issuer, personal }: Keeping, account: NewAccount): Promise<void> {
  const problems = accountProblems(await latestPlan(tx), account);
  if (problems.length > 0) throw new AccountRefused(problems.join('\n'));
  await enterAccounts(tx, issuer, [account], personal);
}

async function find(tx: Tx, { issuer, personal }: Keeping, sub: string): Promise<NewAccount | null> {
  const row = await tx
    .selectFrom('account')
    .select(['sub', 'name', 'email', 'unit', 'organisation', 'roles'])
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const email = opened(personal, 'account', [issuer, sub], row.email) as string | null;
  return { ...row, email: email ?? '', roles: row.roles as Role[] };
}

async function existing(tx: Tx, keeping: Keeping, sub: string): Promise<NewAccount> {
  const account = await find(tx, keeping, sub);
  if (account) return account;
  throw new AccountRefused(
    `--sub：没有账号 ${sub}，见 npm run accounts -- list\n--sub: there is no account ${sub}, see npm run accounts -- list`,
  );
}

async function setActive(tx: Tx, { issuer }: Keeping, sub: string, active: boolean): Promise<void> {
  await tx
    .updateTable('account')
    .set({ active })
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .execute();
}

/** What the audit log keeps of an account: no name, no address. */
function factsOf({ unit, organisation = null, roles }: NewAccount) {
  return { unit, organisation, roles };
}

/** The units that there are: those of the plan that was published last. */
async function latestPlan(tx: Tx): Promise<Plan> {
  const row = await tx
    .selectFrom('plan_version')
    .select('body')
    .orderBy('published_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row) return row.body;
  throw new AccountRefused(
    '尚未公布方案：先运行 npm run plan -- publish\nNo plan is published: npm run plan -- publish',
  );
}

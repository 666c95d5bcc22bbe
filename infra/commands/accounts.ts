import { parseArgs } from 'node:util';
import { valuesOf } from '../../domain/label';
import { type Role, roles } from '../../domain/vocabulary';
import { systemClock } from '../clock';
import { asOwner } from '../db/owner';
import {
  type AccountChange,
  AccountRefused,
  addAccount,
  changeAccount,
  deactivateAccount,
  type Keeping,
  type KeptAccount,
  listAccounts,
} from '../identity/accountKeeping';
import { personsRoles } from '../identity/accountProblems';
import { NoAdministrator } from '../identity/administrators';
import { installationOf } from '../launcher/installation';
import { loadCipher } from '../personal/personalKeys';
import { readSettings, SettingsError } from '../settings';
import { textTable } from './textTable';
import { asProcess, type Output, WrongUsage } from './output';

const help = `账号：登录标识对应的单位和岗位 Accounts: which unit and roles a sign-in has

  npm run accounts -- list
  npm run accounts -- add --sub SUB --name-zh 称谓 --name-en NAME --email ADDRESS --roles ROLE,ROLE
                          [--unit UNIT] [--organisation 举办者] --by SUB
  npm run accounts -- change --sub SUB [同上各项，只写要改的 any of the above] [--active] --by SUB
  npm run accounts -- deactivate --sub SUB --reason 理由 --by SUB   立即生效，结束其全部会话 at once, with all sessions

  --by       办理此事的系统管理员的 sub The sub of the administrator who does this
  --issuer   身份认证服务，默认为 OIDC_ISSUER The issuer, OIDC_ISSUER if not said
  岗位 Roles: ${personsRoles.join(', ')}

每次变更都记入审计日志。 Every change is on the audit log.
退出码 Exit codes: 0 完成 done · 1 不能如此变更 refused · 2 用法有误 wrong usage`;

/** Runs `npm run accounts -- …`. @returns the exit code, as the help says */
export async function runAccountsCommand(
  args: readonly string[],
  output: Output,
  given: Omit<Keeping, 'by'> | null = null,
): Promise<number> {
  try {
    const { command, values } = parse(args);
    if (values.help) {
      output.out(help);
      return 0;
    }
    const work = (keeping: Omit<Keeping, 'by'>) => answer(command, values, keeping);
    output.out(await (given ? work(given) : onInstallation(values.issuer, work)));
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    const isExpected = [AccountRefused, NoAdministrator, SettingsError].some((kind) => error instanceof kind);
    if (!isExpected) throw error;
    output.err((error as Error).message);
    return 1;
  }
}

const options = {
  sub: { type: 'string' },
  'name-zh': { type: 'string' },
  'name-en': { type: 'string' },
  email: { type: 'string' },
  unit: { type: 'string' },
  organisation: { type: 'string' },
  roles: { type: 'string' },
  active: { type: 'boolean' },
  reason: { type: 'string' },
  by: { type: 'string' },
  issuer: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    if (positionals.length > 1) throw new WrongUsage('只能有一个命令 One command at a time');
    return { command: positionals[0], values };
  } catch (error) {
    throw error instanceof WrongUsage ? error : new WrongUsage((error as Error).message);
  }
}

type Values = ReturnType<typeof parse>['values'];

async function answer(
  command: string | undefined,
  values: Values,
  ground: Omit<Keeping, 'by'>,
): Promise<string> {
  if (command === 'list') return table(await listAccounts(ground));
  if (command !== 'add' && command !== 'change' && command !== 'deactivate')
    throw new WrongUsage('命令须为 list、add、change 或 deactivate Say list, add, change or deactivate');
  const sub = required(values, 'sub');
  const keeping = { ...ground, by: required(values, 'by') };
  if (command === 'deactivate') {
    await deactivateAccount(keeping, sub, required(values, 'reason'));
    return `✓ ${sub} 已停用，会话已全部结束 is out of use, and its sessions are ended`;
  }
  if (command === 'change') {
    await changeAccount(keeping, sub, changeOf(values));
    return `✓ ${sub} 已变更 is changed`;
  }
  await addAccount(keeping, {
    sub,
    name: { zh: required(values, 'name-zh'), en: required(values, 'name-en') },
    email: required(values, 'email'),
    unit: values.unit ?? null,
    organisation: values.organisation ?? null,
    roles: rolesOf(required(values, 'roles')),
  });
  return `✓ ${sub} 已登记 is entered`;
}

/** What is given, and nothing else; an empty text takes a unit or an organisation away. */
function changeOf(values: Values): AccountChange {
  const { 'name-zh': zh, 'name-en': en, email, unit, organisation, roles: given, active } = values;
  if ((zh === undefined) !== (en === undefined))
    throw new WrongUsage('--name-zh 与 --name-en 须一并给出 Give both names together');
  const change: AccountChange = {
    ...(zh !== undefined && en !== undefined && { name: { zh, en } }),
    ...(email !== undefined && { email }),
    ...(unit !== undefined && { unit: unit || null }),
    ...(organisation !== undefined && { organisation: organisation || null }),
    ...(given !== undefined && { roles: rolesOf(given) }),
    ...(active && { active }),
  };
  if (Object.keys(change).length === 0) throw new WrongUsage('没有要变更的内容 Nothing to change');
  return change;
}

function rolesOf(given: string): Role[] {
  const names = given.split(',').map((name) => name.trim());
  const wrong = names.filter((name) => !(personsRoles as readonly string[]).includes(name));
  if (wrong.length > 0)
    throw new WrongUsage(
      `--roles：没有岗位 ${wrong.join('、')}，可用 ${personsRoles.join(', ')}\n--roles: no such role: ${wrong.join(', ')}`,
    );
  return valuesOf(roles).filter((role) => names.includes(role));
}

function required(values: Values, option: Exclude<keyof Values, 'active' | 'help'>): string {
  const value = values[option]?.trim();
  if (value) return value;
  throw new WrongUsage(`--${option}：必须给出\n--${option}: must be given`);
}

function table(accounts: readonly KeptAccount[]): string {
  return textTable([
    ['sub', '称谓 name', '单位 unit', '举办者 organisation', '岗位 roles', '邮箱 e-mail', ''],
    ...accounts.map(({ sub, name, unit, organisation, roles: held, email, active }) => [
      sub,
      name.zh,
      unit ?? '',
      organisation ?? '',
      held.join(','),
      email ?? '',
      active ? '' : '已停用 out of use',
    ]),
  ]).join('\n');
}

async function onInstallation<T>(
  issuer: string | undefined,
  work: (keeping: Omit<Keeping, 'by'>) => Promise<T>,
): Promise<T> {
  const { settings } = await installationOf(readSettings());
  const personal = await loadCipher(settings.personalKeyFile, settings.mode);
  return asOwner(settings.databaseUrl, (db) =>
    work({ db, personal, clock: systemClock, issuer: issuer ?? settings.oidcIssuer }),
  );
}

if (require.main === module) {
  asProcess(runAccountsCommand);
}

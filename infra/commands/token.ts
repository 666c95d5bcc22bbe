import { parseArgs } from 'node:util';
import { type Account, seedAccounts, seedPlanFile } from '../development/accounts';
import { embeddedClient } from '../identity/embeddedClient';
import { LOOPBACK } from '../development/part';
import { cliClientId } from '../identity/cliClient';
import { signInAs } from '../identity/signIn';
import { NoSuchAccount, ProviderUnreachable, SignInFailed } from '../identity/signInErrors';
import { withRunningParts } from '../launcher/runningSettings';
import { readPlanFile } from '../plan/file';
import { PlanFileError } from '../plan/problem';
import { readSettings, refuseInProduction, SettingsError } from '../settings';
import { alike } from '../identity/alike';
import { asProcess, type Output, WrongUsage } from './output';

const help = `访问令牌 Bearer tokens of the embedded accounts

  npm run token -- --as ACCOUNT   打印令牌 Print a token, 8 hours good
  npm run token -- --list         列出账号 List the accounts

退出码 Exit codes: 0 完成 done · 1 无法登录 no sign-in · 2 用法有误 wrong usage`;

/** Runs `npm run token -- …`. @returns the exit code, as the help says */
export async function runTokenCommand(args: readonly string[], output: Output): Promise<number> {
  try {
    output.out(await answer(parse(args)));
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    if (!isExpected(error)) throw error;
    output.err(
      error instanceof NoSuchAccount ? `${error.message}\n${suggestions(error.account)}` : error.message,
    );
    return 1;
  }
}

interface Wanted {
  readonly as?: string;
  readonly list?: boolean;
  readonly help?: boolean;
}

function parse(args: readonly string[]): Wanted {
  const options = {
    as: { type: 'string' },
    list: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

async function answer({ as: account, list, help: asked }: Wanted): Promise<string> {
  if (asked) return help;
  const settings = withRunningParts(readSettings());
  refuseInProduction(settings, 'npm run token');
  if (list) return accounts().map(line).join('\n');
  if (!account) throw new WrongUsage('须写明账号 Say as whom: --as education-caseOfficer-1');
  const { accessToken } = await signInAs({
    issuer: settings.oidcIssuer ?? `http://${LOOPBACK}:${settings.ports.identity}`,
    account,
    clientId: cliClientId,
    audience: settings.oidcAudience ?? embeddedClient.audience,
  });
  return accessToken;
}

function accounts(): Account[] {
  return seedAccounts(readPlanFile(seedPlanFile));
}

function line({ sub, name }: Account): string {
  return `${sub.padEnd(32)} ${name.zh} ${name.en}`;
}

function suggestions(account: string): string {
  const all = accounts();
  const near = alike(
    account,
    all.map(({ sub }) => sub),
  );
  const shown = all.filter(({ sub }) => near.includes(sub)).map((found) => `  ${line(found)}`);
  const heading = shown.length > 0 ? ['相近的账号 Did you mean:', ...shown] : [];
  return [...heading, '全部账号 All accounts: npm run token -- --list'].join('\n');
}

function isExpected(error: unknown): error is Error {
  return [NoSuchAccount, ProviderUnreachable, SignInFailed, SettingsError, PlanFileError].some(
    (expected) => error instanceof expected,
  );
}

if (require.main === module) {
  asProcess(runTokenCommand);
}

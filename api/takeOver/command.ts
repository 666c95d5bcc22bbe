import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Actor } from '../../domain/actor';
import { onInstallation, type OperatorGround } from '../../infra/commands/operatorGround';
import { asProcess, type Output, WrongUsage } from '../../infra/commands/output';
import { textTable } from '../../infra/commands/textTable';
import { findAccount } from '../../infra/identity/accounts';
import { SettingsError } from '../../infra/settings';
import { createPlans } from '../plans';
import { todayOf } from '../planning';
import { columns } from './columns';
import { rowsOf, textOf, UnreadableCell } from './csv';
import { type Imported, importRows, type ImportMode } from './importing';
import type { TakingOver } from './takingOver';

const help = `纳管：成批录入此前已开办、已登记备案的机构
Institutions that were open, registered and filed before are taken over from a file

  npm run import -- FILE.csv --by SUB             全部无误才录入，否则一件不录 All rows, or none where one is wrong
  npm run import -- FILE.csv --by SUB --dry-run   只核对，不录入 Check only
  npm run import -- FILE.csv --by SUB --each      录入无误的行，有误的列出 Take the rows that are right, tell the others
  npm run import -- --columns                     打印列名 Print the first row of a file

  --by   办理此事的备案经办人的 sub The sub of the filing officer who vouches for them

同一备案回执编号已录入的，跳过：文件可以重复执行。列的说明见 docs/how-to/take-over.md。
What was taken over by the same receipt before is passed over, so a file can be read again. The columns are
described in docs/how-to/take-over.md.
退出码 Exit codes: 0 完成 done · 1 有误 something is wrong · 2 用法有误 wrong usage`;

/** Runs `npm run import -- …`; a test gives its own ground. @returns the exit code, as the help says */
export async function runImportCommand(
  args: readonly string[],
  output: Output,
  given: Pick<OperatorGround, 'ground' | 'issuer'> | null = null,
): Promise<number> {
  try {
    const wanted = parse(args);
    if (typeof wanted === 'string') {
      output.out(wanted);
      return 0;
    }
    const rows = rowsOf(textOf(await contentOf(wanted.file)));
    const work = async ({ ground, issuer }: Pick<OperatorGround, 'ground' | 'issuer'>) => {
      const on = { ground, issuer, plans: createPlans(ground.db) };
      return importRows(on, rows, await officer(on, wanted.by), wanted.mode);
    };
    const imported = await (given ? work(given) : onInstallation(work));
    output.out(told(imported, wanted.mode));
    return imported.faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    const isExpected = [NoOfficer, UnreadableCell, SettingsError].some((kind) => error instanceof kind);
    if (!isExpected) throw error;
    output.err((error as Error).message);
    return 1;
  }
}

interface Wanted {
  readonly file: string;
  readonly by: string;
  readonly mode: ImportMode;
}

const options = {
  by: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  each: { type: 'boolean', default: false },
  columns: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** @returns what is to be printed, or what is to be done */
function parse(args: readonly string[]): string | Wanted {
  const { values, positionals } = optionsOf(args);
  if (values.help) return help;
  if (values.columns) return columns.map(({ zh }) => zh).join(',');
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongUsage('须写明一个文件 Name one file');
  if (values.by === undefined) throw new WrongUsage('缺少 --by --by is missing');
  if (values.each && values['dry-run'])
    throw new WrongUsage('--dry-run 与 --each 不能同时使用 --dry-run and --each do not go together');
  return { file, by: values.by, mode: values['dry-run'] ? 'dryRun' : values.each ? 'each' : 'whole' };
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

async function contentOf(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw new WrongUsage(`${file}：不能读取 cannot be read (${(error as NodeJS.ErrnoException).code ?? ''})`);
  });
}

/** Nobody may take institutions over under that name. */
class NoOfficer extends Error {}

async function officer(on: TakingOver, sub: string): Promise<Actor> {
  const { plan } = await on.plans.inForce(await todayOf(on));
  const { unit } = plan.filingAuthority;
  const account = await findAccount(on.ground.db, on.issuer, sub);
  if (account?.unit === unit && account.roles.includes('filingOfficer')) return account;
  throw new NoOfficer(
    `--by：${sub} 不是备案机关（${unit}）在用的备案经办人账号\n` +
      `--by: ${sub} is no account in use of a filing officer of the authority that files (${unit})`,
  );
}

function told({ taken, skipped, faults, written }: Imported, mode: ImportMode): string {
  const lines = [
    ...taken.map(({ line, caseId, name }) => [String(line), name, written ? `✓ ${caseId}` : '✓']),
    ...skipped.map(({ line, caseId }) => [String(line), '', `– ${caseId} 已录入，跳过 taken over before`]),
    ...faults.map(({ line, column, message: { zh, en }, allowed }) => [
      String(line),
      column ?? '',
      `✗ ${zh} ${en}${allowed.length > 0 ? `（${allowed.join('、')}）` : ''}`,
    ]),
  ].sort(([a], [b]) => Number(a) - Number(b));
  const counts =
    `${taken.length} 行可录 right · ${skipped.length} 行跳过 passed over · ` +
    `${new Set(faults.map(({ line }) => line)).size} 行有误 wrong`;
  const end = written
    ? `已录入 ${taken.length} 家，即日起监管 Taken over: ${taken.length}`
    : mode === 'dryRun'
      ? '仅核对，未录入 Only checked: nothing was taken over'
      : '有误，一件未录 Nothing was taken over';
  return [...textTable([['行 line', '列 column', ''], ...lines]), '', counts, end].join('\n');
}

if (require.main === module) {
  asProcess(runImportCommand);
}

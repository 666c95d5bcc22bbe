import { parseArgs } from 'node:util';
import type { Plan } from '../../domain/plan';
import { calendarSource } from '../calendar/source';
import { systemClock } from '../clock';
import type { Db } from '../db/connect';
import { checkAdministrator, NoAdministrator } from '../identity/administrators';
import { planDifferences } from '../plan/diff';
import { readPlanFile } from '../plan/file';
import { PlanFileError } from '../plan/problem';
import { PlanVersionNotFound, PublicationRefused } from '../plan/publicationErrors';
import { asOwner } from '../db/owner';
import { planVersion, publishPlan } from '../plan/repository';
import { unconfirmed } from '../plan/unconfirmed';
import { readSettings, SettingsError } from '../settings';
import { asProcess, type Output, WrongUsage } from './output';
import { dryRunText } from './planDryRun';
import { scoredBy } from './planScore';

const help = `方案文件 The plan as data

  npm run plan -- check FILE                 检查方案文件 Check a plan file
  npm run plan -- publish FILE --from DATE   公布为新版本，自 DATE（2027-01-01）起施行 Publish it as a new version
                  [--by SUB]                 公布此事的系统管理员 the administrator who has it published
  npm run plan -- dry-run FILE --from DATE   试算：公布后会变动哪些未结办件，只看不改
                                             Which open cases its publication would move; nothing is changed
  npm run plan -- diff A B                   用文字说明差异 Say in words what differs
                                             A、B：文件或已公布的版本（xiacheng@1） a file or a published version
  npm run plan -- score FILE ID=POINTS …     按年度评估规则试算 Try points on its rules for the annual evaluation

publish、dry-run 和已公布版本的 diff 需要 DATABASE_URL。
publish, dry-run, and diff of a published version, need DATABASE_URL.
退出码 Exit codes: 0 完成 done · 1 方案有误或无法公布 the plan is wrong or was refused · 2 用法有误 wrong usage`;

/** Runs `npm run plan -- …`. @returns the exit code, as the help says */
export async function runPlanCommand(args: readonly string[], output: Output): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    if (values.help) {
      output.out(help);
      return 0;
    }
    const [command, ...operands] = positionals;
    output.out(await answer(command, operands, values));
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    if (!isExpected(error)) throw error;
    output.err(error.message);
    return 1;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        from: { type: 'string' },
        by: { type: 'string' },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

interface Values {
  readonly from?: string | undefined;
  readonly by?: string | undefined;
}

function answer(
  command: string | undefined,
  operands: readonly string[],
  { from, by }: Values,
): Promise<string> {
  const [first, second] = operands;
  if (command === 'check' && first && operands.length === 1) return Promise.resolve(check(first));
  if (command === 'score' && first) return Promise.resolve(scoredBy(first, operands.slice(1)));
  if (command === 'publish' && first && operands.length === 1) return publish(first, dateOf(from), by);
  if (command === 'dry-run' && first && operands.length === 1) return foresee(first, dateOf(from));
  if (command === 'diff' && first && second && operands.length === 2) return diff(first, second);
  throw new WrongUsage('命令或参数不对 Unknown command or wrong number of arguments');
}

function check(file: string): string {
  const plan = readPlanFile(file);
  const { units, clocks, materials, standards, demonstrationSites } = plan;
  const open = unconfirmed(plan).length;
  return [
    `✓ ${file}`,
    `  ${plan.title.zh}：单位 ${units.length}、时限 ${clocks.length}、材料 ${materials.length}、` +
      `标准 ${standards.length}、示范点 ${demonstrationSites.length}；待确认 ${open} 处`,
    `  ${plan.title.en}: ${units.length} units, ${clocks.length} clocks, ${materials.length} papers, ` +
      `${standards.length} standards, ${demonstrationSites.length} sites; ${open} entries to be confirmed`,
  ].join('\n');
}

async function publish(file: string, from: string, by: string | null = null): Promise<string> {
  const plan = readPlanFile(file);
  const now = await systemClock.now();
  const version = await withDatabase(async (db) => {
    if (by !== null) await checkAdministrator(db, null, by);
    return publishPlan(db, plan, from, now.toISOString(), by);
  });
  return `✓ ${version.id} 自 ${version.effectiveFrom} 起施行 in force from ${version.effectiveFrom}`;
}

function foresee(file: string, from: string): Promise<string> {
  const plan = readPlanFile(file);
  return withDatabase((db) =>
    dryRunText({ db, clock: systemClock, calendar: calendarSource(db) }, plan, from),
  );
}

async function diff(first: string, second: string): Promise<string> {
  const found = planDifferences(await load(first), await load(second));
  if (found.length === 0) return '没有差异 No difference';
  return found.map(({ zh, en }) => `${zh}\n  ${en}`).join('\n');
}

/** A published version by its id, else a file. */
async function load(source: string): Promise<Plan> {
  if (!/^[a-z][A-Za-z0-9-]*@\d+$/.test(source)) return readPlanFile(source);
  return (await withDatabase((db) => planVersion(db, source))).plan;
}

function dateOf(from: string | undefined): string {
  const date = from === undefined ? null : new Date(`${from}T00:00:00Z`);
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== from) {
    throw new WrongUsage('须写明施行日期 Say from when: --from 2027-01-01');
  }
  return from;
}

const databaseMissing = {
  variable: 'DATABASE_URL',
  given: null,
  rule: { zh: '必须给出', en: 'must be given' },
  mend: { zh: '设为 npm start 显示的数据库地址', en: 'set it to the address that npm start prints' },
};

function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const { databaseUrl } = readSettings();
  if (databaseUrl === null) throw new SettingsError([databaseMissing]);
  return asOwner(databaseUrl, work);
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof PlanFileError ||
    error instanceof PublicationRefused ||
    error instanceof PlanVersionNotFound ||
    error instanceof NoAdministrator ||
    error instanceof SettingsError
  );
}

if (require.main === module) {
  asProcess(runPlanCommand);
}

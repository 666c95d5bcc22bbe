import { parseArgs } from 'node:util';
import { dateInShanghai } from '../../domain/civilDate';
import { type Period, periodOf } from '../../domain/report/period';
import { districtsPlan, planInForce } from '../plan/repository';
import type { Ground } from '../record/ground';
import { reportOf } from '../reports/reading';
import { SettingsError } from '../settings';
import { onInstallation } from './operatorGround';
import { asProcess, type Output, WrongUsage } from './output';
import { reportText } from './reportText';

const help = `月报、年报 The report of a month or a year

  npm run report -- 2026-10            收件、办结、在办、用时、各单位按期率（考核）
                                       Cases received, closed and open, days taken, punctuality by unit
  npm run report -- 2026               一年 Of a year
  npm run report -- 2026-10 --json     打印一个 JSON 对象 Prints one JSON object

各自只计在自己手上的时间：等举办者的日子不算各单位的。
Each answers for the time in its own court: days on which the applicant was waited for are no office's.
退出码 Exit codes: 0 完成 done · 1 设置有误 a setting is wrong · 2 用法有误 wrong usage`;

/** Runs `npm run report -- …`; a test gives its own record. @returns the exit code, as the help says */
export async function runReportCommand(
  args: readonly string[],
  output: Output,
  given: Ground | null = null,
): Promise<number> {
  try {
    const wanted = parse(args);
    if (wanted === 'help') {
      output.out(help);
      return 0;
    }
    const work = (ground: Ground) => told(ground, wanted);
    output.out(await (given ? work(given) : onInstallation(({ ground }) => work(ground))));
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    if (!(error instanceof SettingsError)) throw error;
    output.err(error.message);
    return 1;
  }
}

interface Wanted {
  readonly period: Period;
  readonly json: boolean;
}

function parse(args: readonly string[]): 'help' | Wanted {
  const { values, positionals } = optionsOf(args);
  if (values.help) return 'help';
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0)
    throw new WrongUsage('须写明一个月份或年份 Name one month or year');
  const period = periodOf(id);
  if (!period) throw new WrongUsage(`${id}：须写作 2026-10 或 2026 write it like 2026-10 or 2026`);
  return { period, json: values.json };
}

function optionsOf(args: readonly string[]) {
  try {
    const options = {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

async function told(ground: Ground, { period, json }: Wanted): Promise<string> {
  const now = await ground.clock.now();
  if (now.toISOString() < period.from) {
    throw new WrongUsage(`${period.id}：尚未开始 has not begun yet`);
  }
  const report = await reportOf(ground, period, now);
  if (json) return JSON.stringify(report, null, 2);
  const { db } = ground;
  const { plan } = await planInForce(db, await districtsPlan(db), dateInShanghai(now.toISOString()));
  return reportText(report, plan, now);
}

if (require.main === module) {
  asProcess(runReportCommand);
}

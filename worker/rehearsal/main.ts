import { DefaultLogger, Runtime } from '@temporalio/worker';
import { type Harness, harnessMain, optionsIn, wholeOption } from '../../infra/commands/harness';
import { type Output, WrongUsage } from '../../infra/commands/output';
import { stopSignal } from '../../infra/commands/stopSignal';
import { seedPlanFile } from '../../infra/development/accounts';
import { type ServiceMode, serviceModes } from '../../domain/vocabulary';
import { createProgress, type Progress } from '../../infra/launcher/progress';
import { readPlanFile } from '../../infra/plan/file';
import { PlanFileError } from '../../infra/plan/problem';
import { type Changed, compareTimelines } from './comparison';
import { rehearse } from './rehearsal';
import type { Timeline } from './timeline';
import { rehearseYears } from './years';
import { lifeText, missingEndings, summaryText } from './yearsText';

const modes = Object.keys(serviceModes) as ServiceMode[];

const help = `演练：在可跳过的时间上，用同样的流程、记录和接口办完每种服务模式的办件
Plays cases of every service mode on a clock that skips time, with the same workflows, record and API

  npm run rehearse                  打印每件的时间线，日期均有说明 Print each timeline, its dates explained
  npm run rehearse -- --plan FILE   演练改过的方案文件，打印与现行方案的差别 Rehearse a changed plan; print what differs
  npm run rehearse -- --mode MODE   只演练一种服务模式 One service mode only: ${modes.join(', ')}
  npm run rehearse -- --years N     示范点取得证书后再演练 N 年的监管、年度评估和退出 The demonstration sites, from their
                                    applications through N years of supervision, evaluation and exit
  npm run rehearse -- --years N --sites 1,2,9   只演练附件2中的这些示范点 These sites of Annex 2 only
  npm run rehearse -- --json        最后输出一个 JSON 对象 Print one JSON object at the end

每种模式三件：无人办理；每项都在最后一天办理；历经每种暂停和延期。
Three cases a mode: nobody ever acts; each act comes on its last day; every pause and every extension.
多年演练须有机构保持、整改后保持和退出，否则退出码为 1。
Over the years some institution must be kept, one rectified and kept, and one leave; else the exit code is 1.
自备整套系统（临时目录、空闲端口），结束后全部清除。 It brings a system of its own and removes it afterwards.
退出码 Exit codes: 0 完成 done · 1 未能完成 failed · 2 用法有误 wrong usage · 130 中断 stopped`;

interface Options {
  readonly plan: string | null;
  readonly modes: readonly ServiceMode[];
  readonly json: boolean;
  /** How many years of institutions are played, in place of cases; null: cases. */
  readonly years: number | null;
  /** The demonstration sites that are; null: all. */
  readonly sites: readonly number[] | null;
}

const MOST_YEARS = 20;

/** `npm run rehearse -- …`. */
export const rehearsalHarness: Harness<Options> = { help, parse, run };

function parse(args: readonly string[]): Options | null {
  const values = optionsIn(args, {
    plan: { type: 'string' },
    mode: { type: 'string' },
    json: { type: 'boolean', default: false },
    years: { type: 'string' },
    sites: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return null;
  const wanted = modes.filter((mode) => values.mode === undefined || mode === values.mode);
  if (wanted.length === 0) throw new WrongUsage(`--mode：须为其中之一 must be one of ${modes.join(', ')}`);
  const years = values.years === undefined ? null : wholeOption('years', values.years, 1, MOST_YEARS);
  if (years !== null && values.mode !== undefined)
    throw new WrongUsage('--mode 不能与 --years 同用 does not go with --years');
  if (years === null && values.sites !== undefined)
    throw new WrongUsage('--sites 须与 --years 同用 goes with --years only');
  const sites = values.sites?.split(',').map((no) => wholeOption('sites', no.trim(), 1, 99)) ?? null;
  return { plan: values.plan ?? null, modes: wanted, json: values.json, years, sites };
}

async function run(options: Options, output: Output, signal: AbortSignal): Promise<number> {
  const progress = createProgress(options.json ? output.err : output.out);
  try {
    if (options.years !== null) return await runYears(options, options.years, output, progress, signal);
    return await runCases(options, output, progress, signal);
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    output.err(error.message);
    return 1;
  }
}

async function runCases(
  { plan, modes: wanted, json }: Options,
  { out }: Output,
  progress: Progress,
  signal: AbortSignal,
): Promise<number> {
  const changed = plan === null ? null : readPlanFile(plan);
  const timelines = await rehearse(readPlanFile(seedPlanFile), wanted, progress, signal);
  const changes = changed && compareTimelines(timelines, await rehearse(changed, wanted, progress, signal));
  if (json) out(JSON.stringify(changes === null ? { timelines } : { timelines, changes }));
  else if (changes === null) for (const timeline of timelines) out(textOf(timeline));
  else out(changesText(changes));
  return 0;
}

async function runYears(
  { plan: file, sites, json }: Options,
  years: number,
  { out }: Output,
  progress: Progress,
  signal: AbortSignal,
): Promise<number> {
  const plan = readPlanFile(file ?? seedPlanFile);
  const played = plan.demonstrationSites.filter(({ no }) => sites === null || sites.includes(no));
  const unknown = sites?.find((no) => !played.some((site) => site.no === no));
  if (unknown !== undefined) throw new WrongUsage(`--sites：附件2没有 Annex 2 has no site ${unknown}`);
  const lives = await rehearseYears(plan, played, years, progress, signal);
  if (json) out(JSON.stringify({ lives }));
  else for (const life of lives) out(lifeText(life));
  if (!json) out(summaryText(lives));
  return missingEndings(lives).length === 0 ? 0 : 1;
}

function textOf({ title, lines, ending, barred }: Timeline): string {
  return [
    `\n■ ${title.zh}  ${title.en}`,
    ...lines.map((line) => `  ${line}`),
    `  ■ ${ending.zh} ${ending.en}`,
    ...barred.map(({ step, why }) => `  ✗ ${step.zh} ${step.en}: ${why}`),
  ].join('\n');
}

function changesText(changes: readonly Changed[]): string {
  if (changes.length === 0) return '时间线没有差别 No timeline differs';
  return changes
    .map(({ title, lines }) =>
      [`\n■ ${title.zh}  ${title.en}`, ...lines.map((line) => `  ${line}`)].join('\n'),
    )
    .join('\n');
}

if (require.main === module) {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  harnessMain(rehearsalHarness, stopSignal());
}

import { DefaultLogger, Runtime } from '@temporalio/worker';
import { type Harness, harnessMain, optionsIn } from '../../infra/commands/harness';
import { type Output, WrongUsage } from '../../infra/commands/output';
import { stopSignal } from '../../infra/commands/stopSignal';
import { seedPlanFile } from '../../infra/development/accounts';
import { type ServiceMode, serviceModes } from '../../domain/vocabulary';
import { createProgress } from '../../infra/launcher/progress';
import { readPlanFile } from '../../infra/plan/file';
import { PlanFileError } from '../../infra/plan/problem';
import { type Changed, compareTimelines } from './comparison';
import { rehearse } from './rehearsal';
import type { Timeline } from './timeline';

const modes = Object.keys(serviceModes) as ServiceMode[];

const help = `演练：在可跳过的时间上，用同样的流程、记录和接口办完每种服务模式的办件
Plays cases of every service mode on a clock that skips time, with the same workflows, record and API

  npm run rehearse                  打印每件的时间线，日期均有说明 Print each timeline, its dates explained
  npm run rehearse -- --plan FILE   演练改过的方案文件，打印与现行方案的差别 Rehearse a changed plan; print what differs
  npm run rehearse -- --mode MODE   只演练一种服务模式 One service mode only: ${modes.join(', ')}
  npm run rehearse -- --json        最后输出一个 JSON 对象 Print one JSON object at the end

每种模式三件：无人办理；每项都在最后一天办理；历经每种暂停和延期。
Three cases a mode: nobody ever acts; each act comes on its last day; every pause and every extension.
自备整套系统（临时目录、空闲端口），结束后全部清除。 It brings a system of its own and removes it afterwards.
退出码 Exit codes: 0 完成 done · 1 未能完成 failed · 2 用法有误 wrong usage · 130 中断 stopped`;

interface Options {
  readonly plan: string | null;
  readonly modes: readonly ServiceMode[];
  readonly json: boolean;
}

/** `npm run rehearse -- …`. */
export const rehearsalHarness: Harness<Options> = { help, parse, run };

function parse(args: readonly string[]): Options | null {
  const values = optionsIn(args, {
    plan: { type: 'string' },
    mode: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return null;
  const wanted = modes.filter((mode) => values.mode === undefined || mode === values.mode);
  if (wanted.length === 0) throw new WrongUsage(`--mode：须为其中之一 must be one of ${modes.join(', ')}`);
  return { plan: values.plan ?? null, modes: wanted, json: values.json };
}

async function run(
  { plan, modes: wanted, json }: Options,
  { out, err }: Output,
  signal: AbortSignal,
): Promise<number> {
  const say = json ? err : out;
  const progress = createProgress(say);
  try {
    const changed = plan === null ? null : readPlanFile(plan);
    const timelines = await rehearse(readPlanFile(seedPlanFile), wanted, progress, signal);
    const changes = changed && compareTimelines(timelines, await rehearse(changed, wanted, progress, signal));
    if (json) out(JSON.stringify(changes === null ? { timelines } : { timelines, changes }));
    else if (changes === null) for (const timeline of timelines) out(textOf(timeline));
    else out(changesText(changes));
    return 0;
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    err(error.message);
    return 1;
  }
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

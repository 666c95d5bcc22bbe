import type { Label } from '../../domain/label';
import { listsText } from '../benchmark/lists';
import { runLists } from '../benchmark/listsRun';
import { textOf } from '../benchmark/report';
import { runBench, type Wanted } from '../benchmark/run';
import { startOwnSystem } from '../launcher/ownSystem';
import { createProgress } from '../launcher/progress';
import { type Harness, harnessMain, optionsIn, wholeOption } from './harness';
import { type Output } from './output';
import { stopSignal } from './stopSignal';

const help = `基准测试：办理一次的速度和延迟，与同一事务的纯 SQL 实现之比
How fast an act is, as a ratio to the same transaction in plain SQL behind Express, in one run

  npm run bench               自备整套系统，结束后清除 It brings a system of its own and removes it
    --cases N                 突发时每轮办理的件数，默认 16 Cases in a burst; 16 if not said
    --clients N               突发时的并发数，默认 8 Clients in a burst; 8 if not said
    --repeat N                轮数，默认 3 Repetitions; 3 if not said
    --lists N                 改为测量各列表在 N 件（1 000 至 500 000）时的用时，与少量办件时之比
                              Time the pages of every list among N cases instead, as ratios to few
    --json                    最后输出一个 JSON 对象 Print one JSON object at the end

退出码 Exit codes: 0 完成 done · 1 失败 failed · 2 用法有误 wrong usage · 130 中断 stopped`;

interface Options extends Wanted {
  /** Among how many cases lists are timed, in place of acts; null for acts. */
  readonly lists: number | null;
  readonly json: boolean;
}

/** `npm run bench -- …`. */
export const benchHarness: Harness<Options> = { help, parse, run };

function parse(args: readonly string[]): Options | null {
  const values = optionsIn(args, {
    cases: { type: 'string', default: '16' },
    clients: { type: 'string', default: '8' },
    repeat: { type: 'string', default: '3' },
    lists: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return null;
  return {
    cases: wholeOption('cases', values.cases, 1, 500),
    clients: wholeOption('clients', values.clients, 1, 64),
    repeat: wholeOption('repeat', values.repeat, 1, 20),
    lists: values.lists === undefined ? null : wholeOption('lists', values.lists, 1_000, 500_000),
    json: values.json,
  };
}

async function run(options: Options, output: Output, signal: AbortSignal): Promise<number> {
  const print = options.json ? output.err : output.out;
  const say = ({ zh, en }: Label): void => print(`  ${zh} ${en}`);
  say({ zh: '启动自备系统', en: 'starting a system of its own' });
  const system = await startOwnSystem('bench', createProgress(print), signal);
  try {
    const report =
      options.lists === null
        ? reportOn(await runBench(options, system, say, signal), textOf)
        : reportOn(await runLists(options.lists, system, say, signal), listsText);
    print(`\n${report.text}`);
    if (options.json) output.out(report.json);
    return 0;
  } finally {
    await system.dispose();
  }
}

function reportOn<R>(report: R, inWords: (report: R) => string) {
  return { text: inWords(report), json: JSON.stringify(report) };
}

if (require.main === module) harnessMain(benchHarness, stopSignal());

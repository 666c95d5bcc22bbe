import { existsSync, mkdirSync } from 'node:fs';
import type { Label } from '../../domain/label';
import type { Wanted } from '../faults/driving';
import { keepFindings, keepLogs } from '../faults/keeping';
import { type FaultsReport, textOf } from '../faults/report';
import { runFaults } from '../faults/run';
import { startOwnSystem } from '../launcher/ownSystem';
import { createProgress } from '../launcher/progress';
import { type Harness, harnessMain, numberOption, optionsIn, wholeOption } from './harness';
import { type Output, WrongUsage } from './output';
import { stopSignal } from './stopSignal';

const help = `故障演练：多个客户端经接口办件，其间随机强杀（SIGKILL）各部分，最后核对有无丢失或重复
Clients take cases through the API while parts are killed (SIGKILL) at random; then all is compared

  npm run faults -- --minutes N   强杀持续的分钟数，默认 5 For how many minutes; 5 if not said
    --seed S                      随机种子，默认 1；决定强杀与办件 What is killed and done follows from it; 1 if not said
    --cases N                     最多办理的件数，默认不限 Cases to begin at most; no limit if not said
    --clients N                   同时办理的件数，默认 16 Cases at once; 16 if not said
    --keep DIR                    把日志和证据留在新目录 DIR Keep logs and evidence in a new folder DIR
    --json                        最后输出一个 JSON 对象 Print one JSON object at the end

自备整套系统（临时目录、空闲端口），结束后全部清除。 It brings a system of its own and removes it afterwards.
退出码 Exit codes: 0 无丢失、无重复 nothing lost or doubled · 1 有，或演练失败 something is, or the run failed · 2 用法有误 wrong usage · 130 中断 stopped`;

interface Options extends Wanted {
  readonly keep: string | null;
  readonly json: boolean;
}

/** `npm run faults -- …`. */
export const faultsHarness: Harness<Options> = { help, parse, run };

function parse(args: readonly string[]): Options | null {
  const values = optionsIn(args, {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '1000000' },
    clients: { type: 'string', default: '16' },
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help) return null;
  return {
    minutes: numberOption('minutes', values.minutes, 0.1, 120),
    seed: wholeOption('seed', values.seed, 0, 2 ** 31),
    cases: wholeOption('cases', values.cases, 1, 1_000_000),
    clients: wholeOption('clients', values.clients, 1, 64),
    keep: values.keep ?? null,
    json: values.json,
  };
}

async function run(options: Options, output: Output, signal: AbortSignal): Promise<number> {
  const print = options.json ? output.err : output.out;
  const began = performance.now();
  const say = ({ zh, en }: Label): void => {
    print(`${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${zh}  ${en}`);
  };
  if (options.keep !== null) makeFolder(options.keep);
  say({ zh: '启动自备系统', en: 'starting a system of its own' });
  const system = await startOwnSystem('faults', createProgress(print), signal);
  try {
    const { report, evidence } = await runFaults(options, system, say, signal);
    if (options.keep !== null) keepFindings(options.keep, { report, evidence });
    print(`\n${textOf(report)}`);
    if (options.json) output.out(JSON.stringify(report));
    return exitCodeOf(report);
  } finally {
    try {
      if (options.keep !== null) keepLogs(options.keep, system);
    } finally {
      await system.dispose();
    }
  }
}

export function exitCodeOf({ faults }: Pick<FaultsReport, 'faults'>): number {
  return faults.length === 0 ? 0 : 1;
}

function makeFolder(path: string): void {
  if (existsSync(path)) throw new WrongUsage(`--keep：${path} 已存在，须为新目录 exists: name a new folder`);
  mkdirSync(path, { recursive: true });
}

if (require.main === module) harnessMain(faultsHarness, stopSignal());

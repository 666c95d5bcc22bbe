import { parseArgs } from 'node:util';
import type { Label } from '../../domain/label';
import { createProgress } from '../launcher/progress';
import { startOwnSystem } from '../faults/ownSystem';
import type { Wanted } from '../faults/driving';
import { textOf } from '../faults/report';
import { runFaults } from '../faults/run';
import { stopSignal } from './stopSignal';

const help = `故障演练：多个客户端经接口办件，其间随机强杀（SIGKILL）各部分，最后核对有无丢失或重复
Clients take cases through the API while parts are killed (SIGKILL) at random; then all is compared

  npm run faults -- --minutes N   强杀持续的分钟数，默认 5 For how many minutes; 5 if not said
    --seed S                      随机种子，默认 1；同一种子，同样的强杀与办件 The same seed plans the same; 1 if not said
    --cases N                     最多办理的件数，默认不限 Cases to begin at most; no limit if not said
    --clients N                   同时办理的件数，默认 8 Cases at once; 8 if not said
    --json                        最后输出一个 JSON 对象 Print one JSON object at the end

自备整套系统（临时目录、空闲端口），结束后全部清除。 It brings a system of its own and removes it afterwards.
退出码 Exit codes: 0 无丢失、无重复 nothing lost or doubled · 1 有 something is · 2 用法有误 wrong usage · 130 中断 stopped`;

class WrongUsage extends Error {}

/** Where a command writes. */
interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

interface Options extends Wanted {
  readonly json: boolean;
}

/** Runs `npm run faults -- …`. @returns the exit code, as the help says */
export async function runFaultsCommand(
  args: readonly string[],
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  try {
    const options = parse(args);
    if (options === null) {
      output.out(help);
      return 0;
    }
    return await faults(options, output, signal);
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    if (!signal.aborted) throw error;
    output.err('已中断并清理。 Stopped, and cleaned up.');
    return 130;
  }
}

async function faults(options: Options, output: Output, signal: AbortSignal): Promise<number> {
  const print = options.json ? output.err : output.out;
  const began = performance.now();
  const say = ({ zh, en }: Label): void => {
    print(`${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${zh}  ${en}`);
  };
  say({ zh: '启动自备系统', en: 'starting a system of its own' });
  const system = await startOwnSystem('faults', createProgress(print), signal);
  try {
    const report = await runFaults(options, system, say, signal);
    print(`\n${textOf(report)}`);
    if (options.json) output.out(JSON.stringify(report));
    return report.faults.length === 0 ? 0 : 1;
  } finally {
    await system.dispose();
  }
}

function parse(args: readonly string[]): Options | null {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const options = {
    minutes: text('5'),
    seed: text('1'),
    cases: text('100000'),
    clients: text('8'),
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  let values;
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return null;
  return {
    minutes: number('minutes', values.minutes, 0.1, 120),
    seed: whole('seed', values.seed, 0, 2 ** 31),
    cases: whole('cases', values.cases, 1, 1_000_000),
    clients: whole('clients', values.clients, 1, 64),
    json: values.json,
  };
}

function whole(option: string, given: string, min: number, max: number): number {
  const value = number(option, given, min, max);
  if (Number.isInteger(value)) return value;
  throw new WrongUsage(`--${option}：须为整数 must be a whole number, not ${given}`);
}

function number(option: string, given: string, min: number, max: number): number {
  const value = Number(given);
  if (given.trim() !== '' && value >= min && value <= max) return value;
  throw new WrongUsage(`--${option}：${min} 至 ${max} must be from ${min} to ${max}, not ${given}`);
}

if (require.main === module) {
  const output: Output = { out: (text) => console.log(text), err: (text) => console.error(text) };
  runFaultsCommand(process.argv.slice(2), output, stopSignal()).then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

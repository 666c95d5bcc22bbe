import { parseArgs } from 'node:util';
import type { Label } from '../../domain/label';
import { textOf } from '../benchmark/report';
import { runBench, type Wanted } from '../benchmark/run';
import { startOwnSystem } from '../faults/ownSystem';
import { createProgress } from '../launcher/progress';
import { stopSignal } from './stopSignal';

const help = `基准测试：办理一次的速度和延迟，与同一事务的纯 SQL 实现之比
How fast an act is, as a ratio to the same transaction in plain SQL behind Express, in one run

  npm run bench               自备整套系统，结束后清除 It brings a system of its own and removes it
    --cases N                 突发时每轮办理的件数，默认 24 Cases in a burst; 24 if not said
    --clients N               突发时的并发数，默认 8 Clients in a burst; 8 if not said
    --repeat N                轮数，默认 3 Repetitions; 3 if not said
    --json                    最后输出一个 JSON 对象 Print one JSON object at the end

退出码 Exit codes: 0 完成 done · 1 失败 failed · 2 用法有误 wrong usage · 130 中断 stopped`;

class WrongUsage extends Error {}

/** Where a command writes. */
interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

interface Options extends Wanted {
  readonly json: boolean;
}

/** Runs `npm run bench -- …`. @returns the exit code, as the help says */
export async function runBenchCommand(
  args: readonly string[],
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  try {
    const options = parse(args);
    if (options === null) output.out(help);
    else await bench(options, output, signal);
    return 0;
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

async function bench(options: Options, output: Output, signal: AbortSignal): Promise<void> {
  const print = options.json ? output.err : output.out;
  const say = ({ zh, en }: Label): void => print(`  ${zh} ${en}`);
  say({ zh: '启动自备系统', en: 'starting a system of its own' });
  const system = await startOwnSystem('bench', createProgress(print), signal);
  try {
    const report = await runBench(options, system, say, signal);
    print(`\n${textOf(report)}`);
    if (options.json) output.out(JSON.stringify(report));
  } finally {
    await system.dispose();
  }
}

function parse(args: readonly string[]): Options | null {
  const options = {
    cases: { type: 'string', default: '24' },
    clients: { type: 'string', default: '8' },
    repeat: { type: 'string', default: '3' },
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
    cases: whole('cases', values.cases, 500),
    clients: whole('clients', values.clients, 64),
    repeat: whole('repeat', values.repeat, 20),
    json: values.json,
  };
}

function whole(option: string, given: string, max: number): number {
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= 1 && value <= max) return value;
  throw new WrongUsage(`--${option}：1 至 ${max} 的整数 a whole number from 1 to ${max}, not ${given}`);
}

if (require.main === module) {
  const output: Output = { out: (text) => console.log(text), err: (text) => console.error(text) };
  runBenchCommand(process.argv.slice(2), output, stopSignal()).then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

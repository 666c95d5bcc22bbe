import { parseArgs } from 'node:util';
import { type Mending, mend } from '../reconcile/mend';
import { reconcile } from '../reconcile/reconcile';
import { lineOf, summaryOf } from '../reconcile/report';
import { SettingsError } from '../settings';
import { asProcess, type Output } from './output';
import { onInstallation } from './operatorGround';

const help = `对账：比较记录、发件箱、流程和邮件，说明差异及原因
Compares record, outbox, workflows and mails, and says what differs and why

  npm run reconcile             只看不改 Changes nothing
  npm run reconcile -- --mend   补救能补救的，再比较一次 Mends what can be mended, then compares again
  npm run reconcile -- --json   打印一个 JSON 对象 Prints one JSON object

流程执行每天凌晨自动对账一次（不补救），结果见 npm run doctor。
The worker compares by itself every night and mends nothing; npm run doctor shows what it found.
退出码 Exit codes: 0 一致 all agree · 1 有差异 something differs · 2 用法有误 wrong usage`;

/** Runs `npm run reconcile -- …`. @returns the exit code, as the help says */
export async function runReconcileCommand(
  args: readonly string[],
  output: Output,
  given: Mending | null = null,
): Promise<number> {
  const wanted = parse(args);
  if (typeof wanted === 'string') {
    output.err(`${wanted}\n\n${help}`);
    return 2;
  }
  if (wanted.help) {
    output.out(help);
    return 0;
  }
  try {
    const work = (mending: Mending) => compareAndMend(mending, wanted, output);
    return await (given ? work(given) : onInstallation(work));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    output.err(error.message);
    return 1;
  }
}

interface Wanted {
  readonly mend: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

/** What is wanted, or what is wrong with the words that were given. */
function parse(args: readonly string[]): Wanted | string {
  const options = {
    mend: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function compareAndMend(mending: Mending, wanted: Wanted, { out }: Output): Promise<number> {
  const { ground, client } = mending;
  const found = await reconcile(ground, client);
  if (!wanted.json) for (const difference of found.differences) out(lineOf(difference));
  let mended = 0;
  if (wanted.mend)
    for (const difference of found.differences) if (await mend(mending, difference)) mended += 1;
  const left = wanted.mend ? found.differences.length - mended : found.differences.length;
  if (wanted.json) out(JSON.stringify({ ...found, mended }));
  else {
    out(summaryOf(found));
    if (wanted.mend) out(`已补救 ${mended}，须人工处理 ${left} mended ${mended}, left to people ${left}`);
  }
  return left === 0 ? 0 : 1;
}

if (require.main === module) {
  asProcess(runReconcileCommand);
}

import { parseArgs } from 'node:util';
import type { ActBody } from '../../domain/act';
import type { Repair } from '../../domain/event';
import { openItems } from '../../domain/process';
import { Refusal, refusals } from '../../domain/refusal';
import { findAccount } from '../identity/accounts';
import { checkAdministrator, NoAdministrator } from '../identity/administrators';
import { record } from '../record/act';
import { CaseNotFound } from '../record/errors';
import { outdatedCases } from '../record/recomputation';
import { SettingsError } from '../settings';
import { type AdminAct, adminActOf } from './adminActs';
import { fileOf, linesOf, previewLines, recomputationLines, showLines, stateOf } from './adminPreview';
import { asProcess, type Output, WrongUsage } from './output';
import { onInstallation, type OperatorGround } from './operatorGround';

const help = `办件的干预：每项都须写明理由，改变结果的须另一名管理员复核
Repairs of cases: each with a reason; where an outcome changes, a second administrator confirms

  npm run admin -- show CASE                           现状 Where it stands
  npm run admin -- reassign CASE ITEM SUB              改派；SUB 为 - 时退回本单位 Give to somebody; -: back to the unit
  npm run admin -- move CASE STAGE                     移到某阶段 Move to a stage        ┐ 须复核
  npm run admin -- correct-date CASE NAME YYYY-MM-DD   更正日期 Correct a date           ├ proposed, then
  npm run admin -- extend CASE CLOCK DAYS              延长区级期限 Extend a clock       ┘ confirmed
  npm run admin -- confirm CASE | decline CASE         复核 Confirm or reject what was proposed
  npm run admin -- resend CASE                         重发失败的邮件 Send failed mails again
  npm run admin -- restart CASE                        按记录重启流程 Restart the workflow from the record
  npm run admin -- recompute CASE | recompute --all    按现行日历重算期限 Compute limits by the calendar in force

  --confirm      执行；不写则只说明将发生什么 Do it; without it only say what would happen
  --reason 理由  --by SUB（办理此事的系统管理员 the administrator who does this）

退出码 Exit codes: 0 完成 done · 1 不能办理 refused · 2 用法有误 wrong usage`;

/** Runs `npm run admin -- …`. @returns the exit code, as the help says */
export async function runAdminCommand(
  args: readonly string[],
  output: Output,
  given: OperatorGround | null = null,
): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    if (values.help || positionals.length === 0) {
      output.out(help);
      return values.help ? 0 : 2;
    }
    const work = (operator: OperatorGround) => answer(operator, positionals, values, output);
    await (given ? work(given) : onInstallation(work));
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    output.err(told(error));
    return 1;
  }
}

const options = {
  reason: { type: 'string' },
  by: { type: 'string' },
  all: { type: 'boolean', default: false },
  confirm: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

type Values = ReturnType<typeof parse>['values'];

/** @throws whatever nobody could have foreseen */
function told(error: unknown): string {
  if (error instanceof Refusal) {
    const { zh, en } = refusals[error.code];
    const allowed = error.details.expected ?? [];
    return `✗ ${zh} ${en}${allowed.length > 0 ? `\n  允许 Allowed: ${allowed.join(', ')}` : ''}`;
  }
  const isExpected = [CaseNotFound, NoAdministrator, SettingsError].some((kind) => error instanceof kind);
  if (!isExpected) throw error;
  return (error as Error).message;
}

async function answer(
  operator: OperatorGround,
  [verb = '', caseId = '', ...words]: readonly string[],
  values: Values,
  output: Output,
): Promise<void> {
  if (verb === 'recompute' && values.all) {
    await recomputeAll(operator, values, output);
    return;
  }
  if (caseId === '') throw new WrongUsage('须写明办件 Name the case');
  if (verb === 'show') {
    print(showLines(await fileOf(operator.ground, caseId)), output);
    return;
  }
  const act = adminActOf(verb, words);
  const repair = await repairMeant(operator, caseId, act);
  if (repair) print(await previewLines(operator.ground, caseId, repair), output);
  if (verb === 'recompute') print(await recomputationLines(operator.ground, caseId), output);
  if (!values.confirm) {
    output.out('以上仅为预览，加 --confirm 执行 Only said so far: add --confirm to do it');
    return;
  }
  await carryOut(operator, caseId, act, values);
  output.out(
    `✓ ${caseId}：已记录 recorded${act.kind === 'repair' ? '；待另一名管理员复核 it waits for a second administrator' : ''}`,
  );
}

/** The repair that is proposed, or that waits for this answer. */
async function repairMeant(
  { ground }: OperatorGround,
  caseId: string,
  act: AdminAct,
): Promise<Repair | null> {
  if (act.kind === 'act') return null;
  return act.kind === 'repair' ? act.repair : ((await stateOf(ground, caseId)).repair?.repair ?? null);
}

async function carryOut(
  { ground, issuer }: OperatorGround,
  caseId: string,
  act: AdminAct,
  values: Values,
): Promise<void> {
  const by = required(values, 'by');
  await checkAdministrator(ground.db, issuer, by);
  const account = await findAccount(ground.db, issuer, by);
  if (!account) throw new NoAdministrator(by);
  const { sub, unit, organisation, roles } = account;
  const reason = act.kind === 'answer' && act.act === 'confirmRepair' ? '' : required(values, 'reason');
  const workItem = act.kind === 'answer' ? await pendingRepair(ground, caseId) : null;
  await ground.db.transaction().execute((tx) =>
    record(tx, ground, {
      caseId,
      workItem,
      body: bodyOf(act, reason),
      actor: { sub, unit, organisation, roles },
    }),
  );
}

function bodyOf(act: AdminAct, reason: string): ActBody {
  switch (act.kind) {
    case 'repair':
      return { act: 'proposeRepair', repair: act.repair, reason };
    case 'answer':
      return act.act === 'confirmRepair' ? { act: act.act } : { act: act.act, reason };
    case 'act':
      return act.body(reason);
  }
}

async function pendingRepair(ground: OperatorGround['ground'], caseId: string): Promise<string> {
  const file = await stateOf(ground, caseId);
  const pending = openItems(file).find(({ step }) => step === 'confirmRepair');
  if (!pending) throw new WrongUsage(`${caseId}：没有待复核的更改 no repair waits for confirmation`);
  return pending.id;
}

async function recomputeAll(operator: OperatorGround, values: Values, output: Output): Promise<void> {
  let cases = 0;
  for await (const { caseId, moves } of outdatedCases(operator.ground)) {
    cases += 1;
    output.out(caseId);
    print(linesOf({ closes: [], opens: [], moves }), output);
    if (values.confirm) await carryOut(operator, caseId, adminActOf('recompute', []), values);
  }
  const done = values.confirm ? '已重算 recomputed' : '将重算 would be recomputed';
  output.out(`${cases} 件 cases：${done}`);
}

function print(lines: readonly string[], { out }: Output): void {
  for (const line of lines) out(line);
}

function required(values: Values, option: 'by' | 'reason'): string {
  const value = values[option]?.trim();
  if (value) return value;
  throw new WrongUsage(`--${option}：必须给出 must be given`);
}

if (require.main === module) {
  asProcess(runAdminCommand);
}

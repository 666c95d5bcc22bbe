import { parseArgs } from 'node:util';
import type { AuditEntry } from '../../domain/audit';
import { maskedText } from '../../domain/mask';
import { appendAudit } from '../audit/log';
import { type Clock, systemClock } from '../clock';
import type { Db } from '../db/connect';
import { asOwner } from '../db/owner';
import { checkAdministrator, NoAdministrator } from '../identity/administrators';
import { installationOf } from '../launcher/installation';
import { type FindableField, findRows } from '../personal/blindIndex';
import type { FieldCipher } from '../personal/cipher';
import {
  type ErasableSubject,
  idOf,
  overdue,
  selectionOf,
  staffNamed,
  subjectsOf,
} from '../personal/erasable';
import { endOfNeed, erase, type Erasing, fateOf, fates } from '../personal/erasure';
import { holdingsOf } from '../personal/holdings';
import { createPersonalKeyFile } from '../personal/keyFile';
import { dropKey, type KeyKeeping, KeyRefused, keysInUse, newKey, rotateAll } from '../personal/keyKeeping';
import { loadCipher } from '../personal/personalKeys';
import { readSettings, SettingsError } from '../settings';
import { openStorage } from '../storage/open';
import type { Storage } from '../storage/storage';
import { asProcess, type Output, WrongUsage } from './output';

const help = `个人信息：密钥、导出、清除 Personal data: keys, export, erasure

  npm run personal -- keys                        各密钥及其加密的值数 The keys, and how many values each has sealed
  npm run personal -- new-file FILE               新建密钥文件 Make a key file, for PERSONAL_KEY_FILE
  npm run personal -- new-key --by SUB            新增密钥，此后用它加密 Add a key, which seals from now on
  npm run personal -- rotate --by SUB             全部改用现用密钥加密，可中断 Seal everything with it; may be broken off
  npm run personal -- drop-key KID --by SUB       停用不再使用的密钥 Drop a key with which nothing is sealed any more
  npm run personal -- export WHOM --reason 理由 --by SUB             打印所保存的全部内容 Print all that is held, as JSON
  npm run personal -- erase WHOM --reason 理由 --by SUB [--confirm]  清除不再需要的；不加 --confirm 只列出 Erase what is
                                                                     no longer needed; without --confirm only say what

  WHOM: --phone 电话 | --email 邮箱 | --id-number 身份证号 | --staff 监管件编号.人员编号（人员名册所示，如 XCTY-2026-000001-S.m12，
        未留电话的也能找到 finds a member of staff also without telephone, by case and number of the staff list）；erase 还可用 --due：已过保存期限的全部 all past its retention
  --by  办理此事的系统管理员的 sub The sub of the administrator who does this

退出码 Exit codes: 0 完成 done · 1 不能办理、或仍有剩余 refused, or something is left · 2 用法有误 wrong usage`;

/** What the command works on, as the owner of the tables; a test gives its own. */
interface Ground {
  readonly db: Db;
  readonly clock: Clock;
  readonly issuer: string;
  readonly keyFile: string;
  readonly personal: FieldCipher;
  readonly storage: Storage;
  readonly retentionDays: number | null;
}

/** Runs `npm run personal -- …`. @returns the exit code, as the help says */
export async function runPersonalCommand(
  args: readonly string[],
  output: Output,
  given: Ground | null = null,
): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    const [command, operand] = positionals;
    if (values.help) {
      output.out(help);
      return 0;
    }
    if (command === 'new-file') return await newFile(operand, output);
    const work = (ground: Ground) => answer(command, operand, values, ground, output);
    return await (given ? work(given) : onInstallation(work));
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    const isExpected = [KeyRefused, NoAdministrator, SettingsError].some((kind) => error instanceof kind);
    if (!isExpected) throw error;
    output.err((error as Error).message);
    return 1;
  }
}

function parse(args: readonly string[]) {
  const options = {
    phone: { type: 'string' },
    email: { type: 'string' },
    'id-number': { type: 'string' },
    staff: { type: 'string' },
    due: { type: 'boolean', default: false },
    confirm: { type: 'boolean', default: false },
    reason: { type: 'string' },
    by: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

type Values = ReturnType<typeof parse>['values'];

async function answer(
  command: string | undefined,
  operand: string | undefined,
  values: Values,
  ground: Ground,
  output: Output,
): Promise<number> {
  if (command === 'keys') return listKeys(ground, output);
  const acts: Readonly<Record<string, (by: string) => Promise<number>>> = {
    'new-key': (by) => addKey({ ...ground, by, file: ground.keyFile }, output),
    rotate: (by) => rotateKeys({ ...ground, by, file: ground.keyFile }, ground.personal, output),
    'drop-key': (by) => takeKey({ ...ground, by, file: ground.keyFile }, operand, output),
    export: (by) => exportData(ground, by, values, output),
    erase: (by) => eraseData(ground, by, values, output),
  };
  const act = acts[command ?? ''];
  if (!act) throw new WrongUsage('没有这个命令 Unknown command');
  const by = required(values, 'by');
  await checkAdministrator(ground.db, ground.issuer, by);
  return act(by);
}

async function newFile(file: string | undefined, { out }: Output): Promise<number> {
  if (file === undefined) throw new WrongUsage('须写明文件 Name the file');
  if (!(await createPersonalKeyFile(file)))
    throw new WrongUsage(`${file} 已存在，未作改动 exists already and was left alone`);
  out(`✓ ${file}：请与数据库分开备份 keep a copy of it, apart from the database's`);
  return 0;
}

async function listKeys({ db, keyFile }: Ground, { out }: Output): Promise<number> {
  for (const { kid, inFile, isActive, values } of await keysInUse({ db, file: keyFile })) {
    const state = isActive ? '现用 active' : inFile ? '' : '✗ 文件中没有 not in the file';
    out(`${kid}  ${values} 个值 values  ${state}`.trimEnd());
  }
  return 0;
}

async function addKey(keeping: KeyKeeping, { out }: Output): Promise<number> {
  const kid = await newKey(keeping);
  out(`✓ ${kid}：重启接口与流程执行后用它加密 it seals once API and worker are started again`);
  return 0;
}

async function rotateKeys(keeping: KeyKeeping, cipher: FieldCipher, { out }: Output): Promise<number> {
  const { rows, left } = await rotateAll(keeping, cipher, (holder, some) => out(`  ${holder} +${some}`));
  out(`${left === 0 ? '✓' : '✗'} ${cipher.activeKey}：${rows} 行已改用 rows rotated，剩余 left ${left}`);
  return left === 0 ? 0 : 1;
}

async function takeKey(keeping: KeyKeeping, kid: string | undefined, { out }: Output): Promise<number> {
  if (kid === undefined) throw new WrongUsage('须写明密钥，见 keys Name the key, see keys');
  await dropKey(keeping, kid);
  out(`✓ ${kid} 已停用；请从各处备份中一并删除 is dropped: delete it from the backups of the key file too`);
  return 0;
}

async function exportData(ground: Ground, by: string, values: Values, { out }: Output): Promise<number> {
  const reason = required(values, 'reason');
  const subjects = await subjectsFor(ground, values);
  const holdings = await holdingsOf(ground.db, ground.personal, selectionOf(subjects));
  const at = await ground.clock.now();
  const entries = exportEntries(by, subjects, reason);
  await ground.db.transaction().execute((tx) => appendAudit(tx, at, entries));
  out(JSON.stringify(holdings, null, 2));
  return 0;
}

/** One entry for each thing that was handed out, so that the person it is about finds it; one also for nothing. */
function exportEntries(by: string, subjects: readonly ErasableSubject[], reason: string): AuditEntry[] {
  const about = subjects.map((subject) => ({ kind: subject.kind, id: idOf(subject) }));
  return (about.length > 0 ? about : [null]).map((subject) => ({
    type: 'personalDataExported',
    actor: { sub: by, unit: null },
    subject,
    requestId: null,
    details: { purpose: maskedText(reason) },
  }));
}

async function eraseData(ground: Ground, by: string, values: Values, { out }: Output): Promise<number> {
  const erasing: Erasing = { ...ground, by, reason: required(values, 'reason') };
  const subjects = values.due ? await allDue(ground) : await subjectsFor(ground, values);
  let kept = 0;
  for (const subject of subjects) {
    const fate = await (values.confirm
      ? erase(ground.db, subject, erasing)
      : fateOf(ground.db, subject, erasing));
    if (fate !== 'erased') kept += 1;
    const verb = fate === 'erased' && !values.confirm ? { zh: '可清除', en: 'would be erased' } : fates[fate];
    out(`${subject.kind} ${idOf(subject)}  ${verb.zh} ${verb.en}`);
  }
  if (subjects.length === 0) out('没有找到 Nothing found');
  else if (!values.confirm) out('以上仅为预览，加 --confirm 执行 Only said so far: add --confirm to do it');
  return values.confirm && kept > 0 ? 1 : 0;
}

async function allDue(ground: Ground): Promise<ErasableSubject[]> {
  const before = await endOfNeed(ground);
  if (before === null)
    throw new WrongUsage('须先设定保存期限 PERSONAL_RETENTION_DAYS Say first how long data is needed');
  return overdue(ground.db, before);
}

async function subjectsFor({ db, personal }: Ground, values: Values): Promise<ErasableSubject[]> {
  const given: readonly (readonly [FindableField | 'staff', string | undefined])[] = [
    ['phone', values.phone],
    ['email', values.email],
    ['idNumber', values['id-number']],
    ['staff', values.staff],
  ];
  const [wanted, ...others] = given.flatMap(([field, value]) =>
    value?.trim() ? [{ field, value: value.trim() }] : [],
  );
  if (!wanted || others.length > 0 || values.due)
    throw new WrongUsage('须写明一项 Say one of: --phone, --email, --id-number, --staff');
  const { field, value } = wanted;
  return field === 'staff'
    ? staffNamed(db, value)
    : subjectsOf(db, await findRows(db, personal, field, value));
}

function required(values: Values, option: 'by' | 'reason'): string {
  const value = values[option]?.trim();
  if (value) return value;
  throw new WrongUsage(`--${option}：必须给出\n--${option}: must be given`);
}

async function onInstallation(work: (ground: Ground) => Promise<number>): Promise<number> {
  const { settings } = await installationOf(readSettings());
  const { personalKeyFile: keyFile, oidcIssuer: issuer, retentionDays } = settings;
  const personal = await loadCipher(keyFile, settings.mode);
  const storage = openStorage(settings.storage);
  return asOwner(settings.databaseUrl, (db) =>
    work({ db, clock: systemClock, issuer, keyFile, personal, storage, retentionDays }),
  ).finally(() => storage.close());
}

if (require.main === module) {
  asProcess(runPersonalCommand);
}

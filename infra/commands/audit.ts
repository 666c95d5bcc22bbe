import { parseArgs } from 'node:util';
import { anchorChains } from '../audit/anchors';
import type { Break } from '../audit/chains';
import { type Verification, verifyChains } from '../audit/verification';
import { systemClock } from '../clock';
import { connect, type Db } from '../db/connect';
import { loadSigningKey, type SigningKey } from '../documents/signingKey';
import type { Label } from '../../domain/label';
import { installationOf } from '../launcher/installation';
import { readSettings, SettingsError } from '../settings';
import { asProcess, type Output, WrongUsage } from './output';

const help = `审计日志与办件记录的链 The chains of the audit log and of the cases' events

  npm run audit -- --verify   逐条核验各链与锚定，指出第一处断点 Walk every chain and anchor, say the first break
  npm run audit -- --anchor   以证书密钥签名锚定各链的最新一条 Sign the head of each chain with the certificate key

日志只增不删。 The log only grows: nothing in it is ever deleted.
退出码 Exit codes: 0 完好、完成 intact, done · 1 有断点 a chain is broken · 2 用法有误 wrong usage`;

/** What the command works on; a test gives its own. */
interface Ground {
  readonly db: Db;
  readonly key: SigningKey;
}

/** Runs `npm run audit -- …`. @returns the exit code, as the help says */
export async function runAuditCommand(
  args: readonly string[],
  output: Output,
  given: Ground | null = null,
): Promise<number> {
  try {
    const wanted = parse(args);
    if (wanted.help) {
      output.out(help);
      return 0;
    }
    const work = (ground: Ground) => (wanted.verify ? verify(ground, output) : anchor(ground, output));
    return await (given ? work(given) : onInstallation(work));
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

function parse(args: readonly string[]) {
  const options = {
    verify: { type: 'boolean', default: false },
    anchor: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (!values.help && values.verify === values.anchor)
      throw new WrongUsage('请选择 --verify 或 --anchor Say --verify or --anchor');
    return values;
  } catch (error) {
    throw error instanceof WrongUsage ? error : new WrongUsage((error as Error).message);
  }
}

async function verify({ db, key }: Ground, { out, err }: Output): Promise<number> {
  const verification = await verifyChains(db, key.publicKeys);
  if (verification.broken) {
    err(describeBreak(verification.broken));
    return 1;
  }
  out(describe(verification));
  return 0;
}

async function anchor({ db, key }: Ground, { out }: Output): Promise<number> {
  const signed = await anchorChains({ db, clock: systemClock }, key);
  out(`✓ 新锚定 ${signed} 条链 ${signed} chains anchored, key ${key.kid}`);
  return 0;
}

function describe({ audit, events, anchors }: Verification): string {
  return [
    `✓ 审计日志 ${audit.links} 条，完好 Audit log: ${audit.links} entries, intact`,
    `✓ 办件 ${events.chains} 件、事件 ${events.links} 条，完好 ${events.chains} cases with ${events.links} events, intact`,
    `✓ 锚定 ${anchors.links} 条，相符 ${anchors.links} anchors agree`,
  ].join('\n');
}

const breaks: Readonly<Record<Break['what'], Label>> = {
  numberMissing: { zh: '编号不连续，应有此号', en: 'the numbers leave this one out' },
  notChained: { zh: '未与前一条相连', en: 'it is not chained to the one before' },
  altered: { zh: '内容与其哈希不符', en: 'it is not what its hash says' },
  headDiffers: {
    zh: '办件所记的最新一条与事件不符',
    en: 'the case keeps another head than its last event',
  },
  anchorForged: { zh: '锚定的签名不属实', en: 'the anchor is not signed by a published key' },
  anchorDiffers: {
    zh: '与签名锚定的哈希不符，此链被改写',
    en: 'it is not what the signed anchor says: the chain was rewritten',
  },
};

function describeBreak({ chain, seq, what }: Break): string {
  const { zh, en } = breaks[what];
  return `✗ 断点 First break: ${chain} ${seq}\n  ${zh}\n  ${en}`;
}

async function onInstallation<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  const { settings } = await installationOf(readSettings());
  const key = await loadSigningKey(settings.signingKeyFile, settings.mode);
  const database = connect(settings.databaseUrl);
  try {
    return await work({ db: database.db, key });
  } finally {
    await database.close();
  }
}

if (require.main === module) {
  asProcess(runAuditCommand);
}

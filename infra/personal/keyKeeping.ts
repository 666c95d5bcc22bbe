import { appendAudit } from '../audit/log';
import type { AuditType } from '../../domain/audit';
import type { Clock } from '../clock';
import type { Db } from '../db/connect';
import type { FieldCipher } from './cipher';
import type { Holder } from './holders';
import { addPersonalKey, dropPersonalKey, readPersonalKeys } from './keyFile';
import { keyUse } from './keptRows';
import { rotate, type Rotation } from './rotation';

/** The keys cannot be changed like this; the message says why. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}

export interface KeyKeeping {
  readonly db: Db;
  readonly clock: Clock;
  readonly file: string;
  /** The administrator's sub. */
  readonly by: string;
}

/** Each key of the file, the active one first, and how many values it has sealed. */
export async function keysInUse({ db, file }: Pick<KeyKeeping, 'db' | 'file'>) {
  const use = await keyUse(db);
  const kids = (readPersonalKeys(file)?.encryption ?? []).map(({ kid }) => kid);
  return [...new Set([...kids, ...use.keys()])].map((kid) => ({
    kid,
    inFile: kids.includes(kid),
    isActive: kid === kids[0],
    values: use.get(kid) ?? 0,
  }));
}

/** Makes a new key, which seals from now on. @returns its id */
export async function newKey(keeping: KeyKeeping): Promise<string> {
  const kid = await addPersonalKey(keeping.file);
  await log(keeping, 'keyAdded', { kid });
  return kid;
}

/** Seals everything with the active key. */
export async function rotateAll(
  keeping: KeyKeeping,
  cipher: FieldCipher,
  progress: (holder: Holder, rows: number) => void,
): Promise<Rotation> {
  const rotation = await rotate(keeping.db, cipher, progress);
  await log(keeping, 'personalDataRotated', { kid: cipher.activeKey, ...rotation });
  return rotation;
}

/**
 * Takes a key out of the file once nothing is sealed with it any more: what backups still hold under it is then
 * beyond anybody's reading. @throws KeyRefused while it seals, or is in use
 */
export async function dropKey(keeping: KeyKeeping, kid: string): Promise<void> {
  const key = (await keysInUse(keeping)).find((each) => each.kid === kid && each.inFile);
  if (!key) throw new KeyRefused(`密钥文件中没有 ${kid}\nThere is no key ${kid} in the key file`);
  if (key.isActive)
    throw new KeyRefused(`${kid} 正在使用：先运行 new-key\n${kid} is the active key: first run new-key`);
  if (key.values > 0)
    throw new KeyRefused(
      `仍有 ${key.values} 个值由 ${kid} 加密：先运行 rotate\n${key.values} values are sealed with ${kid}: first run rotate`,
    );
  await log(keeping, 'keyDropped', { kid });
  await dropPersonalKey(keeping.file, kid);
}

async function log(
  { db, clock, by }: KeyKeeping,
  type: Extract<AuditType, 'keyAdded' | 'keyDropped' | 'personalDataRotated'>,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = await clock.now();
  const entry = { type, actor: { sub: by, unit: null }, subject: null, requestId: null, details };
  await db.transaction().execute((tx) => appendAudit(tx, at, [entry]));
}

import type { ActBody } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { type NumberKind, numberFor, perform } from '../../domain/perform';
import type { Tx } from '../db/connect';
import { withUploadedPapers } from '../papers/handedIn';
import { Entry, type WakeUp } from './entry';
import { VersionMismatch } from './errors';
import { eventsAfter } from './events';
import type { Ground } from './ground';
import { formatNumber, nextNumber } from './serialNumber';

/** An act as it comes through the door. */
export interface ActRequest {
  readonly caseId: string;
  /** The work item it answers; null for an act on the case itself. */
  readonly workItem: string | null;
  readonly body: ActBody;
  readonly actor: Actor;
  /** The version the actor saw: the work item's, or the case's for an act on the case. */
  readonly expectedVersion?: number;
}

const numberLetters: Readonly<Record<NumberKind, string>> = {
  decision: 'D',
  filingReceipt: 'R',
  certificate: 'C',
};

/**
 * The one door by which a person's act enters the record, in the caller's transaction.
 * @throws CaseNotFound; VersionMismatch when another act came first; Refusal when it is not allowed
 */
export async function record(
  tx: Tx,
  ground: Ground,
  request: ActRequest,
  wakeUp: WakeUp = 'wakeWorkflow',
): Promise<CaseFile> {
  const entry = await Entry.open(tx, ground, request.caseId);
  await checkVersion(tx, entry, request);
  const body = await withUploadedPapers(tx, entry.file, request.body);
  const performed = perform(entry.file, request.workItem, body, request.actor, {
    today: dateInShanghai(entry.at),
    number: await number(tx, entry, request.body),
  });
  entry.append(request.actor, performed.body, performed.particulars);
  await entry.write(wakeUp);
  return entry.file;
}

async function checkVersion(tx: Tx, entry: Entry, request: ActRequest): Promise<void> {
  const { expectedVersion, workItem } = request;
  if (expectedVersion === undefined) return;
  const current = workItem === null ? entry.file.seq : entry.file.items[workItem]?.version;
  if (current === undefined || current === expectedVersion) return;
  const written = await eventsAfter(tx, request.caseId, expectedVersion);
  throw new VersionMismatch(current, [...written, ...entry.appended]);
}

async function number(tx: Tx, entry: Entry, body: ActBody): Promise<string | null> {
  const kind = numberFor(body.act);
  if (kind === null) return null;
  const year = Number(dateInShanghai(entry.at).slice(0, 4));
  const prefix = `${entry.caseId.split('-')[0]}-${numberLetters[kind]}`;
  return formatNumber(prefix, year, await nextNumber(tx, prefix, year));
}

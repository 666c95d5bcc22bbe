import type { ActBody } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { isOfTimeAlone } from '../../domain/changes/clocks';
import { dateInShanghai, yearOf } from '../../domain/civilDate';
import { whyNot } from '../../domain/permission';
import { type NumberKind, numberFor, perform } from '../../domain/perform';
import type { Tx } from '../db/connect';
import { uploadedFor, withUploadedPapers } from '../papers/handedIn';
import { Entry, type WakeUp } from './entry';
import { VersionMismatch } from './errors';
import { eventsAfter } from './events';
import type { Ground } from './ground';
import { setGoing } from './intervention';
import { nextLetterNumber } from './letterNumber';
import { goOnWithLife } from './life';
import { holdBackNotices } from './notices';
import { formatNumber, nextNumber } from './serialNumber';
import { siteLicenceFor } from './site';
import { validUntilBefore } from './term';
import { keepStaff } from './staff';

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

/** An act on the record: the number of its event, and the case with all that followed at once. */
export interface Recorded {
  readonly seq: number;
  readonly file: CaseFile;
}

const documentLetters: Readonly<Record<Exclude<NumberKind, 'letter'>, string>> = {
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
): Promise<Recorded> {
  const { caseId, workItem, actor } = request;
  const entry = await Entry.open(tx, ground, caseId);
  await checkVersion(tx, entry, request);
  const body = await withUploadedPapers(tx, entry.file, request.body);
  const item = workItem === null ? null : (entry.file.items[workItem] ?? null);
  const performed = perform(entry.file, workItem, body, actor, {
    today: dateInShanghai(entry.at),
    now: entry.at,
    number: await number(tx, entry, { body, actor }, item),
    validUntil: await validUntilBefore(tx, entry.file, body),
    uploaded: await uploadedFor(tx, entry.file, body),
    licence: await siteLicenceFor(tx, entry.file, body),
  });
  if (performed.body.type === 'amended') await holdBackNotices(tx, caseId, performed.body.amends);
  entry.append(actor, performed.body, performed.particulars);
  const { seq } = entry.file;
  await keepStaff(tx, ground, caseId, request.body, { event: performed.body, at: entry.receivedAt });
  await entry.settle();
  await entry.write(wakeUp);
  await goOnWithLife(tx, ground, entry.file, entry.appended);
  if (performed.body.type === 'intervened') await setGoing(tx, caseId, performed.body.kind);
  return { seq, file: entry.file };
}

async function checkVersion(tx: Tx, entry: Entry, request: ActRequest): Promise<void> {
  const { expectedVersion, workItem } = request;
  if (expectedVersion === undefined) return;
  const current = workItem === null ? entry.file.version : entry.file.items[workItem]?.version;
  if (current === undefined || current === expectedVersion) return;
  const written = [...(await eventsAfter(tx, request.caseId, expectedVersion)), ...entry.appended];
  // The version of a case stands for what time alone has written after it too: the caller may have seen that.
  const meanwhile = workItem === null ? written.filter((event) => !isOfTimeAlone(event)) : written;
  throw new VersionMismatch(current, meanwhile);
}

/** What may not be done at all takes no number; what is refused for its content gives it back with the transaction. */
async function number(
  tx: Tx,
  { caseId, at, file }: Entry,
  { body, actor }: Pick<ActRequest, 'body' | 'actor'>,
  item: WorkItem | null,
): Promise<string | null> {
  const kind = numberFor(body.act, item);
  if (kind === null || whyNot(file, body.act, item, actor) !== null) return null;
  const year = yearOf(dateInShanghai(at));
  if (kind === 'letter') return item === null ? null : nextLetterNumber(tx, file, item, year);
  const prefix = `${caseId.split('-')[0]}-${documentLetters[kind]}`;
  return formatNumber(prefix, year, await nextNumber(tx, prefix, year));
}

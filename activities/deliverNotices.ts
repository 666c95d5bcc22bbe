import { ApplicationFailure } from '@temporalio/common';
import { sql } from 'kysely';
import { systemActor } from '../domain/actor';
import type { CaseFile } from '../domain/caseFile';
import type { NoticeTemplate } from '../domain/notice';
import { awaitsService } from '../domain/permission';
import type { Db, Tx } from '../infra/db/connect';
import type { SealedDocuments } from '../infra/documents/store';
import type { Letterhead } from '../infra/letters/letterhead';
import { renderNotice } from '../infra/letters/mail';
import type { NoticeFacts } from '../infra/letters/notice';
import { notices } from '../infra/letters/notices';
import type { Letters } from '../infra/letters/store';
import { factsAt } from '../infra/letters/telling';
import { opened } from '../infra/personal/holders';
import { record } from '../infra/record/act';
import type { Ground } from '../infra/record/ground';
import { type Attachment, type Mailer, MailRefused, reasonOf } from './mailer';

interface Needs {
  readonly ground: Ground;
  readonly mailer: Mailer;
  readonly documents: SealedDocuments;
  readonly letters: Letters;
  readonly letterhead: Letterhead;
}

interface Claimed {
  readonly key: string;
  readonly seq: number;
  readonly template: NoticeTemplate;
  /** Sealed: it is opened for the mail alone. */
  readonly recipient: string;
  readonly locale: 'zh' | 'en';
  readonly message_id: string;
  /** Which try this is. */
  readonly attempts: number;
}

/** Which document a notice carries, and which of its facts holds the number. */
const attachmentOf: Partial<Record<NoticeTemplate, 'receiptNo' | 'certificateNo'>> = {
  filingReceipt: 'receiptNo',
  certificate: 'certificateNo',
};

/** What the workflow goes on with once the notices are out. */
export interface Delivered {
  /** How far the record reaches: the service of a letter is an event of its own. */
  readonly lastSeq: number;
  /** Where letters are held back so that their acts can be amended: when the first of them may go. */
  /** ISO instant; null where nothing waits. */
  readonly heldBackUntil: string | null;
}

export function createNoticeActivities(needs: Needs) {
  return {
    /**
     * Sends every notice that the case owes, in order; what is gathered for a digest is not its own to send. A refused address is final and shows on the case;
     * anything else fails the activity once all were tried, so that it comes again.
     */
    async deliverNotices({ caseId }: { readonly caseId: string }): Promise<Delivered> {
      const failures: unknown[] = [];
      for (const key of await owed(needs.ground, caseId)) {
        await deliver(needs, caseId, key).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) {
        const [failure] = failures;
        const reason = reasonOf(failure);
        throw ApplicationFailure.retryable(`Case ${caseId}: ${reason}`, 'MailNotSent');
      }
      const { seq: lastSeq } = await stateOf(needs.ground.db, caseId);
      return { lastSeq, heldBackUntil: await heldBackUntil(needs.ground, caseId) };
    },
  };
}

async function owed({ db, clock }: Ground, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('key')
    .where('case_id', '=', caseId)
    .where('status', 'in', ['queued', 'sending'])
    .where('gathered_for', 'is', null)
    .where('send_after', '<=', await clock.now())
    .orderBy('seq')
    .orderBy('key')
    .execute();
  return rows.map((row) => row.key);
}

async function heldBackUntil({ db }: Ground, caseId: string): Promise<string | null> {
  const row = await db
    .selectFrom('notice')
    .select('send_after')
    .where('case_id', '=', caseId)
    .where('status', '=', 'queued')
    .where('gathered_for', 'is', null)
    .orderBy('send_after')
    .limit(1)
    .executeTakeFirst();
  return row?.send_after.toISOString() ?? null;
}

async function deliver(needs: Needs, caseId: string, key: string): Promise<void> {
  const { ground } = needs;
  const claimed = await claim(ground, key);
  // Its act was amended a moment ago, or another try has sent it.
  if (claimed === null) return;
  try {
    await needs.mailer.send(await compose(needs, caseId, claimed));
  } catch (error) {
    const reason = reasonOf(error);
    if (error instanceof MailRefused) return refused(ground, caseId, claimed, reason);
    await settle(ground.db, claimed, { status: 'queued', last_error: reason });
    throw error;
  }
  await arrived(ground, caseId, claimed);
}

/** The mark that it was sent and the record of its service are one. */
async function arrived(ground: Ground, caseId: string, claimed: Claimed): Promise<void> {
  const sent_at = await ground.clock.now();
  await ground.db.transaction().execute(async (tx) => {
    await settle(tx, claimed, { status: 'sent', sent_at, last_error: null });
    await recordService(tx, ground, caseId, claimed.seq, 'confirmService');
  });
}

/** A refused address is final: it shows on the case and on the worklist, and the letter is served otherwise. */
async function refused(ground: Ground, caseId: string, claimed: Claimed, reason: string): Promise<void> {
  await ground.db.transaction().execute(async (tx) => {
    await settle(tx, claimed, { status: 'failed', last_error: reason });
    await recordService(tx, ground, caseId, claimed.seq, 'reportUndeliverable');
  });
}

async function recordService(
  tx: Tx,
  ground: Ground,
  caseId: string,
  seq: number,
  act: 'confirmService' | 'reportUndeliverable',
): Promise<void> {
  const { state } = await tx
    .selectFrom('case_file')
    .select('state')
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const letter = state.letters.find((each) => each.seq === seq);
  if (!letter || !awaitsService(letter)) return;
  await record(tx, ground, { caseId, workItem: null, body: { act, letter: letter.no }, actor: systemActor });
}

/**
 * Takes a notice for one try. A try that died between the server's 250 and our mark leaves `sending`; once its
 * lease is over it is sent again under the same Message-ID, by which the receiving side knows it.
 */
async function claim({ db }: Ground, key: string): Promise<Claimed | null> {
  const { rows } = await sql<Claimed>`
    update notice set status = 'sending', attempts = attempts + 1, leased_until = now() + interval '60 seconds'
     where key = ${key} and (status = 'queued' or (status = 'sending' and leased_until < now()))
    returning key, seq, template, recipient, locale, message_id, attempts`.execute(db);
  const claimed = rows[0];
  if (claimed) return claimed;
  const { status } = await db
    .selectFrom('notice')
    .select('status')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (status !== 'sending') return null;
  throw ApplicationFailure.retryable(`Notice ${key} is being sent by another try`, 'NoticeInFlight');
}

/** Marks how a try ended, unless a later one has taken the notice over: what that one finds stands. */
async function settle(
  db: Db | Tx,
  { key, attempts }: Claimed,
  result: { status: 'queued' | 'sent' | 'failed'; last_error: string | null; sent_at?: Date },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ ...result, leased_until: null })
    .where('key', '=', key)
    .where('attempts', '=', attempts)
    .execute();
}

async function compose(needs: Needs, caseId: string, claimed: Claimed) {
  const { ground, letterhead } = needs;
  const facts = await factsAt(ground, letterhead, caseId, claimed);
  const rendered = renderNotice(notices[claimed.template](facts), facts, letterhead, claimed.locale);
  const to = opened(ground.personal, 'notice', [claimed.key], claimed.recipient) as string | null;
  if (to === null) throw new MailRefused('联系方式已清除 the address was erased');
  return {
    ...rendered,
    to,
    messageId: claimed.message_id,
    attachments: await attachments(needs, caseId, claimed, facts),
  };
}

/** The document that the notice tells of, or the letter that it serves. */
async function attachments(
  { ground, documents, letters }: Needs,
  caseId: string,
  { template, seq }: Claimed,
  facts: NoticeFacts,
): Promise<Attachment[]> {
  const field = attachmentOf[template];
  if (field) return [pdfFile(facts[field], (await documents.sealed(facts[field])).pdf)];
  const letter = (await stateOf(ground.db, caseId)).letters.find((each) => each.seq === seq);
  return letter ? [pdfFile(letter.no, await letters.pdf(caseId, letter))] : [];
}

function pdfFile(no: string, content: Buffer): Attachment {
  return { filename: `${no}.pdf`, content, contentType: 'application/pdf' };
}

async function stateOf(db: Db, caseId: string): Promise<CaseFile> {
  const { state } = await db
    .selectFrom('case_file')
    .select('state')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return state;
}

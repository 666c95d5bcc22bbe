import { ApplicationFailure } from '@temporalio/common';
import { sql } from 'kysely';
import { fold } from '../domain/caseFile';
import type { NoticeTemplate } from '../domain/notice';
import type { SealedDocuments } from '../infra/documents/store';
import { planVersion } from '../infra/plan/repository';
import { eventsAfter } from '../infra/record/events';
import type { Ground } from '../infra/record/ground';
import { type Letterhead, type NoticeFacts, renderNotice } from './mail/letter';
import { notices } from './mail/notices';
import { type Attachment, type Mailer, MailRefused } from './mailer';
import { noticeFacts } from './noticeFacts';

interface Needs {
  readonly ground: Ground;
  readonly mailer: Mailer;
  readonly documents: SealedDocuments;
  readonly letterhead: Letterhead;
}

interface Claimed {
  readonly key: string;
  readonly seq: number;
  readonly template: NoticeTemplate;
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

export function createNoticeActivities(needs: Needs) {
  return {
    /**
     * Sends every notice that the case owes, in order. A refused address is final and shows on the case;
     * anything else fails the activity once all were tried, so that it comes again.
     */
    async deliverNotices({ caseId }: { readonly caseId: string }): Promise<void> {
      const failures: unknown[] = [];
      for (const key of await owed(needs.ground, caseId)) {
        await deliver(needs, caseId, key).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) {
        const [failure] = failures;
        const reason = failure instanceof Error ? failure.message : String(failure);
        throw ApplicationFailure.retryable(`Case ${caseId}: ${reason}`, 'MailNotSent');
      }
    },
  };
}

async function owed({ db }: Ground, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('key')
    .where('case_id', '=', caseId)
    .where('status', 'in', ['queued', 'sending'])
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.key);
}

async function deliver(needs: Needs, caseId: string, key: string): Promise<void> {
  const claimed = await claim(needs.ground, key);
  try {
    await needs.mailer.send(await compose(needs, caseId, claimed));
  } catch (error) {
    const status = error instanceof MailRefused ? 'failed' : 'queued';
    await settle(needs.ground, claimed, {
      status,
      last_error: error instanceof Error ? error.message : String(error),
    });
    if (status === 'queued') throw error;
    return;
  }
  await settle(needs.ground, claimed, {
    status: 'sent',
    sent_at: await needs.ground.clock.now(),
    last_error: null,
  });
}

/**
 * Takes a notice for one try. A try that died between the server's 250 and our mark leaves `sending`; once its
 * lease is over it is sent again under the same Message-ID, by which the receiving side knows it.
 */
async function claim({ db }: Ground, key: string): Promise<Claimed> {
  const { rows } = await sql<Claimed>`
    update notice set status = 'sending', attempts = attempts + 1, leased_until = now() + interval '60 seconds'
     where key = ${key} and (status = 'queued' or (status = 'sending' and leased_until < now()))
    returning key, seq, template, recipient, locale, message_id, attempts`.execute(db);
  const claimed = rows[0];
  if (!claimed)
    throw ApplicationFailure.retryable(`Notice ${key} is being sent by another try`, 'NoticeInFlight');
  return claimed;
}

/** Marks how a try ended, unless a later one has taken the notice over: what that one finds stands. */
async function settle(
  { db }: Ground,
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

async function compose({ ground, documents, letterhead }: Needs, caseId: string, claimed: Claimed) {
  const facts = await factsAt(ground, documents, caseId, claimed.seq);
  const rendered = renderNotice(notices[claimed.template](facts), facts, letterhead, claimed.locale);
  const field = attachmentOf[claimed.template];
  return {
    ...rendered,
    to: claimed.recipient,
    messageId: claimed.message_id,
    attachments: field ? [await attach(documents, facts[field])] : [],
  };
}

/** The facts as they were when the notice was owed: a late mail tells of its own event. */
async function factsAt(
  ground: Ground,
  documents: SealedDocuments,
  caseId: string,
  seq: number,
): Promise<NoticeFacts> {
  const events = (await eventsAfter(ground.db, caseId, 0)).filter((event) => event.seq <= seq);
  const { body, plan_version } = await ground.db
    .selectFrom('application')
    .innerJoin('case_file', 'case_file.case_id', 'application.case_id')
    .select(['body', 'plan_version'])
    .where('application.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const { plan } = await planVersion(ground.db, plan_version);
  const reason = await reasonAt(ground, caseId, seq);
  return noticeFacts(fold(null, events, caseId), body, plan, reason, (no) => documents.verifyUrl(no));
}

/** The words of the act that the notice tells of; a decision's grounds stand in its draft. */
async function reasonAt({ db }: Ground, caseId: string, seq: number): Promise<string> {
  const rows = await db
    .selectFrom('event')
    .select(['particulars'])
    .where('case_id', '=', caseId)
    .where('seq', '<=', seq)
    .where('type', 'in', ['notAccepted', 'decisionDrafted'])
    .orderBy('seq', 'desc')
    .limit(1)
    .execute();
  const words = rows[0]?.particulars;
  const text = words?.grounds ?? words?.reason;
  return typeof text === 'string' ? text : '';
}

async function attach(documents: SealedDocuments, no: string): Promise<Attachment> {
  const { pdf } = await documents.sealed(no);
  return { filename: `${no}.pdf`, content: pdf, contentType: 'application/pdf' };
}

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseFile } from '../../domain/caseFile';
import type { CaseEvent } from '../../domain/event';
import { type NoticeTemplate, noticeOf, type Recipient, recipientOf } from '../../domain/notice';
import { Refusal } from '../../domain/refusal';
import type { Tx } from '../db/connect';
import type { Ground } from './ground';

interface Owed {
  readonly event: CaseEvent;
  readonly template: NoticeTemplate;
  readonly sendAfter: Date;
}

interface Addressee {
  /** Distinguishes the addressees of one event in the notice's key. */
  readonly who: string;
  readonly email: string;
  readonly locale: string;
}

/**
 * Writes the mails that events owe people, in the transaction of the events: none can be forgotten.
 * The key names the effect (case, event, template, recipient), so each mail exists once.
 */
export async function oweNotices(
  tx: Tx,
  ground: Ground,
  file: CaseFile,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    const template = noticeOf(event);
    if (!template) continue;
    const grace = file.letters.some(({ seq }) => seq === event.seq) ? ground.graceSeconds : 0;
    const sendAfter = new Date(Date.parse(event.at) + grace * 1_000);
    const owed = { event, template, sendAfter };
    for (const addressee of await addresseesOf(tx, file, recipientOf(event, file))) {
      await owe(tx, ground, file.caseId, owed, addressee);
    }
  }
}

async function owe(
  tx: Tx,
  ground: Ground,
  caseId: string,
  { event, template, sendAfter }: Owed,
  { who, email, locale }: Addressee,
): Promise<void> {
  const key = `${caseId}:${event.seq}:${template}:${who}`;
  await tx
    .insertInto('notice')
    .values({
      key,
      case_id: caseId,
      seq: event.seq,
      template,
      recipient: email,
      locale,
      message_id: messageId(key, ground.mailDomain),
      created_at: event.at,
      send_after: sendAfter,
    })
    .execute();
}

async function addresseesOf(tx: Tx, file: CaseFile, recipient: Recipient): Promise<Addressee[]> {
  if (recipient.kind === 'applicant') {
    const { rows } = await sql<Addressee>`
      select 'applicant' as who, body #>> '{contact,email}' as email, body #>> '{contact,locale}' as locale
        from application where case_id = ${file.caseId}`.execute(tx);
    return rows;
  }
  let query = tx
    .selectFrom('account')
    .select(['sub as who', 'email', sql<string>`'zh'`.as('locale')])
    .where('active', '=', true)
    .orderBy('sub');
  if (recipient.kind === 'person') return query.where('sub', '=', recipient.sub).execute();
  query = query.where('roles', '&&', sql<string[]>`${[...recipient.roles]}::text[]`);
  return recipient.unit === null
    ? query.where('unit', 'is', null).execute()
    : query.where('unit', '=', recipient.unit).execute();
}

/**
 * Holds back the notices of an act that is amended (更正).
 * @throws Refusal where one is on its way or has arrived: what was served stands
 */
export async function holdBackNotices(tx: Tx, caseId: string, seq: number): Promise<void> {
  const ofAct = tx.selectFrom('notice').select('status').where('case_id', '=', caseId).where('seq', '=', seq);
  await tx
    .updateTable('notice')
    .set({ status: 'void' })
    .where('case_id', '=', caseId)
    .where('seq', '=', seq)
    .where('status', '=', 'queued')
    .execute();
  const left = (await ofAct.execute()).filter(({ status }) => status !== 'void' && status !== 'failed');
  if (left.length > 0) throw new Refusal('alreadyServed');
}

function messageId(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}

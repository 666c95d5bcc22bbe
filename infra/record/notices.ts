import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseEvent } from '../../domain/event';
import { noticeOf } from '../../domain/notice';
import type { Tx } from '../db/connect';
import type { Ground } from './ground';

/**
 * Writes the mails that events owe the applicant, in the transaction of the events: none can be forgotten.
 * The key names the effect (case, event, template, recipient), so each mail exists once.
 */
export async function oweNotices(
  tx: Tx,
  ground: Ground,
  caseId: string,
  events: readonly CaseEvent[],
): Promise<void> {
  for (const event of events) {
    const template = noticeOf(event);
    if (!template) continue;
    const key = `${caseId}:${event.seq}:${template}:applicant`;
    await sql`
      insert into notice (key, case_id, seq, template, recipient, locale, message_id, created_at)
      select ${key}, ${caseId}, ${event.seq}, ${template}, body #>> '{contact,email}', body #>> '{contact,locale}',
             ${messageId(key, ground.mailDomain)}, ${event.at}
        from application where case_id = ${caseId}`.execute(tx);
  }
}

function messageId(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}

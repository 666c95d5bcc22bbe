import { createHash } from 'node:crypto';
import type { CaseEvent } from '../../domain/event';
import { noticeOf } from '../../domain/notice';
import type { Tx } from '../db/connect';
import { sealedFor } from '../personal/blindIndex';
import { ERASED, type Sealed } from '../personal/cipher';
import { contactOf } from '../personal/storedApplication';
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
  const owed = events.flatMap((event) => {
    const template = noticeOf(event);
    return template === null ? [] : [{ event, template }];
  });
  if (owed.length === 0) return;
  const { email, locale } = await contact(tx, ground, caseId);
  for (const { event, template } of owed) {
    const key = `${caseId}:${event.seq}:${template}:applicant`;
    await tx
      .insertInto('notice')
      .values({
        key,
        case_id: caseId,
        seq: event.seq,
        template,
        // Where the address was erased, the case shows that the notice could not be sent.
        ...(email === null
          ? { recipient: ERASED, status: 'failed', last_error: '联系方式已清除 the address was erased' }
          : { recipient: (await sealedFor(tx, ground.personal, 'notice', [key], email)) as Sealed }),
        locale,
        message_id: messageId(key, ground.mailDomain),
        created_at: event.at,
      })
      .execute();
  }
}

async function contact(tx: Tx, { personal }: Ground, caseId: string) {
  const { body } = await tx
    .selectFrom('application')
    .select('body')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return contactOf(personal, caseId, body);
}

function messageId(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}

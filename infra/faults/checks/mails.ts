import { noticeOf } from '../../../domain/notice';
import type { Evidence, Fault, OwedNotice, RecordedCase } from '../evidence';
import { asCaseEvent } from './caseEvent';

/**
 * Every notice that an event owes arrived as one mail, and no mail arrived that no event owes. One Message-ID is
 * one mail, however often it was handed in: a try that died after the server's 250 is repeated under the same one.
 */
export function checkMails({ cases, mails }: Pick<Evidence, 'cases' | 'mails'>): Fault[] {
  const arrived = new Set(mails.map(({ messageId }) => messageId));
  const owed = new Set<string>();
  const faults = cases.flatMap((recorded) => {
    for (const { messageId } of recorded.notices) owed.add(messageId);
    return checkCase(recorded, arrived);
  });
  const strays = [...arrived].filter((messageId) => !owed.has(messageId));
  return [...faults, ...strays.map((where) => fault('doubled', where, 'arrived, but nothing owes it'))];
}

function checkCase({ caseId, events, notices }: RecordedCase, arrived: ReadonlySet<string>): Fault[] {
  const owing = new Set<OwedNotice>();
  const faults = events.flatMap((event): Fault[] => {
    const template = noticeOf(asCaseEvent(event));
    if (template === null) return [];
    const where = `${caseId} event ${event.seq} ${template}`;
    const matching = notices.filter((notice) => notice.seq === event.seq && notice.template === template);
    for (const notice of matching) owing.add(notice);
    return checkNotices(where, matching, arrived);
  });
  const idle = notices.filter((notice) => !owing.has(notice));
  return [
    ...faults,
    ...idle.map(({ seq, template }) =>
      fault('doubled', `${caseId} event ${seq} ${template}`, 'owed by no event'),
    ),
  ];
}

function checkNotices(where: string, notices: readonly OwedNotice[], arrived: ReadonlySet<string>): Fault[] {
  const [notice] = notices;
  if (!notice) return [fault('lost', where, 'the record owes no notice for it')];
  if (notices.length > 1) return [fault('doubled', where, `${notices.length} notices`)];
  if (!arrived.has(notice.messageId))
    return [fault('lost', where, `mail ${notice.messageId} did not arrive`)];
  return notice.status === 'sent'
    ? []
    : [fault('broken', where, `arrived, but the record says "${notice.status}"`)];
}

function fault(kind: Fault['kind'], where: string, text: string): Fault {
  return { kind, about: 'mail', where, text };
}

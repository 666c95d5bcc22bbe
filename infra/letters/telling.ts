import type { CaseEvent, EventType } from '../../domain/event';
import { fold } from '../../domain/fold';
import type { NoticeTemplate } from '../../domain/notice';
import { verifyUrlOf } from '../documents/statementCarrier';
import { planVersion } from '../plan/repository';
import { eventsAfter } from '../record/events';
import type { Ground } from '../record/ground';
import type { Letterhead } from './letterhead';
import type { NoticeFacts } from './notice';
import { noticeFacts, type Words } from './noticeFacts';

/** Which event a notice tells of, and by which template. */
export interface Telling {
  readonly seq: number;
  readonly template: NoticeTemplate;
}

/** The facts as they were when the notice was owed: a late mail, and a letter asked for late, tell of their own event. */
export async function factsAt(
  ground: Ground,
  { publicUrl }: Pick<Letterhead, 'publicUrl'>,
  caseId: string,
  telling: Telling,
): Promise<NoticeFacts> {
  const events = await eventsAfter(ground.db, caseId, 0);
  const { body, plan_version } = await ground.db
    .selectFrom('case_file')
    .leftJoin('application', 'application.case_id', 'case_file.application_id')
    .select(['body', 'plan_version'])
    .where('case_file.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const { plan } = await planVersion(ground.db, plan_version);
  const until = events.filter(({ seq }) => seq <= telling.seq);
  return noticeFacts({
    file: fold(null, [...until, ...openedBy(events, telling.seq)], caseId),
    events: until,
    application: body,
    plan,
    words: await wordsAt(ground, caseId, telling),
    verifyUrl: (no) => verifyUrlOf(publicUrl, no),
  });
}

/** What an event opened in its own transaction: the work item whose time limit the notice names. */
function openedBy(events: readonly CaseEvent[], seq: number): readonly CaseEvent[] {
  const event = events[seq - 1];
  const next = events[seq];
  const opens: EventType =
    event?.type === 'submitted' || event?.type === 'begun' ? 'stageOpened' : 'sideStepsOpened';
  return next?.type === opens ? [next] : [];
}

/** The words that a notice cites stand with its own event, or with the one that its event decides on. */
const citedFrom: Partial<Record<NoticeTemplate, EventType>> = {
  granted: 'decisionDrafted',
  refused: 'decisionDrafted',
  extension: 'extensionRequested',
  exitDecided: 'exitProposed',
  suspensionDecided: 'suspensionProposed',
  named: 'nameProposed',
  nameLost: 'lossProposed',
  supportGranted: 'supportDrafted',
  supportRefused: 'supportDrafted',
  supportEnded: 'supportEndProposed',
};

async function wordsAt({ db }: Ground, caseId: string, { seq, template }: Telling): Promise<Words> {
  const cited = citedFrom[template];
  const row = await db
    .selectFrom('event')
    .select(['particulars'])
    .where('case_id', '=', caseId)
    .where('seq', '<=', seq)
    .$if(cited === undefined, (query) => query.where('seq', '=', seq))
    .$if(cited !== undefined, (query) => query.where('type', '=', cited ?? ''))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.particulars ?? {};
}

import { isDeepStrictEqual } from 'node:util';
import type { CaseFile } from '../../domain/caseFile';
import type { CaseEvent } from '../../domain/event';
import { fold } from '../../domain/fold';
import { noticeOf, recipientOf } from '../../domain/notice';
import { openItems } from '../../domain/process';
import type { Difference, DifferenceKind } from './difference';
import type { KeptCase, KeptNotice } from './keptCase';

/** A workflow as Temporal shows it. */
export interface Run {
  readonly isRunning: boolean;
  /** Why its tasks fail, where they do. */
  readonly problems: readonly string[];
  /** How far it has read the record; null where it does not answer. */
  readonly readUpTo: number | null;
}

/** What is younger than this may still be under way. */
export const SETTLING_MS = 120_000;

/** Where record, outbox, workflow and mails of a case do not agree. Pure. */
export function compare(kept: KeptCase, run: Run | null, now: Date): Difference[] {
  const settled = now.getTime() - SETTLING_MS;
  const isFresh = Date.parse(kept.state.lastAt) > settled;
  const walk = walked(kept);
  return [
    ...checkState(kept, walk),
    ...checkWorklist(kept, walk),
    ...(isFresh ? [] : [...checkOutbox(kept), ...checkRun(kept, run)]),
    ...checkNotices(kept, walk, settled),
    ...kept.pushes.flatMap(({ key, error }) =>
      error === null ? [] : [difference(kept, 'pushFailing', `${key}: ${error}`)],
    ),
  ];
}

/** What the events of a case give: a supervision forgets what is over, so what was owed and open is asked on the way. */
interface Walk {
  readonly state: CaseFile | null;
  /** The events of which the applicant is owed a mail. */
  readonly owed: readonly CaseEvent[];
  /** The work items that there ever were. */
  readonly items: ReadonlySet<string>;
}

function walked({ caseId, events }: KeptCase): Walk {
  let state: CaseFile | null = null;
  const owed: CaseEvent[] = [];
  const items = new Set<string>();
  for (const event of events) {
    state = fold(state, [event], caseId);
    for (const id of Object.keys(state.items)) items.add(id);
    if (noticeOf(event) !== null && recipientOf(event, state).kind === 'applicant') owed.push(event);
  }
  return { state, owed, items };
}

function checkState(kept: KeptCase, { state }: Walk): Difference[] {
  const folded: unknown = JSON.parse(JSON.stringify(state));
  return isDeepStrictEqual(folded, JSON.parse(JSON.stringify(kept.state)))
    ? []
    : [difference(kept, 'stateDiffers', `${kept.events.length} events`)];
}

function checkWorklist(kept: KeptCase, { items }: Walk): Difference[] {
  const { state, worklist } = kept;
  const rows = new Map(worklist.map((row) => [row.id, row]));
  const wrong = Object.values(state.items).filter(({ id, status, version }) => {
    const row = rows.get(id);
    return row?.status !== status || row.version !== version;
  });
  const strays = worklist.filter(
    ({ id, status }) => !state.items[id] && (status === 'open' || !items.has(id)),
  );
  return [...wrong, ...strays].map(({ id }) => difference(kept, 'worklistDiffers', id));
}

function checkOutbox(kept: KeptCase): Difference[] {
  const { wakeUp, state } = kept;
  const lastOfPerson = kept.events.findLast(({ actor }) => actor.sub !== 'system')?.seq ?? 0;
  if (!wakeUp || wakeUp.upTo < lastOfPerson) return [difference(kept, 'wakeUpMissing', `event ${state.seq}`)];
  if (wakeUp.delivered >= wakeUp.upTo) return [];
  const reason = wakeUp.error === null ? '' : `: ${wakeUp.error}`;
  return [difference(kept, 'wakeUpLate', `event ${wakeUp.delivered + 1} to ${wakeUp.upTo}${reason}`)];
}

function checkRun(kept: KeptCase, run: Run | null): Difference[] {
  const { state } = kept;
  const isOver = state.outcome !== null && openItems(state).length === 0;
  if (isOver) {
    const waits = kept.notices.some((notice) => isWaiting(notice) && notice.gatheredFor === null);
    return run?.isRunning && !waits ? [difference(kept, 'workflowLeft', state.outcome)] : [];
  }
  if (!run?.isRunning) return [difference(kept, 'workflowMissing', `event ${state.seq}`)];
  const { problems, readUpTo } = run;
  if (problems.length > 0) return [difference(kept, 'workflowBroken', problems.join(', '))];
  if (readUpTo === null) return [difference(kept, 'workflowSilent', `event ${state.seq}`)];
  return readUpTo < state.seq
    ? [difference(kept, 'workflowBehind', `event ${readUpTo + 1} to ${state.seq}`)]
    : [];
}

function checkNotices(kept: KeptCase, { owed }: Walk, settled: number): Difference[] {
  const { events, notices, state } = kept;
  const missing = owed.filter(({ seq }) => !notices.some((notice) => notice.seq === seq));
  const late = notices.filter((notice) => isWaiting(notice) && notice.sendAfter.getTime() < settled);
  const served = state.letters.filter((letter) => letter.served !== null).map(({ seq }) => seq);
  // Whoever complained reads the answer by their code, wherever a mail to them went.
  const complaints = events.filter((event) => 'complaint' in event).map(({ seq }) => seq);
  const refused = notices.filter(
    ({ status, seq }) => status === 'failed' && !served.includes(seq) && !complaints.includes(seq),
  );
  const why = ({ seq, template, error }: KeptCase['notices'][number]) =>
    `event ${seq} ${template}${error === null ? '' : `: ${error}`}`;
  return [
    ...missing.map(({ seq, type }) => difference(kept, 'noticeMissing', `event ${seq} ${type}`)),
    ...late.map((notice) =>
      difference(kept, notice.gatheredFor === null ? 'mailLate' : 'digestLate', why(notice)),
    ),
    ...refused.map((notice) => difference(kept, 'mailRefused', why(notice))),
  ];
}

function isWaiting({ status }: KeptNotice): boolean {
  return status === 'queued' || status === 'sending';
}

function difference({ caseId }: KeptCase, kind: DifferenceKind, about: string): Difference {
  return { kind, caseId, about };
}

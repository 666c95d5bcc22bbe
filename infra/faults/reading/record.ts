import type { Kysely } from 'kysely';
import type { Tables } from '../../db/schema';
import type { Evidence, KeptAnswer, OwedNotice, RecordedCase, RecordedEvent } from '../evidence';

type Recorded = Pick<Evidence, 'cases' | 'answers' | 'drafts' | 'serialNumbers'>;

/** Reads the whole record of a system at one moment. */
export function readRecord(db: Kysely<Tables>): Promise<Recorded> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const drafts = await tx.selectFrom('draft').select('id').execute();
      return {
        cases: await readCases(tx),
        answers: await readAnswers(tx),
        drafts: drafts.map(({ id }) => id),
        serialNumbers: await tx.selectFrom('serial_number').selectAll().execute(),
      };
    });
}

async function readCases(db: Kysely<Tables>): Promise<RecordedCase[]> {
  const rows = await db
    .selectFrom('case_file')
    .select(['case_id', 'state', 'last_hash'])
    .orderBy('case_id')
    .execute();
  const events = byCase(await readEvents(db));
  const notices = byCase(await readNotices(db));
  const pushes = byCase(
    await db.selectFrom('push').select(['case_id as caseId', 'key', 'attempts']).execute(),
  );
  const worklist = byCase(
    await db.selectFrom('work_item').select(['case_id as caseId', 'id', 'status', 'version']).execute(),
  );
  const wakeUps = await db.selectFrom('wake_up').select(['case_id', 'up_to', 'delivered']).execute();
  return rows.map(({ case_id: caseId, state, last_hash: lastHash }) => {
    const wakeUp = wakeUps.find((row) => row.case_id === caseId);
    return {
      caseId,
      state,
      lastHash,
      events: events.get(caseId) ?? [],
      worklist: worklist.get(caseId) ?? [],
      notices: notices.get(caseId) ?? [],
      pushes: pushes.get(caseId) ?? [],
      wakeUp: wakeUp ? { upTo: wakeUp.up_to, delivered: wakeUp.delivered } : null,
    };
  });
}

async function readEvents(db: Kysely<Tables>): Promise<RecordedEvent[]> {
  const rows = await db.selectFrom('event').selectAll().orderBy('case_id').orderBy('seq').execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    seq: row.seq,
    type: row.type as RecordedEvent['type'],
    at: row.at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    actorSub: row.actor_sub,
    actorUnit: row.actor_unit,
    facts: row.facts,
    particulars: row.particulars,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

async function readNotices(db: Kysely<Tables>): Promise<(OwedNotice & { readonly caseId: string })[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['case_id', 'seq', 'template', 'message_id', 'status', 'attempts'])
    .orderBy('seq')
    .execute();
  return rows.map(({ case_id: caseId, message_id: messageId, template, ...rest }) => ({
    ...rest,
    caseId,
    messageId,
    template: template as OwedNotice['template'],
  }));
}

async function readAnswers(db: Kysely<Tables>): Promise<KeptAnswer[]> {
  const rows = await db.selectFrom('idempotency_key').select(['sub', 'key', 'status', 'body']).execute();
  return rows.map(({ sub: account, key, status, body }) => ({ account, key, status, ...saidBy(body) }));
}

/** An answer to an act names its event; one that begins a case names the case only. */
function saidBy(body: unknown): Pick<KeptAnswer, 'caseId' | 'seq'> {
  const said = body as { caseId?: string | null; seq?: number; case?: { caseId: string } } | null;
  if (said?.case) return { caseId: said.case.caseId, seq: said.seq ?? null };
  return { caseId: said?.caseId ?? null, seq: null };
}

function byCase<T extends { readonly caseId: string }>(rows: readonly T[]): Map<string, T[]> {
  const cases = new Map<string, T[]>();
  for (const row of rows) {
    const known = cases.get(row.caseId);
    if (known) known.push(row);
    else cases.set(row.caseId, [row]);
  }
  return cases;
}

import type { AuditSubject } from '../../domain/audit';
import type { Db } from '../db/connect';
import { chainHash, GENESIS, linkHash } from '../record/chain';
import type { ChainedEntry } from './log';

/** The name of the audit log's own chain; the others are called by their case. */
export const AUDIT_CHAIN = 'audit';

/** The first place where a chain is not what was written. */
export interface Break {
  readonly chain: string;
  readonly seq: number;
  readonly what:
    'numberMissing' | 'notChained' | 'altered' | 'headDiffers' | 'anchorForged' | 'anchorDiffers';
}

/** What was walked, and the first break. */
export interface Walk {
  readonly links: number;
  readonly chains: number;
  readonly broken: Break | null;
}

interface Link {
  readonly chain: string;
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
  /** What the hash should be after a previous one. */
  readonly expected: (previous: string) => string;
}

const PAGE = 1_000;

/** Walks the audit log from its first entry. */
export function walkAudit(db: Db): Promise<Walk> {
  return walk(auditLinks(db), () => Promise.resolve(null));
}

/** Walks the events of every case, and holds the head that each case keeps against its last event. */
export function walkEvents(db: Db): Promise<Walk> {
  return walk(eventLinks(db), async (chain, seq, hash) => {
    const head = await db
      .selectFrom('case_file')
      .select(['seq', 'last_hash'])
      .where('case_id', '=', chain)
      .executeTakeFirst();
    return head?.seq === seq && head.last_hash === hash ? null : { chain, seq, what: 'headDiffers' };
  });
}

type Ending = (chain: string, seq: number, hash: string) => Promise<Break | null>;

async function walk(links: AsyncIterable<Link>, end: Ending): Promise<Walk> {
  let [chain, seq, hash, count, chains]: [string | null, number, string, number, number] = [
    null,
    0,
    GENESIS,
    0,
    0,
  ];
  for await (const link of links) {
    if (link.chain !== chain) {
      const broken = chain === null ? null : await end(chain, seq, hash);
      if (broken) return { links: count, chains, broken };
      [chain, seq, hash] = [link.chain, 0, GENESIS];
      chains += 1;
    }
    const what = faultOf(link, seq, hash);
    if (what) return { links: count, chains, broken: { chain, seq: seq + 1, what } };
    [seq, hash] = [link.seq, link.hash];
    count += 1;
  }
  return { links: count, chains, broken: chain === null ? null : await end(chain, seq, hash) };
}

function faultOf(link: Link, seq: number, hash: string): Break['what'] | null {
  if (link.seq !== seq + 1) return 'numberMissing';
  if (link.previousHash !== hash) return 'notChained';
  return link.expected(hash) === link.hash ? null : 'altered';
}

async function* auditLinks(db: Db): AsyncGenerator<Link> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', String(after))
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const seq = Number(row.seq);
      const entry: ChainedEntry = {
        seq,
        at: row.at.toISOString(),
        type: row.type,
        actor: row.actor_sub === null ? null : { sub: row.actor_sub, unit: row.actor_unit },
        subject: subjectOf(row),
        requestId: row.request_id,
        details: row.details,
      };
      const { previous_hash: previousHash, hash } = row;
      const expected = (previous: string) => linkHash(previous, entry);
      yield { chain: AUDIT_CHAIN, seq, previousHash, hash, expected };
      after = seq;
    }
    if (rows.length < PAGE) return;
  }
}

function subjectOf(row: {
  readonly subject_kind: AuditSubject['kind'] | null;
  readonly subject_id: string | null;
}): AuditSubject | null {
  return row.subject_kind === null ? null : { kind: row.subject_kind, id: row.subject_id ?? '' };
}

async function* eventLinks(db: Db): AsyncGenerator<Link> {
  for (let after = { caseId: '', seq: 0 }; ;) {
    const { caseId, seq } = after;
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where((at) =>
        at.or([at('case_id', '>', caseId), at.and([at('case_id', '=', caseId), at('seq', '>', seq)])]),
      )
      .orderBy('case_id')
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const expected = (previous: string) =>
        chainHash(previous, {
          caseId: row.case_id,
          seq: row.seq,
          type: row.type,
          at: row.at.toISOString(),
          receivedAt: row.received_at.toISOString(),
          actorSub: row.actor_sub,
          actorUnit: row.actor_unit,
          facts: row.facts,
          particulars: row.particulars,
        });
      yield { chain: row.case_id, seq: row.seq, previousHash: row.previous_hash, hash: row.hash, expected };
      after = { caseId: row.case_id, seq: row.seq };
    }
    if (rows.length < PAGE) return;
  }
}

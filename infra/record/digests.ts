import { sql } from 'kysely';
import { dateInShanghai } from '../../domain/civilDate';
import type { Ground } from './ground';
import { messageId } from './notices';

/** One notice of a digest that was taken for a try. */
export interface GatheredNotice {
  readonly key: string;
  readonly case_id: string;
  readonly seq: number;
  /** Sealed. */
  readonly recipient: string;
  readonly locale: 'zh' | 'en';
}

/** A digest that was taken for one try: which try it is, and what it gathers, in the order of the cases. */
export interface ClaimedDigest {
  readonly digest: string;
  readonly attempts: number;
  readonly notices: readonly GatheredNotice[];
}

/**
 * Gathers the notices that are due into one mail for each official, once a day: what a digest holds is settled here,
 * so that it is the same however often it is sent. What comes later that day goes with the next one.
 */
export async function gatherDigests({ db, mailDomain }: Ground, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('digests'))`.execute(tx);
    const due = await tx
      .selectFrom('notice')
      .select('gathered_for')
      .distinct()
      .where('gathered_for', 'is not', null)
      .where('digest', 'is', null)
      .where('status', '=', 'queued')
      .where('send_after', '<=', now)
      .execute();
    for (const { gathered_for: sub } of due) {
      const digest = messageId(`digest:${dateInShanghai(now)}:${sub}`, mailDomain);
      await sql`
        update notice set digest = ${digest}
         where gathered_for = ${sub} and digest is null and status = 'queued' and send_after <= ${now}::timestamptz
           and not exists (select from notice gathered where gathered.digest = ${digest})`.execute(tx);
    }
  });
}

/** The digests that have not arrived, by their Message-IDs. */
export async function waitingDigests({ db }: Pick<Ground, 'db'>): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('digest')
    .distinct()
    .where('digest', 'is not', null)
    .where('gathered_for', 'is not', null)
    .where('status', 'in', ['queued', 'sending'])
    .orderBy('digest')
    .execute();
  return rows.flatMap(({ digest }) => digest ?? []);
}

/**
 * Takes a digest for one try, all of it. A try that died between the server's 250 and the mark leaves `sending`; once
 * its lease is over the digest is sent again, the same under the same Message-ID.
 */
export async function claimDigest(
  { db }: Ground,
  digest: string,
): Promise<ClaimedDigest | 'inFlight' | 'over'> {
  const { rows } = await sql<GatheredNotice & { readonly attempts: number }>`
    update notice set status = 'sending', leased_until = now() + interval '60 seconds',
           attempts = (select max(attempts) + 1 from notice gathered where gathered.digest = ${digest})
     where digest = ${digest} and (status = 'queued' or (status = 'sending' and leased_until < now()))
    returning key, case_id, seq, recipient, locale, attempts`.execute(db);
  const [first] = rows;
  if (!first) return (await waitingDigests({ db })).includes(digest) ? 'inFlight' : 'over';
  const notices = rows.sort((a, b) => a.case_id.localeCompare(b.case_id) || a.seq - b.seq);
  return { digest, attempts: first.attempts, notices };
}

/** Marks how a try ended for all that the digest gathers at once, unless a later try has taken it over. */
export async function settleDigest(
  { db }: Ground,
  { digest, attempts }: ClaimedDigest,
  result: { status: 'queued' | 'sent' | 'failed'; last_error: string | null; sent_at?: Date },
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ ...result, leased_until: null })
    .where('digest', '=', digest)
    .where('status', '=', 'sending')
    .where('attempts', '=', attempts)
    .execute();
}

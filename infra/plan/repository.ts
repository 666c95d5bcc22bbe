import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import type { Plan, PlanVersion } from '../../domain/plan';
import type { Db, Tx } from '../db/connect';
import { PlanVersionNotFound, PublicationRefused } from './publicationErrors';

/** Reading is as well within a transaction as without. */
type Reader = Db | Tx;

/**
 * Publishes a plan as its next version, in force from a date until a later version takes over.
 * The same plan from the same date again gives the version that is there; a published version never changes.
 * @param db connected as the owner of the tables: the application's role may only read plans
 * @param effectiveFrom `YYYY-MM-DD`; not before the newest version's, or numbers and dates would disagree
 * @param publishedAt an ISO instant, by the business clock
 * @param publishedBy the administrator who has it published, where one is named
 * @throws PublicationRefused
 */
export async function publishPlan(
  db: Db,
  plan: Plan,
  effectiveFrom: string,
  publishedAt: string,
  publishedBy: string | null = null,
): Promise<PlanVersion> {
  const sha256 = hashOf(plan);
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`plan_version ${plan.id}`}))`.execute(tx);
    const published = await versions(tx, plan.id);
    const same = published.find((row) => row.sha256 === sha256 && row.effective_from === effectiveFrom);
    if (same) return { id: same.id, number: same.number, effectiveFrom, plan };
    const newest = published[0];
    checkOrder(newest, effectiveFrom);
    const number = (newest?.number ?? 0) + 1;
    const version: PlanVersion = { id: `${plan.id}@${number}`, number, effectiveFrom, plan };
    await tx
      .insertInto('plan_version')
      .values({
        id: version.id,
        plan_id: plan.id,
        number,
        effective_from: effectiveFrom,
        body: JSON.stringify(plan),
        sha256,
        published_at: publishedAt,
        published_by: publishedBy,
      })
      .execute();
    return version;
  });
}

/** Versions begin in the order of their numbers. @throws PublicationRefused */
function checkOrder(
  newest: { readonly id: string; readonly effective_from: string } | undefined,
  effectiveFrom: string,
): void {
  if (newest && effectiveFrom < newest.effective_from)
    throw new PublicationRefused(newest.id, newest.effective_from, effectiveFrom);
}

/**
 * The version that a publication from a day on would follow; null where it would be the first of its plan.
 * @throws PublicationRefused
 */
export async function versionBefore(
  db: Reader,
  planId: string,
  effectiveFrom: string,
): Promise<PlanVersion | null> {
  const row = await rows(db)
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  checkOrder(row, effectiveFrom);
  return row ? versionOf(row) : null;
}

/** A version with when it was published and by whom, where that was said. */
export interface PublishedVersion extends PlanVersion {
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
}

/** Every version of a plan, the newest first. */
export async function publishedVersions(db: Reader, planId: string): Promise<PublishedVersion[]> {
  const found = await rows(db)
    .select(['published_at', 'published_by'])
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .execute();
  return found.map(({ published_at, published_by, ...row }) => ({
    ...versionOf(row),
    publishedAt: published_at,
    publishedBy: published_by,
  }));
}

/** The version in force on a day, `YYYY-MM-DD` in Asia/Shanghai. @throws PlanVersionNotFound */
export async function planInForce(db: Reader, planId: string, date: string): Promise<PlanVersion> {
  const row = await rows(db)
    .where('plan_id', '=', planId)
    .where('effective_from', '<=', date)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new PlanVersionNotFound(`${planId}, ${date}`);
  return versionOf(row);
}

/** A version by its id, `xiacheng@1`. @throws PlanVersionNotFound */
export async function planVersion(db: Reader, id: string): Promise<PlanVersion> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  if (!row) throw new PlanVersionNotFound(id);
  return versionOf(row);
}

/** The id of the plan that was published last: an installation serves one district. @throws PlanVersionNotFound */
export async function districtsPlan(db: Reader): Promise<string> {
  const row = await db
    .selectFrom('plan_version')
    .select('plan_id')
    .orderBy('published_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new PlanVersionNotFound('*');
  return row.plan_id;
}

/** The date as text, whatever the connection makes of dates. */
const effectiveFromText = sql<string>`effective_from::text`.as('effective_from');

function rows(db: Reader) {
  return db.selectFrom('plan_version').select(['id', 'number', 'body', effectiveFromText]);
}

/** What is published of a plan, the newest first; its dates never go back. */
function versions(db: Reader, planId: string) {
  return db
    .selectFrom('plan_version')
    .select(['id', 'number', 'sha256', effectiveFromText])
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .execute();
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly effective_from: string;
  readonly body: Plan;
}

function versionOf({ id, number, effective_from, body }: Row): PlanVersion {
  return { id, number, effectiveFrom: effective_from, plan: body };
}

/** The hash of the canonical form (RFC 8785): the order of keys and the comments make no other plan. */
function hashOf(plan: Plan): string {
  const canonical = canonicalize(plan);
  if (canonical === undefined) throw new TypeError('A plan has a canonical form');
  return createHash('sha256').update(canonical).digest('hex');
}

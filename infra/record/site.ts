import { sql } from 'kysely';
import type { ActBody } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { canComplete, constructionId, endOfMonth, type SiteLicence } from '../../domain/construction';
import type { DemonstrationSite, PlanVersion } from '../../domain/plan';
import { planConstruction, type SiteSetting } from '../../domain/planSite';
import { Refusal } from '../../domain/refusal';
import { opensInstitution, publicNoOf } from '../../domain/takeOver';
import type { Db, Tx } from '../db/connect';
import { Entry } from './entry';
import type { Ground } from './ground';
import { knownAs } from './knownAs';
import { hasLeft } from './leaving';
import { takeUp } from './newCase';

/** What the leading group's office says to have a site's construction followed up. */
export interface SiteBeginning extends Omit<SiteSetting, 'completion'> {
  readonly siteNo: number;
  /** Where the month that the plan prints is past, or another day was agreed. */
  readonly completion?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * Begins to follow up the construction of a site of Annex 2 (示范点建设), under the plan in force.
 * @throws Refusal where it is under way already, or what is said does not fit the plan
 */
export async function beginConstruction(
  tx: Tx,
  ground: Ground,
  version: PlanVersion,
  beginning: SiteBeginning,
  actor: Actor,
): Promise<CaseFile> {
  const { plan } = version;
  const site = plan.demonstrationSites.find(({ no }) => no === beginning.siteNo);
  if (!site) throw new Refusal('unknownSite');
  checkSubdistrict(version, beginning);
  const { caseNumberPrefix: prefix } = plan;
  const time = await timeOf(tx, prefix, site.no);
  const entry = await Entry.begin(tx, ground, constructionId(prefix, { no: site.no, time }));
  const on = dateInShanghai(entry.at);
  const { subdistrict, ownership, reason = null } = beginning;
  const completion = completionFor(site, beginning, on);
  const itinerary = planConstruction(version, site, { subdistrict, ownership, completion });
  entry.append(actor, { type: 'begun', on, organisation: NOBODY, itinerary }, { reason });
  await takeUp(tx, entry, site.name);
  await entry.write('wakeWorkflow');
  return entry.file;
}

/** Until a site is linked with an application, no applicant takes part in its case. */
const NOBODY = '';

/** The printed month where it lies ahead and nobody says otherwise; else the day that the office sets, with its reason. */
function completionFor(
  { completion: month }: DemonstrationSite,
  { completion, reason }: SiteBeginning,
  today: string,
): string {
  const printed = endOfMonth(month);
  const set = completion ?? printed;
  if (completion === undefined && !canComplete(printed, today)) {
    throw new Refusal('completionPast', { pointer: '/completion', expected: [`> ${today}`] });
  }
  if (!canComplete(set, today)) {
    throw new Refusal('completionUnfit', { pointer: '/completion', expected: [`> ${today}`] });
  }
  if (set !== printed && !reason?.trim()) throw new Refusal('completionPast', { pointer: '/reason' });
  return set;
}

function checkSubdistrict({ plan }: PlanVersion, { subdistrict }: SiteBeginning): void {
  const known = plan.units.filter(({ kind }) => kind === 'subdistrict').map(({ id }) => id);
  if (!known.includes(subdistrict)) {
    throw new Refusal('unknownSubdistrict', { pointer: '/subdistrict', expected: known });
  }
}

/**
 * Which time the construction of a site is begun: one at a time.
 * @throws Refusal while one is under way, or the site bears its name
 */
async function timeOf(tx: Tx, prefix: string, no: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`construction ${prefix} ${no}`}))`.execute(tx);
  const rows = await tx
    .selectFrom('case_file')
    .select(['case_id', 'outcome'])
    .where('kind', '=', 'construction')
    .where(sql<string>`state #>> '{itinerary,life,site,no}'`, '=', String(no))
    .where('case_id', 'like', `${prefix}-D%`)
    .execute();
  if (rows.some(({ outcome }) => outcome === null)) throw new Refusal('siteUnderWay');
  return rows.length + 1;
}

/** What the record knows of the application that an act on a site is about; null where the act is about none. */
export async function siteLicenceFor(
  tx: Tx,
  { caseId, itinerary: { life } }: CaseFile,
  body: ActBody,
): Promise<SiteLicence | null> {
  if (life?.kind !== 'construction') return null;
  const isOfName = body.act === 'proposeName' || body.act === 'signName';
  const licence = body.act === 'linkLicence' ? body.licence : isOfName ? life.institution : null;
  if (licence === null) return null;
  if (body.act === 'linkLicence') {
    // Two sites that are linked with one application at once: the second waits, and is refused.
    await sql`select pg_advisory_xact_lock(hashtext(${`licence ${licence}`}))`.execute(tx);
  }
  const row = await tx
    .selectFrom('case_file')
    .select(['state', 'outcome'])
    .where('case_id', '=', licence)
    .where('kind', '=', 'licensing')
    // A change is no application of its own: the site hangs on the first.
    .whereRef('case_id', '=', 'institution_id')
    .executeTakeFirst();
  if (!row) return null;
  const other = await constructionOf(tx, licence, caseId);
  return {
    caseId: licence,
    knownAs: await knownAs(tx, licence),
    organisation: row.state.organisation,
    certificateNo: publicNoOf(row.state),
    isLost: (row.outcome !== null && !opensInstitution(row.state)) || (await hasLeft(tx, licence)),
    takenBy: other,
  };
}

/** The other construction that is linked with an application and not over. */
async function constructionOf(db: Db | Tx, licence: string, besides: string): Promise<string | null> {
  const row = await db
    .selectFrom('case_file')
    .select('case_id')
    .where('institution_id', '=', licence)
    .where('kind', '=', 'construction')
    .where('outcome', 'is', null)
    .where('case_id', '!=', besides)
    .executeTakeFirst();
  return row?.case_id ?? null;
}

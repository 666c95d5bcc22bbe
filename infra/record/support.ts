import { type Actor, systemActor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import { institutionOf } from '../../domain/itinerary';
import type { PlanVersion } from '../../domain/plan';
import { planSupport } from '../../domain/planSupport';
import { publishedName, publishedRating } from '../../domain/publication';
import { Refusal } from '../../domain/refusal';
import { type SupportCondition, type SupportFacts, supportId } from '../../domain/support';
import { opensInstitution } from '../../domain/takeOver';
import type { Db, Tx } from '../db/connect';
import { Entry } from './entry';
import type { Ground } from './ground';
import { knownAs } from './knownAs';
import { hasLeft } from './leaving';
import { takeUp } from './newCase';

/** What an applicant asks for its institution. */
export interface SupportRequest {
  /** The case by which it was certified. */
  readonly institution: CaseFile;
  readonly measure: string;
  readonly statement: string;
}

/**
 * Takes up a request for support (扶持), under the plan in force.
 * @throws Refusal where the institution has no valid certificate, or has asked for this already
 */
export async function requestSupport(
  tx: Tx,
  ground: Ground,
  version: PlanVersion,
  { institution, measure: id, statement }: SupportRequest,
  actor: Actor,
): Promise<CaseFile> {
  if (actor.organisation !== institution.organisation) throw new Refusal('notYourCase');
  const measure = version.plan.support.measures.find((each) => each.id === id);
  if (!measure) {
    const expected = version.plan.support.measures.map((each) => each.id);
    throw new Refusal('unknownSupport', { pointer: '/measure', expected });
  }
  // Two requests at once for one institution: the second waits, and sees the first.
  const { institution_name: name } = await tx
    .selectFrom('case_file')
    .select('institution_name')
    .where('case_id', '=', institutionOf(institution))
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!(await isCertified(tx, institution))) throw new Refusal('noCertificate');
  const before = await casesOf(tx, institution, 'support');
  const same = before.filter(({ itinerary: { life } }) => life?.kind === 'support' && life.measure.id === id);
  if (same.some(({ outcome }) => outcome === null)) throw new Refusal('supportUnderWay');
  const entry = await Entry.begin(tx, ground, supportId(institutionOf(institution), id, same.length + 1));
  const on = dateInShanghai(entry.at);
  const facts = await supportFacts(tx, institution);
  const known = await knownAs(tx, institutionOf(institution));
  const itinerary = planSupport(version, institution, measure, facts, known);
  const { organisation } = institution;
  entry.append(actor, { type: 'begun', on, organisation, itinerary }, { statement });
  await takeUp(tx, entry, name);
  await entry.write('wakeWorkflow');
  return entry.file;
}

/** What conditions of support read of an institution, as the record stands now. */
export async function supportFacts(db: Db | Tx, institution: CaseFile): Promise<SupportFacts> {
  const { body } = await db
    .selectFrom('application')
    .select('body')
    .where('case_id', '=', await knownAs(db, institutionOf(institution)))
    .executeTakeFirstOrThrow();
  const sites = await casesOf(db, institution, 'construction');
  const ratings = (await casesOf(db, institution, 'evaluation'))
    .map(publishedRating)
    .filter((rated) => rated !== null)
    .sort((a, b) => a.on.localeCompare(b.on));
  return {
    serviceMode: body.facts.serviceMode,
    ownership: body.facts.ownership,
    places: body.facts.places,
    meals: body.facts.meals,
    named: sites.some((site) => publishedName(site) !== null),
    rating: ratings.at(-1)?.rating ?? null,
  };
}

/** Support ends with the institution. */
export async function endSupports(tx: Tx, ground: Ground, of: CaseFile): Promise<void> {
  for (const { caseId } of await openSupports(tx, of)) {
    const entry = await Entry.open(tx, ground, caseId);
    if (entry.file.outcome === null) {
      entry.append(systemActor, { type: 'supportLapsed', on: dateInShanghai(entry.at), because: 'exit' });
    }
    await entry.write('wakeWorkflow');
  }
}

/** What is granted under a condition that may hold no longer is looked at again at once; nothing ends by itself. */
export async function recheckSupports(
  tx: Tx,
  ground: Ground,
  of: CaseFile,
  isBroken: (condition: SupportCondition) => boolean,
): Promise<void> {
  for (const { caseId, itinerary } of await openSupports(tx, of)) {
    const { life } = itinerary;
    if (life?.kind !== 'support' || !life.measure.conditions.some(isBroken)) continue;
    const entry = await Entry.open(tx, ground, caseId);
    const next = entry.file.support?.nextRecheck;
    if (next && entry.file.outcome === null) {
      entry.append(systemActor, { type: 'recheckDue', on: dateInShanghai(entry.at), next });
      await entry.settle();
    }
    await entry.write('wakeWorkflow');
  }
}

async function openSupports(tx: Tx, of: CaseFile): Promise<CaseFile[]> {
  return (await casesOf(tx, of, 'support')).filter(({ outcome }) => outcome === null);
}

async function casesOf(
  db: Db | Tx,
  institution: CaseFile,
  kind: 'support' | 'construction' | 'evaluation',
): Promise<CaseFile[]> {
  const rows = await db
    .selectFrom('case_file')
    .select('state')
    .where('institution_id', '=', institutionOf(institution))
    .where('kind', '=', kind)
    .orderBy('case_id')
    .execute();
  return rows.map(({ state }) => state);
}

/** Certified or taken over, and no exit decided since. */
async function isCertified(db: Db | Tx, institution: CaseFile): Promise<boolean> {
  return opensInstitution(institution) && !(await hasLeft(db, institutionOf(institution)));
}

import { sql } from 'kysely';
import type { ApplicationFacts } from '../../domain/application';
import { dateInShanghai, yearOf } from '../../domain/civilDate';
import type { Plan } from '../../domain/plan';
import { publishedRating } from '../../domain/publication';
import { periodOf } from '../../domain/report/period';
import { caseFigures } from '../../domain/statistics';
import { openingOutcomes } from '../../domain/takeOver';
import type { ClassKind, ServiceMode } from '../../domain/vocabulary';
import type { Ground } from '../../infra/record/ground';
import { reportOf } from '../../infra/reports/reading';
import type { Statistics } from '../contracts/statistics';
import type { Services } from '../services';
import { isInForce } from './register';
import { unitName } from './workItems';

const HOUR_MS = 3_600_000;

/** The public figures: drawn up once an hour, since anybody may ask and they are gathered from every case. */
export function figuresKept(services: Services): () => Promise<Statistics> {
  let kept: { readonly at: number; readonly figures: Promise<Statistics> } | null = null;
  return async () => {
    const now = await services.ground.clock.now();
    const age = now.getTime() - (kept?.at ?? Number.NEGATIVE_INFINITY);
    if (kept && age >= 0 && age < HOUR_MS) return kept.figures;
    const figures = statisticsOf(services, now);
    kept = { at: now.getTime(), figures };
    figures.catch(() => (kept = null));
    return figures;
  };
}

async function statisticsOf(services: Services, now: Date): Promise<Statistics> {
  const { ground, plans } = services;
  const asOf = dateInShanghai(now.toISOString());
  const { plan } = await plans.inForce(asOf);
  const open = await openInstitutions(ground);
  return {
    asOf,
    institutions: byMode(open),
    places: bySubdistrict(open, plan),
    ratings: await newestRatings(ground),
    cases: await casesOf(ground, plan, now),
  };
}

interface Open {
  readonly mode: ServiceMode;
  readonly subdistrict: string;
  readonly places: number;
  readonly classes: ApplicationFacts['classes'];
}

/** What stands on the public register and has not left, by its newest certificate. */
async function openInstitutions({ db }: Ground): Promise<Open[]> {
  const rows = await db
    .selectFrom('case_file')
    .innerJoin('application', 'application.case_id', 'case_file.application_id')
    .innerJoin('case_file as life', 'life.institution_id', 'case_file.institution_id')
    .select(['case_file.service_mode as mode', 'case_file.subdistrict'])
    .select(sql<ApplicationFacts>`application.body -> 'facts'`.as('facts'))
    .where('case_file.kind', '=', 'licensing')
    .where('case_file.outcome', 'in', openingOutcomes)
    .where('life.kind', '=', 'supervision')
    .where('life.outcome', 'is', null)
    .where(isInForce)
    .execute();
  return rows.map(({ mode, subdistrict, facts: { places, classes } }) => ({
    mode: mode as ServiceMode,
    subdistrict,
    places,
    classes,
  }));
}

function byMode(open: readonly Open[]): Statistics['institutions'] {
  return grouped(open, ({ mode }) => mode).map(([mode, own]) => ({
    mode,
    institutions: own.length,
    places: sum(own.map(({ places }) => places)),
  }));
}

function bySubdistrict(open: readonly Open[], plan: Plan): Statistics['places'] {
  return grouped(open, ({ subdistrict }) => subdistrict).map(([subdistrict, own]) => ({
    subdistrict: unitName(plan, subdistrict),
    institutions: own.length,
    places: sum(own.map(({ places }) => places)),
    classes: Object.fromEntries(
      grouped(
        own.flatMap(({ classes }) => classes),
        ({ kind }): ClassKind => kind,
      ).map(([kind, classes]) => [kind, sum(classes.map(({ places }) => places))]),
    ),
  }));
}

/** The newest year of which any rating is published; an institution counts once, by its last evaluation. */
async function newestRatings({ db }: Ground): Promise<Statistics['ratings']> {
  const rows = await db
    .selectFrom('case_file')
    .select(['institution_id', 'year', 'service_mode', 'state'])
    .where('kind', '=', 'evaluation')
    .where('outcome', '=', 'rated')
    .where('year', '>=', (eb) =>
      eb
        .selectFrom('case_file')
        .select(sql<number>`max(year) - 1`.as('from'))
        .where('outcome', '=', 'rated'),
    )
    .orderBy('year', 'desc')
    .orderBy('case_id', 'desc')
    .execute();
  const published = rows.flatMap(({ institution_id, year, service_mode, state }) => {
    const { life } = state.itinerary;
    const rated = publishedRating(state);
    if (!rated || life?.kind !== 'evaluation') return [];
    const rating = life.evaluation.ratings.find(({ id }) => id === rated.rating)?.name;
    return rating ? [{ institution_id, year, mode: service_mode as ServiceMode, rating }] : [];
  });
  const year = published[0]?.year ?? null;
  if (year === null) return null;
  const last = grouped(
    published.filter((each) => each.year === year),
    ({ institution_id }) => institution_id,
  ).flatMap(([, [newest]]) => (newest ? [newest] : []));
  const modes = grouped(last, ({ mode, rating }) => `${mode} ${rating.en}`).flatMap(([, own]) => {
    const [first] = own;
    return first ? [{ mode: first.mode, rating: first.rating, institutions: own.length }] : [];
  });
  return { year, modes };
}

async function casesOf(ground: Ground, plan: Plan, now: Date): Promise<Statistics['cases']> {
  if (!plan.publicFigures) return null;
  const { atLeast } = plan.publicFigures;
  const year = yearOf(dateInShanghai(now.toISOString()));
  const period = periodOf(String(year));
  if (!period) throw new RangeError(`${year} is no year of a report`);
  return { year, atLeast, ...caseFigures(await reportOf(ground, period, now), atLeast) };
}

/** By a key, in the order of the keys. */
function grouped<T, K extends string>(all: readonly T[], keyOf: (each: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

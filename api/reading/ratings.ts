import { sql } from 'kysely';
import { z } from 'zod';
import type { CaseFile } from '../../domain/caseFile';
import type { Plan } from '../../domain/plan';
import { publishedRating } from '../../domain/publication';
import { numberInYear } from '../../domain/supervision';
import { publicNoOf } from '../../domain/takeOver';
import type { PublishedRating, RatingFilter } from '../contracts/rating';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import type { Services } from '../services';
import { unitName } from './workItems';

/** Score and number of the last evaluation shown. */
const position = z.tuple([z.string().regex(/^\d{1,3}(\.\d{1,4})?$/), reference]);
const score = sql<string>`(case_file.state #>> '{evaluation,rated,score}')::numeric`;

/** A year's ratings, for anybody to read, the best first: of all, or ranked within a mode or a subdistrict. */
export async function ratingList(services: Services, filter: RatingFilter, address: string) {
  const { limit, after } = pageOf(filter, position);
  let query = services.ground.db
    .selectFrom('case_file')
    .innerJoin('case_file as licence', 'licence.case_id', 'case_file.application_id')
    .select(['case_file.case_id', 'case_file.state', 'case_file.plan_version', 'case_file.institution_name'])
    .select(['licence.state as licence', score.as('score')])
    .where('case_file.kind', '=', 'evaluation')
    .where('case_file.year', '=', filter.year)
    .where('case_file.outcome', '=', 'rated')
    .where(score, 'is not', null)
    .orderBy(score, 'desc')
    .orderBy('case_file.case_id', 'desc')
    .limit(limit + 1);
  if (after)
    query = query.where(
      sql<boolean>`(${score} < ${after[0]}::numeric or (${score} = ${after[0]}::numeric and case_file.case_id < ${after[1]}))`,
    );
  if (filter.subdistrict) query = query.where('case_file.subdistrict', '=', filter.subdistrict);
  if (filter.mode) query = query.where('case_file.service_mode', '=', filter.mode);
  const rows = await query.execute();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [String(Number(row.score)), row.case_id],
    (row) => ratingView(row.state, row, plans(row.plan_version)),
    address,
  );
}

interface Beside {
  readonly institution_name: string;
  readonly licence: CaseFile;
}

/** Null where its institution was not told of it yet. */
function ratingView(
  file: CaseFile,
  { institution_name, licence }: Beside,
  plan: Plan,
): PublishedRating | null {
  const { life, serviceMode, subdistrict } = file.itinerary;
  const rated = publishedRating(file);
  if (rated === null || life?.kind !== 'evaluation') return null;
  const rating = life.evaluation.ratings.find(({ id }) => id === rated.rating)?.name;
  if (!rating || rated.score === null) return null;
  return {
    institution: institution_name,
    certificateNo: publicNoOf(licence) ?? '',
    year: life.year,
    no: numberInYear(file.caseId),
    rating,
    score: rated.score,
    ratedOn: rated.on,
    serviceMode,
    subdistrict: unitName(plan, subdistrict),
  };
}

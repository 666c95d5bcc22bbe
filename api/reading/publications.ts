import { sql } from 'kysely';
import { z } from 'zod';
import type { CaseFile } from '../../domain/caseFile';
import type { Plan } from '../../domain/plan';
import { conforms, publishedDecision, publishedNonConformity } from '../../domain/publication';
import type { StoredApplication } from '../../infra/personal/storedApplication';
import type { PublicationFilter, PublishedDecision } from '../contracts/publication';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import type { Services } from '../services';
import { unitName } from './workItems';

const ofCase = z.tuple([reference]);
const ofEvent = z.tuple([reference, z.string().regex(/^\d{1,9}$/)]);

/** The decisions to grant, for anybody to read (行政许可法 第四十条); those of newer cases first. */
export async function decisionList(services: Services, filter: PublicationFilter, address: string) {
  const { limit, after } = pageOf(filter, ofCase);
  let query = services.ground.db
    .selectFrom('case_file')
    .innerJoin('application', 'application.case_id', 'case_file.application_id')
    .select(['case_file.case_id', 'state', 'plan_version', 'application.body'])
    .where(sql<boolean>`(state ->> 'decisionNo') is not null`)
    .where((row) => row.or([row('outcome', 'is', null), row('outcome', '=', 'certified')]))
    .orderBy('case_file.case_id', 'desc')
    .limit(limit + 1);
  if (after) query = query.where('case_file.case_id', '<', after[0]);
  const rows = await query.execute();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.case_id],
    (row) => decisionView(row.state, row.body, plans(row.plan_version)),
    address,
  );
}

function decisionView(
  file: CaseFile,
  { institution }: StoredApplication,
  plan: Plan,
): PublishedDecision | null {
  const letter = publishedDecision(file);
  const decidedOn = file.dates.decision;
  if (letter === null || decidedOn === null) return null;
  const { no, unit } = letter;
  return { decisionNo: no, institution: institution.name, decidedOn, deciding: unitName(plan, unit) };
}

/** The filings that did not conform, with the reasons (国卫办人口发〔2019〕25号); those of newer cases first. */
export async function nonConformityList(services: Services, filter: PublicationFilter, address: string) {
  const { limit, after } = pageOf(filter, ofEvent);
  let query = services.ground.db
    .selectFrom('event')
    .innerJoin('case_file', 'case_file.case_id', 'event.case_id')
    .innerJoin('application', 'application.case_id', 'event.case_id')
    .select(['event.case_id', 'event.seq', 'particulars', 'state', 'plan_version', 'application.body'])
    .where('type', '=', 'nonConforming')
    .orderBy('event.case_id', 'desc')
    .orderBy('event.seq', 'desc')
    .limit(limit + 1);
  if (after)
    query = query.where(sql<boolean>`(event.case_id, event.seq) < (${after[0]}, ${Number(after[1])})`);
  const rows = await query.execute();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.case_id, String(row.seq)],
    ({ seq, state, particulars, body, plan_version }) => {
      const letter = publishedNonConformity(state, seq);
      return (
        letter && {
          letterNo: letter.no,
          institution: body.institution.name,
          foundOn: letter.on,
          filing: unitName(plans(plan_version), letter.unit),
          reason: typeof particulars.reason === 'string' ? particulars.reason : '',
          mended: conforms(state),
        }
      );
    },
    address,
  );
}

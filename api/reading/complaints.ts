import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import { dateInShanghai } from '../../domain/civilDate';
import type { ComplainantContact } from '../../domain/complaint';
import { whyComplainantNotShown } from '../../domain/disclosure';
import { type ComplaintResult, complaintResults } from '../../domain/supervision';
import type { Plan } from '../../domain/plan';
import { ERASED } from '../../infra/personal/cipher';
import { masked } from '../../infra/personal/holders';
import type { ComplaintFilter } from '../contracts/complaint';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import { Problem } from '../http/problem';
import type { Services } from '../services';
import { actsForApplicant, overseesAll } from './visibility';
import { unitName } from './workItems';

const position = z.tuple([reference]);

/** The complaints that somebody handles or watches over, the newest first. @throws Problem for an applicant */
export async function complaintList(
  services: Services,
  actor: Actor,
  filter: ComplaintFilter,
  address: string,
) {
  const { limit, after } = pageOf(filter, position);
  let query = complaintsFor(services, actor)
    .orderBy('complaint.no', 'desc')
    .limit(limit + 1);
  if (after) query = query.where('complaint.no', '<', after[0]);
  if (filter.caseId) query = query.where('complaint.case_id', '=', filter.caseId);
  if (filter.state) query = query.where('answered.seq', filter.state === 'open' ? 'is' : 'is not', null);
  const rows = await query.execute();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.no],
    (row) => complaintView(services, row, plans(row.plan_version), actor),
    address,
  );
}

/** One of them. @throws Problem where there is none, or it is not this reader's */
export async function complaintFor(services: Services, no: string, actor: Actor) {
  const row = await complaintsFor(services, actor).where('complaint.no', '=', no).executeTakeFirst();
  if (!row) throw new Problem('complaintNotFound');
  const plans = await services.plans.versions([row.plan_version]);
  return { row, view: complaintView(services, row, plans(row.plan_version), actor) };
}

/** How a complaint stands, for whoever knows its number and code. */
export async function complaintStatus(services: Services, no: string) {
  const row = await complaints(services).where('complaint.no', '=', no).executeTakeFirst();
  if (!row) throw new Problem('complaintNotFound');
  const plans = await services.plans.versions([row.plan_version]);
  return outcomeOf(row, plans(row.plan_version));
}

function complaintsFor(services: Services, actor: Actor) {
  if (actsForApplicant(actor)) throw new Problem('notReadable');
  const query = complaints(services);
  return overseesAll(actor) ? query : query.where('work_item.unit', '=', actor.unit ?? '');
}

function complaints({ ground }: Services) {
  return ground.db
    .selectFrom('complaint')
    .innerJoin('case_file', 'case_file.case_id', 'complaint.case_id')
    .innerJoin('work_item', 'work_item.id', 'complaint.work_item')
    .leftJoin('event as answered', (join) =>
      join
        .onRef('answered.case_id', '=', 'complaint.case_id')
        .on('answered.type', '=', 'complaintAnswered')
        .on(sql<boolean>`answered.facts ->> 'complaint' = complaint.no`),
    )
    .select(['complaint.no', 'complaint.case_id', 'complaint.work_item', 'complaint.text'])
    .select(['complaint.contact', 'complaint.received_at'])
    .select([
      'case_file.institution_name',
      'case_file.plan_version',
      'case_file.state',
      'work_item.unit',
      'work_item.due',
    ])
    .select(['answered.facts', 'answered.particulars', 'answered.at as answered_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof complaints>['execute']>>[number];

function complaintView({ ground }: Services, row: Row, plan: Plan, actor: Actor) {
  const contact = masked(ground.personal, 'complaint', [row.no], row.contact) as ComplainantContact;
  const isKnown = Object.values(contact).some((value) => value !== null);
  return {
    ...outcomeOf(row, plan),
    caseId: row.case_id,
    workItem: row.work_item,
    receivedAt: row.received_at.toISOString(),
    text: row.text === ERASED ? null : row.text,
    contact,
    mayShowContact: isKnown && whyComplainantNotShown(row.state, row.work_item, actor) === null,
  };
}

function outcomeOf(row: Row, plan: Plan) {
  const result = (row.facts?.result ?? null) as ComplaintResult | null;
  return {
    no: row.no,
    institution: row.institution_name,
    handling: unitName(plan, row.unit),
    receivedOn: dateInShanghai(row.received_at.toISOString()),
    dueOn: row.due,
    result,
    resultLabel: result && complaintResults[result],
    answer: typeof row.particulars?.answer === 'string' ? row.particulars.answer : null,
    answeredOn: row.answered_at && dateInShanghai(new Date(row.answered_at).toISOString()),
  };
}

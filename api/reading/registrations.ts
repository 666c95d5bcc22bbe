import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import type { Plan } from '../../domain/plan';
import type { Registration } from '../contracts/registration';
import { reference } from '../contracts/text';
import { pageAnswer, pageOf } from '../http/paging';
import type { Services } from '../services';
import { actsForApplicant, readableBy } from './visibility';
import { unitName } from './workItems';

const position = z.tuple([reference]);

interface Filter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly registrar?: string | undefined;
}

/** The registrations on the record of cases that somebody may read, newer cases first. */
export async function registrationList(services: Services, actor: Actor, filter: Filter, address: string) {
  const { limit, after } = pageOf(filter, position);
  let query = services.ground.db
    .selectFrom('case_file')
    // A case that went back behind its push has one of each round.
    .leftJoinLateral(
      (push) =>
        push
          .selectFrom('push')
          .select(['push.status', 'push.attempts', 'push.last_error', 'push.receipt_no'])
          .whereRef('push.case_id', '=', 'case_file.case_id')
          .orderBy('push.last_attempt_at', 'desc')
          .limit(1)
          .as('push'),
      (join) => join.onTrue(),
    )
    .select(['case_file.case_id', 'state', 'institution_name', 'plan_version'])
    .select(['push.status', 'push.attempts', 'push.last_error', 'push.receipt_no'])
    .where(readableBy(actor))
    .where(sql<boolean>`state #>> '{dates,registration}' is not null`)
    .orderBy('case_file.case_id', 'desc')
    .limit(limit + 1);
  if (after) query = query.where('case_file.case_id', '<', after[0]);
  if (filter.registrar) query = query.where(sql`state #>> '{itinerary,registrar}'`, '=', filter.registrar);
  const rows = await query.execute();
  const plans = await services.plans.versions(rows.map((row) => row.plan_version));
  return pageAnswer(
    rows,
    limit,
    (row) => [row.case_id],
    (row) => {
      const push = actsForApplicant(actor) ? { ...row, last_error: null } : row;
      return registrationView(row.state, row.institution_name, plans(row.plan_version), push);
    },
    address,
  );
}

interface PushColumns {
  readonly status: 'waiting' | 'delivered' | null;
  readonly attempts: number | null;
  readonly last_error: string | null;
  readonly receipt_no: string | null;
}

function registrationView(file: CaseFile, institution: string, plan: Plan, push: PushColumns): Registration {
  const { itinerary } = file;
  return {
    caseId: file.caseId,
    institution,
    ownership: itinerary.ownership,
    registrar: unitName(plan, itinerary.registrar ?? ''),
    kind: itinerary.registration,
    unifiedCode: file.unifiedCode ?? '',
    registeredOn: file.dates.registration ?? '',
    push: push.status && {
      status: push.status,
      attempts: push.attempts ?? 0,
      lastError: push.last_error,
      receiptNo: push.receipt_no,
    },
  };
}

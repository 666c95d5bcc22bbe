import { sql } from 'kysely';
import type { OrganisationFilter } from '../contracts/organisation';
import type { Services } from '../services';
import { containing } from './register';

/** Nobody looks through more: who has more of the name finds what they look for. */
const MOST = 20;

/** The applicant organisations that somebody can sign in for, by name, with how often each has applied. */
export async function organisationsFound({ ground, identity }: Services, { name }: OrganisationFilter) {
  let query = ground.db
    .selectFrom('account')
    .select('organisation')
    .select((row) =>
      row
        .selectFrom('case_file')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('case_file.organisation', '=', 'account.organisation')
        .where('case_file.kind', '=', 'licensing')
        .as('cases'),
    )
    .distinct()
    .where('issuer', '=', identity.issuer)
    .where('active', '=', true)
    .where('organisation', 'is not', null)
    .orderBy('organisation')
    .limit(MOST + 1)
    .$narrowType<{ organisation: string }>();
  if (name) query = query.where(sql<boolean>`organisation ilike ${containing(name)}`);
  const found = await query.execute();
  const organisations = found.slice(0, MOST).map((row) => ({ ...row, cases: row.cases ?? 0 }));
  return { organisations, more: found.length > MOST };
}

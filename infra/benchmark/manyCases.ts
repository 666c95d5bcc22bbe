import { Client } from 'pg';

/** Numbers of copies begin here: above every case that was made by hand. */
const FIRST_COPY = 100_000;

/** Everything of an institution that lists are made of, under another number and an earlier day. */
const copying = [
  // The tables guard one another; a copy is whole only with its last row.
  `set session_replication_role = replica`,
  `create temp table copy as
     select id, days, 'XCTY-' || substring(id from 6 for 4) || '-' || lpad(no::text, 6, '0') as copied
       from (select id, turn as days, $1 + row_number() over (order by turn, id) - 1 as no
               from (select distinct institution_id as id from case_file) own, generate_series(1, $2) turn) numbered`,
  `insert into case_file
     select replace(own.case_id, copy.id, copied), plan_version, replace(state::text, copy.id, copied)::jsonb,
            seq, last_at, last_hash, stage, outcome, service_mode, ownership, subdistrict, organisation, lead,
            institution_name || right(copied, 6), units, received_on, opened_at - days * interval '1 minute',
            closed_at - days * interval '1 minute', kind, replace(application_id, copy.id, copied), year, copied
       from case_file own join copy on copy.id = own.institution_id`,
  `insert into application
     select replace(own.case_id, copy.id, copied), body, submitted_by
       from application own join case_file on case_file.case_id = own.case_id join copy on copy.id = institution_id`,
  `insert into work_item
     select replace(own.id, copy.id, copied), replace(own.case_id, copy.id, copied), own.stage, step, unit,
            own.organisation, round, status, limit_passed, due, due_at - days * interval '1 minute', provisional,
            own.opened_at - days * interval '1 minute', version, stopped, assignee
       from work_item own join case_file on case_file.case_id = own.case_id join copy on copy.id = institution_id`,
  `insert into push
     select replace(own.key, copy.id, copied), replace(own.case_id, copy.id, copied), status, attempts, last_error,
            last_attempt_at, receipt_no, delivered_at
       from push own join case_file on case_file.case_id = own.case_id join copy on copy.id = institution_id`,
  // What triggers keep, which were silent.
  `insert into visit_ahead
     select case_id, ahead.* from case_file, visits_ahead(state) ahead
      where kind = 'supervision' and case_id not in (select case_id from visit_ahead)`,
  `analyze`,
] as const;

/**
 * Copies every institution so often that there are at least `wanted` cases: what the lists read, and no more, so that
 * no workflow runs for a copy. @returns how many cases there were and are
 */
export async function multiplyCases(
  databaseUrl: string,
  wanted: number,
): Promise<{ readonly before: number; readonly after: number }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const before = await casesIn(client);
    const turns = Math.max(0, Math.ceil(wanted / before) - 1);
    const [alone, numbers, ...rest] = copying;
    await client.query(alone);
    await client.query(numbers.replace('$1', String(FIRST_COPY)).replace('$2', String(turns)));
    for (const statement of rest) await client.query(statement);
    return { before, after: await casesIn(client) };
  } finally {
    await client.end();
  }
}

async function casesIn(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>('select count(*) from case_file');
  return Number(rows[0]?.count);
}

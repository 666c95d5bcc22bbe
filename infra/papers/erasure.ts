import { sql } from 'kysely';
import type { Tx } from '../db/connect';
import { ERASED } from '../personal/cipher';
import type { PaperOwner } from './papers';

/**
 * Erases the papers of a draft or a case: their names, also in the answers that were given to their uploads, and any
 * way to what they hold. The rows stay. @param tx as the owner of the tables
 * @returns the hashes of what they held, for its removal once the transaction has ended
 */
export async function erasePapers(tx: Tx, owner: PaperOwner): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('paper')
    .set({ state: 'erased', file_name: ERASED, finding: null, scan_error: null, leased_until: null })
    .where((paper) =>
      'caseId' in owner ? ofCaseAndLife(owner.caseId) : paper('draft_id', '=', owner.draftId),
    )
    .returning(['id', 'sha256'])
    .execute();
  await eraseAnswers(
    tx,
    rows.map(({ id }) => id),
  );
  return [...new Set(rows.map(({ sha256 }) => sha256))];
}

/** Of a case, and of the cases of the institution's life that stand under its application: photographs of visits. */
function ofCaseAndLife(caseId: string) {
  return sql<boolean>`case_id in (select case_id from case_file where ${caseId} in (case_id, application_id))`;
}

/** An upload is answered with papers of one draft or case, a replacement with one paper. */
async function eraseAnswers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const name = sql`to_jsonb(${ERASED}::text)`;
  await sql`
    update idempotency_key set body = jsonb_set(body, '{fileName}', ${name})
     where body ->> 'id' = any(${ids}::text[])`.execute(tx);
  await sql`
    update idempotency_key
       set body = jsonb_set(body, '{papers}', (
         select jsonb_agg(jsonb_set(paper, '{fileName}', ${name}))
           from jsonb_array_elements(body -> 'papers') as paper))
     where body #>> '{papers,0,id}' = any(${ids}::text[])`.execute(tx);
}

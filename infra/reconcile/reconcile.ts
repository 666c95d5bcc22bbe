import type { Client } from '@temporalio/client';
import { walkEvents } from '../audit/chains';
import type { Ground } from '../record/ground';
import { compare } from './compare';
import type { Difference } from './difference';
import { caseIdsAfter, keptCase } from './keptCase';
import { conductedCases, type RunOf, runsOf } from './runs';

/** What a comparison found. */
export interface Reconciliation {
  readonly cases: number;
  readonly differences: readonly Difference[];
}

const BATCH = 100;
const AT_ONCE = 4;

/**
 * Compares the record with its outbox, the workflows and the mails, case by case. Nothing is changed.
 * @param progress told how many cases have been looked at
 */
export async function reconcile(
  ground: Ground,
  client: Client,
  progress: (cases: number) => void = () => undefined,
): Promise<Reconciliation> {
  const runOf = runsOf(client);
  const differences: Difference[] = [];
  let cases = 0;
  let after = '';
  for (;;) {
    const ids = await caseIdsAfter(ground.db, after, BATCH);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const found = ids.slice(from, from + AT_ONCE).map((caseId) => reconcileCase(ground, runOf, caseId));
      differences.push(...(await Promise.all(found)).flat());
    }
    cases += ids.length;
    progress(cases);
    const last = ids.at(-1);
    if (last === undefined || ids.length < BATCH) break;
    after = last;
  }
  return {
    cases,
    differences: [...(await chain(ground)), ...differences, ...(await strays(ground, client))],
  };
}

/** What differs on one case as it is now. */
export async function reconcileCase(ground: Ground, runOf: RunOf, caseId: string): Promise<Difference[]> {
  // The workflow first: what it has read by then, the record holds.
  const run = await runOf(caseId);
  return compare(await keptCase(ground.db, caseId), run, await ground.clock.now());
}

async function chain({ db }: Ground): Promise<Difference[]> {
  const { broken } = await walkEvents(db);
  return broken
    ? [{ kind: 'chainBroken', caseId: broken.chain, about: `event ${broken.seq} ${broken.what}` }]
    : [];
}

/** A record that was restored from a backup may know less than the engine does. */
async function strays({ db }: Ground, client: Client): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const caseId of conductedCases(client)) {
    const row = await db
      .selectFrom('case_file')
      .select('seq')
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    if (!row) found.push({ kind: 'workflowStray', caseId, about: 'no such case' });
  }
  return found;
}

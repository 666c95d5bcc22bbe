import { dateInShanghai } from '../../domain/civilDate';
import type { PlanVersion } from '../../domain/plan';
import type { Tx } from '../db/connect';
import { districtsPlan, planInForce } from '../plan/repository';
import type { Ground } from './ground';

/** The district's plan in force today. */
export async function planToday(tx: Tx, { clock }: Ground): Promise<PlanVersion> {
  return planInForce(tx, await districtsPlan(tx), dateInShanghai(await clock.now()));
}

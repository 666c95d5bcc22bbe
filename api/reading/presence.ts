import type { Db, Tx } from '../../infra/db/connect';
import { namesOf } from '../../infra/identity/accounts';
import { othersPresent } from '../../infra/identity/presence';
import type { Present } from '../contracts/presence';
import type { Services } from '../services';
import { actsForApplicant } from './visibility';
import { unitName, type View } from './workItems';

/** Who else has a case open, in words; null for the applicant, who is never told. */
export async function presentOn(
  services: Services,
  caseId: string,
  { actor, plan, now }: View,
  db: Db | Tx = services.ground.db,
): Promise<Present[] | null> {
  if (actsForApplicant(actor)) return null;
  const others = await othersPresent(db, caseId, actor.sub, now);
  const names = await namesOf(
    db,
    services.identity.issuer,
    others.map(({ sub }) => sub),
  );
  return others.map(({ sub, unit, seenAt }) => ({
    unit: unit === null ? null : unitName(plan, unit),
    person: names.get(sub) ?? null,
    seenAt: seenAt.toISOString(),
  }));
}

import { dateInShanghai } from '../../domain/civilDate';
import type { Plan, UnitId } from '../../domain/plan';
import { type GapKind, standingOf, unitsThatName } from '../../domain/responsible';
import type { Db, Tx } from '../db/connect';
import { namedPeople, pairOf } from './pairs';

/** Something amiss with a unit's pair, since the day on which it was found (`YYYY-MM-DD`). */
export interface Gap {
  readonly unit: UnitId;
  readonly kind: GapKind;
  readonly since: string;
}

/** The gaps that were found and last, by their units. */
export async function openGaps(db: Db | Tx): Promise<Gap[]> {
  const rows = await db
    .selectFrom('responsible_gap')
    .select(['unit', 'kind', 'since'])
    .where('ended_at', 'is', null)
    .orderBy('unit')
    .execute();
  return rows.map(({ since, ...gap }) => ({ ...gap, since: dateInShanghai(since.toISOString()) }));
}

/** Looks at every unit's pair and notes which gaps have begun, become another, or ended. A gap has one beginning, whatever becomes of it. */
export async function noteGaps(tx: Tx, plan: Plan, now: Date): Promise<void> {
  const today = dateInShanghai(now.toISOString());
  const named = await namedPeople(tx);
  const lasting = await openGaps(tx);
  const found = unitsThatName(plan).flatMap((unit) => {
    const { gap: kind } = standingOf(pairOf(named, unit), today);
    return kind === null ? [] : [{ unit, kind }];
  });
  const over = lasting.filter(({ unit }) => found.every((gap) => gap.unit !== unit));
  if (over.length > 0)
    await tx
      .updateTable('responsible_gap')
      .set({ ended_at: now })
      .where('ended_at', 'is', null)
      .where(
        'unit',
        'in',
        over.map(({ unit }) => unit),
      )
      .execute();
  for (const { unit, kind } of found) {
    const before = lasting.find((gap) => gap.unit === unit);
    if (before?.kind === kind) continue;
    if (before) await becomeAnother(tx, unit, kind);
    else await begin(tx, unit, kind, now);
  }
}

async function becomeAnother(tx: Tx, unit: UnitId, kind: GapKind): Promise<void> {
  await tx
    .updateTable('responsible_gap')
    .set({ kind })
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .execute();
}

async function begin(tx: Tx, unit: UnitId, kind: GapKind, since: Date): Promise<void> {
  await tx
    .insertInto('responsible_gap')
    .values({ unit, kind, since })
    .onConflict((conflict) => conflict.columns(['unit', 'since']).doUpdateSet({ kind, ended_at: null }))
    .execute();
}

import type { Label } from '../../domain/label';
import type { UnitId } from '../../domain/plan';
import { type Absence, type NamedPerson, type Pair, type Place, places } from '../../domain/responsible';
import { valuesOf } from '../../domain/label';
import type { Db, Tx } from '../db/connect';
import type { Sealed } from '../personal/cipher';

/** Somebody whom a unit has named, with what their account says; no name and no address where it is gone. */
export interface NamedAccount extends NamedPerson {
  readonly unit: UnitId;
  readonly place: Place;
  readonly issuer: string;
  readonly name: Label | null;
  readonly email: Sealed | null;
}

/** Everybody whom some unit has named. */
export async function namedPeople(db: Db | Tx): Promise<NamedAccount[]> {
  const rows = await db
    .selectFrom('responsible_person as named')
    .leftJoin('account', (join) =>
      join.onRef('account.issuer', '=', 'named.issuer').onRef('account.sub', '=', 'named.sub'),
    )
    .select(['named.unit', 'named.place', 'named.issuer', 'named.sub', 'absent_from', 'absent_until'])
    .select(['account.name', 'account.email', 'account.active', 'account.unit as accountUnit'])
    .orderBy('named.unit')
    .execute();
  return rows.map(({ unit, place, issuer, sub, name, email, active, accountUnit, ...away }) => ({
    unit,
    place,
    issuer,
    sub,
    name,
    email,
    absence: absenceOf(away),
    fit: active === true && accountUnit === unit,
  }));
}

/** The pair of a unit among all who are named. */
export function pairOf(named: readonly NamedAccount[], unit: UnitId): Pair {
  return Object.fromEntries(named.filter((each) => each.unit === unit).map((each) => [each.place, each]));
}

/** Whom a unit names, by their subs. */
export type NewPair = Readonly<Record<Place, string>>;

/** Names a unit's pair in place of the one before. Whoever stays on has their absence still. */
export async function namePair(
  tx: Tx,
  { issuer, unit, at }: { readonly issuer: string; readonly unit: UnitId; readonly at: Date },
  pair: NewPair,
): Promise<void> {
  const before = await tx.deleteFrom('responsible_person').where('unit', '=', unit).returningAll().execute();
  const rows = valuesOf(places).map((place) => {
    const stays = before.find((each) => each.issuer === issuer && each.sub === pair[place]);
    const { absent_from = null, absent_until = null } = stays ?? {};
    return { unit, place, issuer, sub: pair[place], absent_from, absent_until, named_at: at };
  });
  await tx.insertInto('responsible_person').values(rows).execute();
}

/** Notes when somebody is away, or (null) that they are not. @returns whether their unit has named them at all */
export async function noteAbsence(
  tx: Tx,
  { issuer, sub, unit }: { readonly issuer: string; readonly sub: string; readonly unit: UnitId },
  absence: Absence | null,
): Promise<boolean> {
  const changed = await tx
    .updateTable('responsible_person')
    .set({ absent_from: absence?.from ?? null, absent_until: absence?.until ?? null })
    .where('issuer', '=', issuer)
    .where('sub', '=', sub)
    .where('unit', '=', unit)
    .returning('place')
    .execute();
  return changed.length > 0;
}

/** What a unit has named an account for, and when that person is away. */
export interface HeldPlace {
  readonly unit: UnitId;
  readonly place: Place;
  readonly absence: Absence | null;
}

/** All that stands here of these accounts. */
export async function placesHeldBy(db: Db | Tx, accounts: readonly AccountKey[]): Promise<HeldPlace[]> {
  const named = await namedPeople(db);
  return named
    .filter((each) => accounts.some(({ issuer, sub }) => each.issuer === issuer && each.sub === sub))
    .map(({ unit, place, absence }) => ({ unit, place, absence }));
}

/** Takes an account whose personal values are erased out of the pairs in which it stands. */
export async function takeOutOfPairs(tx: Tx, { issuer, sub }: AccountKey): Promise<void> {
  await tx.deleteFrom('responsible_person').where('issuer', '=', issuer).where('sub', '=', sub).execute();
}

interface AccountKey {
  readonly issuer: string;
  readonly sub: string;
}

function absenceOf(row: {
  readonly absent_from: string | null;
  readonly absent_until: string | null;
}): Absence | null {
  const { absent_from: from, absent_until: until } = row;
  return from === null || until === null ? null : { from, until };
}

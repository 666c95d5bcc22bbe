import type { Actor } from '../../domain/actor';
import { isGapForConference } from '../../domain/conference';
import { dateInShanghai } from '../../domain/civilDate';
import type { Label } from '../../domain/label';
import type { Plan, UnitId } from '../../domain/plan';
import { gapKinds, namingRoles, standingOf, unitsThatName } from '../../domain/responsible';
import type { Db, Tx } from '../../infra/db/connect';
import { peopleOf } from '../../infra/identity/accounts';
import { type Gap, openGaps } from '../../infra/responsible/gaps';
import { type NamedAccount, namedPeople, pairOf } from '../../infra/responsible/pairs';
import type { AnswersToday, NamedPerson, ResponsibleUnit } from '../contracts/responsible';
import { todayOf } from '../planning';
import type { Services } from '../services';
import { officials } from './visibility';
import { unitName } from './workItems';

/** Who answers today, by the units for which somebody does. */
export type Answering = ReadonlyMap<UnitId, AnswersToday>;

export async function answeringToday({ ground }: Services, now: Date): Promise<Answering> {
  const named = await namedPeople(ground.db);
  const today = dateInShanghai(now);
  const units = [...new Set(named.map(({ unit }) => unit))];
  return new Map(
    units.flatMap((unit) => {
      const answers = answersOf(named, unit, today);
      return answers ? [[unit, answers] as const] : [];
    }),
  );
}

/** Every unit that names a pair, as the plan in force says it. */
export async function responsibleUnits(services: Services, actor: Actor): Promise<ResponsibleUnit[]> {
  const today = await todayOf(services);
  const { plan } = await services.plans.inForce(today);
  const units = unitsThatName(plan);
  return viewsOf(services, services.ground.db, actor, { plan, today, units });
}

interface Asked {
  readonly plan: Plan;
  readonly today: string;
  readonly units: readonly UnitId[];
}

/** The same of some units. */
export async function viewsOf(
  services: Services,
  db: Db | Tx,
  actor: Actor,
  { plan, today, units }: Asked,
): Promise<ResponsibleUnit[]> {
  const named = await namedPeople(db);
  const gaps = await openGaps(db);
  const { issuer } = services.identity;
  return Promise.all(
    units.map(async (unit) => ({
      unit: unitName(plan, unit),
      responsible: personOf(named, unit, 'responsible'),
      replacement: personOf(named, unit, 'replacement'),
      answers: answersOf(named, unit, today),
      gap: gapOf(named, gaps, unit, { plan, today }),
      candidates: mayName(actor, unit) ? await peopleOf(db, issuer, unit, officials) : [],
      mayStateAbsence: named.some(
        (each) => each.issuer === issuer && each.sub === actor.sub && each.unit === unit && each.fit,
      ),
    })),
  );
}

/** A unit names its own; administrators name any. */
export function mayName(actor: Actor, unit: UnitId): boolean {
  if (actor.roles.includes('administrator')) return true;
  return actor.unit === unit && actor.roles.some((role) => namingRoles.some((each) => each === role));
}

function personOf(
  named: readonly NamedAccount[],
  unit: UnitId,
  place: NamedAccount['place'],
): NamedPerson | null {
  const found = named.find((each) => each.unit === unit && each.place === place);
  if (!found) return null;
  const { sub, name, absence, fit } = found;
  return { sub, name, absence, fit };
}

function answersOf(named: readonly NamedAccount[], unit: UnitId, today: string): AnswersToday | null {
  const { answers, standsIn } = standingOf(pairOf(named, unit), today);
  const person = named.find((each) => each.unit === unit && each.sub === answers);
  return person ? { sub: person.sub, name: nameIn(person), standsIn } : null;
}

function nameIn({ sub, name }: NamedAccount): Label {
  return name ?? { zh: sub, en: sub };
}

function gapOf(
  named: readonly NamedAccount[],
  gaps: readonly Gap[],
  unit: UnitId,
  { plan, today }: Omit<Asked, 'units'>,
): ResponsibleUnit['gap'] {
  const { gap: kind } = standingOf(pairOf(named, unit), today);
  if (kind === null) return null;
  // What began after the last look began today, as far as anybody knows.
  const since = gaps.find((each) => each.unit === unit)?.since ?? today;
  const forConference = isGapForConference(since, plan.supervision.responsible, today);
  return { kind, label: gapKinds[kind], since, forConference };
}

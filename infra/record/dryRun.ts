import { sql } from 'kysely';
import { kindOf } from '../../domain/itinerary';
import type { Plan } from '../../domain/plan';
import { type Foreseen, foreseen } from '../../domain/planDryRun';
import type { CaseKind } from '../../domain/vocabulary';
import { loadCalendar } from '../calendar/loadCalendar';
import type { Ground } from './ground';
import { openCases } from './recomputation';

/** What a dry run stands on: it reads alone. */
export type DryGround = Pick<Ground, 'db' | 'clock' | 'calendar'>;

/** A case of which the publication would make something else. */
export interface ForeseenCase extends Foreseen {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly planVersion: string;
}

export interface DryRun {
  readonly cases: readonly ForeseenCase[];
  /** How many open cases were looked at. */
  readonly examined: number;
  /** The last case that was looked at, from which the next go begins; null once there are no more. */
  readonly next: string | null;
}

const BATCH = 200;

/**
 * What the publication of a plan would make of the open cases after one, in the order of their numbers: a batch of them.
 * Nothing is written.
 * @param from the day from which the plan would be in force
 */
export async function dryRun(ground: DryGround, plan: Plan, from: string, after = ''): Promise<DryRun> {
  const [calendar, now] = [await ground.calendar(), await ground.clock.now()];
  const candidate = { plan, from, calendar: loadCalendar(plan.calendar) };
  const rows = await openCases(ground, after, BATCH);
  const cases = rows.flatMap(({ case_id: caseId, state }): ForeseenCase[] => {
    const found = foreseen(state, candidate, calendar, now);
    if (found.closes.length + found.opens.length + found.moves.length === 0) return [];
    const { itinerary } = state;
    return [{ caseId, kind: kindOf(itinerary), planVersion: itinerary.planVersion, ...found }];
  });
  return { cases, examined: rows.length, next: rows.length < BATCH ? null : (rows.at(-1)?.case_id ?? null) };
}

/** Open cases that run by one version of the plan. */
export interface PinnedCases {
  readonly planVersion: string;
  readonly kind: CaseKind;
  readonly cases: number;
}

/** How many open cases of each kind run by which version: these keep its rules whatever is published. */
export async function pinnedCases({ db }: Pick<Ground, 'db'>): Promise<PinnedCases[]> {
  const version = sql<string>`state #>> '{itinerary,planVersion}'`;
  const rows = await db
    .selectFrom('case_file')
    .select([version.as('version'), 'kind', (eb) => eb.fn.countAll<string>().as('cases')])
    .where('outcome', 'is', null)
    .groupBy(['version', 'kind'])
    .orderBy('version')
    .orderBy('kind')
    .execute();
  return rows.map(({ version: planVersion, kind, cases }) => ({
    planVersion,
    kind: kind as CaseKind,
    cases: Number(cases),
  }));
}

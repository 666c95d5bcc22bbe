import { sql } from 'kysely';
import { systemActor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { dateInShanghai } from '../../domain/civilDate';
import type { Itinerary, ItineraryStage } from '../../domain/itinerary';
import { isLeaving } from '../../domain/lifeDates';
import type { Plan, PlanVersion } from '../../domain/plan';
import { exitSteps, supervisionRules } from '../../domain/planLife';
import { sideRulesOf } from '../../domain/sideRules';
import { sideSteps } from '../../domain/sideStep';
import { PlanVersionNotFound } from '../plan/publicationErrors';
import { districtsPlan, planInForce } from '../plan/repository';
import { canWorkBy } from '../plan/schema';
import { Entry } from './entry';
import type { Ground } from './ground';

/** Nobody has published a plan that this release can work by; the message says what to do. */
export class PlanTooOld extends Error {
  override readonly name = 'PlanTooOld';
}

/**
 * Gives open cases of an older release the rules that this one asks of them, by an event of the case: what was
 * pinned stays as it was. @returns how many there were. @throws PlanTooOld
 */
export async function pinRules(ground: Ground): Promise<number> {
  const { db } = ground;
  const cases = await db
    .selectFrom('case_file')
    .select('case_id')
    .where('outcome', 'is', null)
    .where((where) => where.or([lacksRules, lacksPush]))
    .orderBy('case_id')
    .execute();
  const version = await versionToday(ground);
  // Nothing was published yet, so nothing was submitted either.
  if (version === null) return 0;
  const { id, plan } = version;
  if (!canWorkBy(plan)) {
    throw new PlanTooOld(
      `现行方案 ${id} 由旧版发布，本版不能按它办理：请用 npm run plan -- publish 发布新的方案文件。\n` +
        `The plan in force, ${id}, is an older release's: publish the newer plan file by npm run plan -- publish.`,
    );
  }
  for (const { case_id } of cases) {
    await db.transaction().execute(async (tx) => {
      const entry = await Entry.open(tx, ground, case_id);
      entry.append(systemActor, {
        type: 'rulesPinned',
        planVersion: id,
        ...completed(entry.file, plan),
      });
      await entry.settle();
      await entry.write('wakeWorkflow');
    });
  }
  return cases.length;
}

/** Some step that acts may ask for has no clock in what was pinned, or a supervision no rules for its staff list. */
const lacksRules = sql<boolean>`(not (
  coalesce(state #> '{itinerary,sideRules,clocks}', '{}'::jsonb) ?& ${[...sideSteps]}::text[])
  or (kind = 'supervision' and state #> '{itinerary,life,staff}' is null))`;

/** A supervision whose exit would not be pushed; who leaves already goes the way that was pinned. */
const lacksPush = sql<boolean>`kind = 'supervision' and state #>> '{itinerary,registrar}' is not null
  and state #>> '{supervision,exit,decidedOn}' is null
  and not (state #> '{itinerary,stages}' @> '[{"steps": [{"step": "push"}]}]'::jsonb)`;

/** The rules of an itinerary, with those of a plan where it has none. */
function completed(file: CaseFile, plan: Plan) {
  const { itinerary } = file;
  const { sideRules, life } = itinerary;
  const fresh = sideRulesOf(plan);
  const rules = { ...fresh, ...sideRules, clocks: { ...fresh.clocks, ...sideRules?.clocks } };
  if (life?.kind !== 'supervision') return { sideRules: rules };
  return {
    sideRules: rules,
    life: { ...supervisionRules(plan, itinerary), ...life },
    ...(!isLeaving(file) && { stages: withWholeExit(itinerary, plan) }),
  };
}

/** The stages of a supervision, with the steps of its exit that came since; those that it has stay as they are. */
function withWholeExit(itinerary: Itinerary, plan: Plan): readonly ItineraryStage[] {
  return itinerary.stages.map((stage) => {
    if (stage.stage !== 'exit') return stage;
    const pinned = new Map(stage.steps.map((step) => [step.id, step]));
    return { ...stage, steps: exitSteps(plan, itinerary).map((step) => pinned.get(step.id) ?? step) };
  });
}

async function versionToday({ db, clock }: Ground): Promise<PlanVersion | null> {
  const today = dateInShanghai(await clock.now());
  try {
    return await planInForce(db, await districtsPlan(db), today);
  } catch (error) {
    if (error instanceof PlanVersionNotFound) return null;
    throw error;
  }
}

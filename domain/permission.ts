import { actRules, type Act, type ActRule } from './act';
import type { Actor } from './actor';
import type { CaseFile, WorkItem } from './caseFile';
import { APPLICANT, SYSTEM } from './itinerary';
import { openItems, standsAt } from './process';
import type { AllowedAct, RefusalCode } from './refusal';

const rules: Readonly<Record<Act, ActRule>> = actRules;
const allActs = Object.keys(actRules) as Act[];

/** Everything this actor may do to the case now; shown on screens and in refusals. */
export function allowedActs(file: CaseFile, actor: Actor): AllowedAct[] {
  return [null, ...openItems(file)].flatMap((item) =>
    allActs
      .filter((act) => whyNot(file, act, item, actor) === null)
      .map((act) => ({ act, workItem: item?.id ?? null })),
  );
}

/** Why an actor may not do an act, or null where they may. `item` is null for an act on the case itself. */
export function whyNot(file: CaseFile, act: Act, item: WorkItem | null, actor: Actor): RefusalCode | null {
  const rule = rules[act];
  if (file.outcome !== null) return 'caseClosed';
  return possible(file, rule, item) ?? permitted(file, rule, item, actor) ?? fourEyes(file, act, actor);
}

function possible(file: CaseFile, rule: ActRule, item: WorkItem | null): RefusalCode | null {
  if ('stages' in rule) {
    const stage = standsAt(file);
    if (item !== null) return 'wrongStep';
    return stage !== null && rule.stages.includes(stage) && file.dates.decision === null
      ? null
      : 'wrongStage';
  }
  if (item?.step !== rule.step) return 'wrongStep';
  return item.status === 'open' ? null : 'itemNotOpen';
}

function permitted(file: CaseFile, rule: ActRule, item: WorkItem | null, actor: Actor): RefusalCode | null {
  if (!actor.roles.includes(rule.role)) return 'roleMissing';
  if (rule.role === 'applicant') return actor.organisation === file.organisation ? null : 'notYourCase';
  const unit = rule.role === 'system' ? SYSTEM : actor.unit;
  return item === null || item.unit === unit ? null : 'notYourUnit';
}

function fourEyes(file: CaseFile, act: Act, actor: Actor): RefusalCode | null {
  return act === 'decide' && file.draft?.by === actor.sub ? 'fourEyes' : null;
}

/** Whether the actor may read the case: its applicant, a unit on its itinerary, an office that oversees all. */
export function mayRead(file: CaseFile, actor: Actor): boolean {
  if (actor.roles.some((role) => role === 'coordinator' || role === 'administrator' || role === 'system')) {
    return true;
  }
  if (actor.unit === null) return actor.organisation === file.organisation;
  const units = file.itinerary.stages.flatMap((stage) => stage.steps.map((step) => step.unit));
  return [...units.filter((unit) => unit !== APPLICANT && unit !== SYSTEM), file.itinerary.lead].includes(
    actor.unit,
  );
}

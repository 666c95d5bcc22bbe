import type { Act } from './act';
import { actRules, type ActRule } from './actRules';
import type { Actor } from './actor';
import type { CaseFile, Letter, WorkItem } from './caseFile';
import { ruleOf } from './caseClock';
import { isBuiltUpon } from './changes/amendment';
import { unitOfStep } from './changes/items';
import { mattersOf } from './conference';
import { ADMINISTRATION, APPLICANT, SYSTEM } from './itinerary';
import type { UnitId } from './plan';
import { openItems, standsAt } from './process';
import type { AllowedAct, RefusalCode } from './refusal';
import { remandTargets } from './returnTargets';
import type { Outcome, Role, Step } from './vocabulary';

const allActs = Object.keys(actRules) as Act[];

/** Everything this actor may do to the case now; shown on screens and in refusals. */
export function allowedActs(file: CaseFile, actor: Actor): AllowedAct[] {
  const done = Object.values(file.items).filter((item) => item.status === 'done');
  return [null, ...openItems(file), ...done].flatMap((item) =>
    allActs
      .filter((act) => whyNot(file, act, item, actor) === null)
      .map((act) => ({ act, workItem: item?.id ?? null })),
  );
}

/** Why an actor may not do an act, or null where they may. `item` is null for an act on the case itself. */
export function whyNot(file: CaseFile, act: Act, item: WorkItem | null, actor: Actor): RefusalCode | null {
  if (file.outcome !== null && !goesOn(file.outcome, act, item)) return 'caseClosed';
  const refusals = actRules[act].map((rule) => refusalBy(file, rule, item, actor));
  if (!refusals.includes(null)) return nearest(refusals);
  return fourEyes(file, act, actor) ?? heldBack(act, item, actor) ?? pointless(file, act, item);
}

/** What somebody may do, and what would come to nothing. */
function pointless(file: CaseFile, act: Act, item: WorkItem | null): RefusalCode | null {
  if (act === 'amend') return tooLate(file, item);
  if (act === 'confer') return mattersOf(file).length > 0 ? null : 'noMatter';
  if (act === 'acknowledge' && !file.letters.some(awaitsService)) return 'noLetterWaits';
  if (act !== 'remand' || remandTargets(file).length > 0) return null;
  return file.dates.decision === null ? 'notEarlier' : 'decisionStands';
}

/** Whether a letter has yet to reach its addressee. */
export function awaitsService(letter: Letter): boolean {
  return letter.served === null && !letter.void;
}

/** The step whose answer ends a case so, where it can be amended; a withdrawal is the applicant's alone. */
const endedBy: Partial<Record<Outcome, Step>> = { notAccepted: 'accept', refused: 'decide' };

/** What a closed case still allows: its letters are served, and the act that ended it is amended before that. */
function goesOn(outcome: Outcome, act: Act, item: WorkItem | null): boolean {
  if (item !== null) return item.step === 'serve' || (act === 'amend' && item.step === endedBy[outcome]);
  return ['acknowledge', 'confirmService', 'reportUndeliverable', 'reassign', 'intervene'].includes(act);
}

function refusalBy(file: CaseFile, rule: ActRule, item: WorkItem | null, actor: Actor): RefusalCode | null {
  return possible(file, rule, item) ?? permitted(file, rule, item, actor);
}

function possible(file: CaseFile, rule: ActRule, item: WorkItem | null): RefusalCode | null {
  if ('stages' in rule) {
    if (item !== null) return 'wrongStep';
    if (rule.stages === 'any') return null;
    const stage = standsAt(file);
    return stage !== null && rule.stages.includes(stage) && file.dates.decision === null
      ? null
      : 'wrongStage';
  }
  if (item === null || !rule.steps.includes(item.step)) return 'wrongStep';
  if (rule.on === 'done') return item.status === 'done' ? null : 'itemNotDone';
  return item.status === 'open' ? null : 'itemNotOpen';
}

function permitted(file: CaseFile, rule: ActRule, item: WorkItem | null, actor: Actor): RefusalCode | null {
  const wanted = item === null ? undefined : file.asked[item.stepId]?.role;
  const roles = rule.roles.filter((role) => wanted === undefined || role === wanted);
  const held = roles.filter((role) => actor.roles.includes(role));
  if (held.length === 0) return 'roleMissing';
  if (rule.at === 'counter') return notAtCounter(file, actor);
  if (held.includes('applicant') && actor.organisation !== file.organisation) return 'notYourCase';
  if (item !== null) return held.some((role) => item.unit === unitIn(role, actor)) ? null : 'notYourUnit';
  if (!('of' in rule)) return null;
  if (rule.of === 'decider') return actor.unit === unitOfStep(file, 'draft') ? null : 'notYourUnit';
  if (rule.of !== 'supervisor') return null;
  return actor.unit !== null && supervisorsIn(file.itinerary).includes(actor.unit) ? null : 'notYourUnit';
}

/** A clerk acts for an applicant where the application came in on paper, and nowhere else. */
function notAtCounter({ counter }: CaseFile, { unit }: Actor): RefusalCode | null {
  if (counter === undefined) return 'notAtCounter';
  return unit === counter ? null : 'notYourUnit';
}

/** The unit in which somebody acts by a role. */
function unitIn(role: Role, actor: Actor): UnitId | null {
  if (role === 'applicant') return APPLICANT;
  if (role === 'system') return SYSTEM;
  return role === 'administrator' ? ADMINISTRATION : actor.unit;
}

/** Of several ways to be refused, the one that comes nearest to being allowed. */
function nearest(refusals: readonly (RefusalCode | null)[]): RefusalCode {
  const order: readonly RefusalCode[] = [
    'notYourUnit',
    'notYourCase',
    'notAtCounter',
    'roleMissing',
    'itemNotOpen',
    'itemNotDone',
  ];
  return order.find((code) => refusals.includes(code)) ?? refusals[0] ?? 'wrongStep';
}

/** Two people: who drafts does not sign, who proposes a repair does not confirm it. */
function fourEyes(file: CaseFile, act: Act, actor: Actor): RefusalCode | null {
  if (act === 'decide' && file.draft?.by === actor.sub) return 'fourEyes';
  if (act === 'decideExit' && file.supervision?.exit?.by === actor.sub) return 'fourEyes';
  if (act === 'decideSuspension' && file.supervision?.suspension?.by === actor.sub) return 'fourEyes';
  if (act === 'confirmRating' && file.evaluation?.proposal?.by === actor.sub) return 'fourEyes';
  if (act === 'signName' && file.construction?.name?.by === actor.sub) return 'fourEyes';
  if ((act === 'signSupport' || act === 'signSupportEnd') && file.support?.draft?.by === actor.sub)
    return 'fourEyes';
  if (act === 'signLoss' && file.construction?.loss?.by === actor.sub) return 'fourEyes';
  return act === 'confirmRepair' && file.repair?.by === actor.sub ? 'fourEyes' : null;
}

/** What somebody has taken on (签收) is theirs until it is released or given away. */
function heldBack(act: Act, item: WorkItem | null, actor: Actor): RefusalCode | null {
  if (!item || act === 'amend') return null;
  const { assignee } = item;
  if (act === 'release' && assignee === null) return 'notHeld';
  if (assignee === null || assignee === actor.sub)
    return act === 'claim' && assignee !== null ? 'heldByYou' : null;
  const mayGiveAway = (act === 'release' || act === 'delegate') && actor.roles.includes('head');
  return mayGiveAway ? null : 'heldByAnother';
}

/** An act can be taken back until its letter is served or anybody has acted on what came of it. */
function tooLate(file: CaseFile, item: WorkItem | null): RefusalCode | null {
  if (!item || file.current[item.stepId] !== item.id) return 'itemNotOpen';
  if (item.limitPassed && ruleOf(file, item.stepId).silence === 'deemedAccepted') return 'deemedByLaw';
  if (file.letters.some(({ seq, served }) => seq === item.version && served !== null)) return 'alreadyServed';
  return isBuiltUpon(file, item) ? 'builtUpon' : null;
}

/** Whether the actor may read the case: its applicant, a unit that takes part, an office that oversees all. */
export function mayRead(file: CaseFile, actor: Actor): boolean {
  if (actor.roles.some((role) => role === 'coordinator' || role === 'administrator' || role === 'system')) {
    return true;
  }
  if (actor.unit === null) return actor.organisation === file.organisation;
  return unitsIn(file).includes(actor.unit);
}

/** The units that watch over an institution by its pinned rules: who inspects it, who is told what happens there. */
function supervisorsIn({ life, lead }: CaseFile['itinerary']): UnitId[] {
  if (life?.kind !== 'supervision') return [];
  const { visits, complaints, incidents, staff } = life;
  const finds = staff ? [staff.unit] : [];
  return [
    lead,
    ...visits.map(({ unit }) => unit),
    complaints,
    incidents.followedUpBy,
    ...incidents.told,
    ...finds,
  ];
}

/** The units that take part in a case: those of its itinerary, and whom acts have called in. */
export function unitsIn({ itinerary, items }: Pick<CaseFile, 'itinerary' | 'items'>): UnitId[] {
  const way = itinerary.stages.flatMap((stage) => stage.steps.map((step) => step.unit));
  const called = Object.values(items).map((item) => item.unit);
  const others: readonly UnitId[] = [APPLICANT, SYSTEM, ADMINISTRATION];
  const supervising = supervisorsIn(itinerary);
  return [...new Set([itinerary.lead, ...way, ...called, ...supervising])]
    .filter((unit) => !others.includes(unit))
    .sort();
}

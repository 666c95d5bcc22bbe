import type { Act, ActBody } from '../../../domain/act';
import { actRules, type ActRule } from '../../../domain/actRules';
import { type Actor, systemActor } from '../../../domain/actor';
import type { CaseFile, WorkItem } from '../../../domain/caseFile';
import { unitOfStep } from '../../../domain/changes/items';
import { APPLICANT } from '../../../domain/itinerary';
import { whyNot } from '../../../domain/permission';
import { Refusal } from '../../../domain/refusal';
import type { Role } from '../../../domain/vocabulary';
import { administrator, applicant, official } from '../../world/people';
import { bodies } from './bodies';
import { acted, type Story, todayIn } from './story';
import { licensingActs } from '../../world/licensing';

/** An act that somebody is permitted to do now; what it says may still be refused. */
export interface Move {
  readonly act: Act;
  readonly item: WorkItem | null;
  readonly actor: Actor;
  readonly body: ActBody;
}

/** Everything that anybody may do to a case, in every way that `bodies` knows. */
export function movesIn(story: Story): Move[] {
  const { file } = story;
  const items = Object.values(file.items).filter(({ status }) => status !== 'closed');
  return [null, ...items].flatMap((item) =>
    licensingActs.flatMap((act) =>
      actorsFor(file, act, item)
        .filter((actor) => whyNot(file, act, item, actor) === null)
        .flatMap((actor) =>
          bodies[act](file, todayIn(story), item).map((body) => ({ act, item, actor, body })),
        ),
    ),
  );
}

/** The story after a move; null where the record refuses what it says. */
export function after(story: Story, { item, body, actor }: Move): Story | null {
  try {
    return acted(story, item?.id ?? null, body, actor);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function actorsFor(file: CaseFile, act: Act, item: WorkItem | null): Actor[] {
  const fitting = actRules[act].filter((rule) => fits(rule, item));
  const roles = [...new Set(fitting.flatMap((rule) => rule.roles))];
  return roles.flatMap((role) => peopleOf(file, role, item));
}

function fits(rule: ActRule, item: WorkItem | null): boolean {
  if ('stages' in rule) return item === null;
  return item !== null && rule.steps.includes(item.step);
}

/** Two people hold each role. */
function peopleOf(file: CaseFile, role: Role, item: WorkItem | null): Actor[] {
  if (role === 'applicant') return [applicant];
  if (role === 'system') return [systemActor];
  if (role === 'administrator') return [administrator(1), administrator(2)];
  // What is the applicant's is done at the counter, where it is done by an official.
  const unit = item && item.unit !== APPLICANT ? item.unit : unitOfStep(file, 'draft');
  return [official(unit, role, 1), official(unit, role, 2)];
}

import { type Act, acts } from '../../domain/act';
import { isDoneAtCounter } from '../../domain/actRules';
import type { Actor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { checklistOf } from '../../domain/changes/supervised';
import { isOffice } from '../../domain/itinerary';
import { milestoneOf } from '../../domain/construction';
import type { Label } from '../../domain/label';
import { allowedActs } from '../../domain/permission';
import { isAnsweredByName } from '../../domain/responsible';
import type { Plan } from '../../domain/plan';
import { unitNameOf } from '../../domain/unitName';
import { steps } from '../../domain/vocabulary';
import { ownActs } from '../contracts/act';
import type { UnitName } from '../contracts/unit';
import type { AllowedAct, WorkItem as WireWorkItem } from '../contracts/workItem';
import { API } from '../paths';
import type { Answering } from './responsible';
import { isConcealed, shownAbout } from './concealed';
import { actsForApplicant } from './visibility';
import { etagOf } from '../http/precondition';

/** For whom, under which plan's names, and when something is shown. */
export interface View {
  readonly actor: Actor;
  readonly plan: Plan;
  readonly now: Date;
  /** Who answers for supervision today, where that is shown. */
  readonly answering?: Answering;
}

export function unitName(plan: Plan, id: string): UnitName {
  return { id, name: unitNameOf(plan, id) };
}

/** What the actor may ask for now, each with its address and the ETag to send. */
export function allowedView(file: CaseFile, actor: Actor): AllowedAct[] {
  const asked = allowedActs(file, actor).filter(({ act }) => !(ownActs as readonly Act[]).includes(act));
  return asked.map(({ act, workItem }) => ({
    act,
    label: isDoneAtCounter(act, actor) ? atCounter(acts[act]) : acts[act],
    workItem,
    href: workItem === null ? `${API}/cases/${file.caseId}/acts` : `${API}/work-items/${workItem}/acts`,
    etag: etagOf(workItem === null ? file.version : (file.items[workItem]?.version ?? 0)),
  }));
}

function atCounter({ zh, en }: Label): Label {
  return { zh: `窗口代办：${zh}`, en: `${en} (at the counter)` };
}

export function workItemView(
  file: CaseFile,
  item: WorkItem,
  view: View,
  allowed = allowedView(file, view.actor),
): WireWorkItem {
  const { deadline } = item;
  const outside = actsForApplicant(view.actor);
  return {
    id: item.id,
    caseId: file.caseId,
    stage: item.stage,
    step: item.step,
    stepLabel: steps[item.step],
    unit: unitName(view.plan, item.unit),
    round: item.round,
    status: item.status,
    version: item.version,
    openedAt: item.openedAt,
    deadline,
    limitPassed: item.limitPassed,
    stopped: item.stopped,
    assignee: outside ? null : item.assignee,
    warned: item.warned,
    // Which unit objected stays inside.
    about:
      outside && item.step === 'answer'
        ? null
        : shownAbout(file.asked[item.stepId]?.about ?? milestoneIn(item), view.actor),
    ...(item.step === 'visit' && { checklist: [...checklistOf(file, item)] }),
    ...(view.answering &&
      !outside &&
      isOffice(item.unit) &&
      isAnsweredByName(file) && { responsible: view.answering.get(item.unit) ?? null }),
    overdue: item.status === 'open' && !item.stopped && deadline.dueAt <= view.now.toISOString(),
    allowed: allowed.filter(({ workItem }) => workItem === item.id),
  };
}

/** The milestone of a demonstration site that a work item reports. */
function milestoneIn({ step, stepId }: WorkItem): string | null {
  return step === 'build' ? milestoneOf(stepId) : null;
}

/** The work items of a case that a reader may see, the earliest first. */
export function itemsInOrder(file: CaseFile, actor: Actor): WorkItem[] {
  return Object.values(file.items)
    .filter((item) => !isConcealed(item, actor))
    .sort((a, b) => a.openedAt.localeCompare(b.openedAt) || a.id.localeCompare(b.id));
}

import { randomUUID } from 'node:crypto';
import type { ActBody } from '../../domain/act';
import { answererRole } from '../../domain/actRules';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import { checklistOf } from '../../domain/changes/supervised';
import { evaluationBehind } from '../../domain/changes/supervision';
import { addDays, dateInShanghai } from '../../domain/civilDate';
import { indicatorsOf } from '../../domain/evaluation';
import { APPLICANT, evaluationRulesIn, kindOf } from '../../domain/itinerary';
import type { DemonstrationSite, Plan } from '../../domain/plan';
import { openItems } from '../../domain/process';
import type { Step } from '../../domain/vocabulary';
import { ApiRefused } from '../../infra/client/answers';
import { officialOf } from '../../infra/client/people';
import { awaitsPerson, straightAct, straightActs } from '../../infra/client/straightAct';
import { apply } from '../../infra/demo/application';
import { sampleOf } from '../../infra/demo/sample';
import { type Behaviour, behaviourOf, type Situation } from './behaviours';
import type { Playing } from './playing';
import { inTheMorning } from './roles';
import type { Stage } from './stage';

/** What is answered first, where the institution still may say something. */
const heardFirst: readonly Step[] = ['requestHearing', 'hear', 'contest'];
const heldUp: readonly Step[] = ['decideExit', 'confirmRating'];
/** Points differ from one indicator to the next by up to so many. */
const SPREAD = 4;

/** A demonstration site on its way to its certificate, and through the years after it. */
export class Institution implements Playing {
  readonly kinds = ['licensing', 'supervision', 'evaluation'] as const;
  readonly behaviour: Behaviour;
  private readonly answered = new Map<string, number>();

  private constructor(
    private readonly stage: Stage,
    readonly site: DemonstrationSite,
    private readonly account: string,
    readonly caseId: string,
  ) {
    this.behaviour = behaviourOf(site.no);
  }

  /** Applies for a site. */
  static async enter(stage: Stage, plan: Plan, site: DemonstrationSite): Promise<Institution> {
    const { account, caseId } = await apply({ oneWindow: stage.oneWindow, plan }, site);
    return new Institution(stage, site, account, caseId);
  }

  actsAt(files: readonly CaseFile[]): Promise<string | null> {
    const instants = files.flatMap((file) => this.waiting(file).map(({ at }) => at));
    return Promise.resolve(instants.sort()[0] ?? null);
  }

  async act(now: string, files: readonly CaseFile[]): Promise<boolean> {
    const due = files.flatMap((file) => this.waiting(file).filter(({ at }) => at <= now));
    for (const { file, item } of due) await this.answer(file, item, files, dateInShanghai(now));
    return due.length > 0;
  }

  private waiting(file: CaseFile) {
    return openItems(file)
      .filter(awaitsPerson)
      .flatMap((item) => {
        const at = this.answersAt(file, item);
        return at === null ? [] : [{ file, item, at }];
      });
  }

  private answersAt(file: CaseFile, item: WorkItem): string | null {
    const isHeard = openItems(file).some(({ step }) => heardFirst.includes(step));
    if (item.stopped || (isHeard && heldUp.includes(item.step))) return null;
    const set = scheduledOn(file, item);
    if (set !== null) return inTheMorning(set);
    const { daysLate } = this.behaviour;
    const isLate = daysLate !== null && item.unit === APPLICANT && kindOf(file.itinerary) !== 'licensing';
    if (isLate) return inTheMorning(addDays(item.deadline.due, daysLate));
    return inTheMorning(addDays(dateInShanghai(item.openedAt), 1 + this.timesOf(item)));
  }

  /** The person whom an item waits for reads the case as they may see it, and does what it allows them. */
  private async answer(
    file: CaseFile,
    item: WorkItem,
    files: readonly CaseFile[],
    today: string,
  ): Promise<void> {
    const own = this.ownAct(file, item, files, today);
    const account = this.answererOf(item, own?.act ?? straightActs[item.step]);
    const seen = await this.stage.oneWindow.caseOf(account, file.caseId);
    const shown = seen.workItems.find(({ id, status }) => id === item.id && status === 'open');
    // Somebody who answered before it may have ended it.
    if (!shown) return;
    const { unifiedCode } = sampleOf(this.site.no);
    const words = { grounds: '符合要求（演练）', findingAnswer: '已核实（演练）', unifiedCode, today };
    const body = own ?? straightAct(seen, shown, words);
    const allowed = seen.allowed.find(({ act, workItem }) => act === body?.act && workItem === item.id);
    if (!body || !allowed)
      throw new Error(`${account}: ${item.id} 等待办理，但系统不允许 waits, but is not offered`);
    try {
      await this.stage.oneWindow.act({ account, key: randomUUID() }, allowed, body);
      this.answered.set(item.id, this.timesOf(item) + 1);
    } catch (error) {
      // The case moved on meanwhile: whoever it waits for then answers it as it is.
      if (!(error instanceof ApiRefused && error.status === 412)) throw error;
    }
  }

  private ownAct(file: CaseFile, item: WorkItem, files: readonly CaseFile[], today: string): ActBody | null {
    if (kindOf(file.itinerary) === 'licensing') return null;
    const situation = this.situationOf(file, item, files, today);
    if (item.step === 'score') return scores(file, item, this.behaviour.points(situation));
    return this.behaviour.acts[item.step]?.(situation) ?? null;
  }

  private situationOf(file: CaseFile, item: WorkItem, files: readonly CaseFile[], today: string): Situation {
    const evaluations = files.flatMap(({ supervision }) => supervision?.evaluations ?? []);
    return {
      today,
      unit: item.unit,
      year: new Set(evaluations.map(({ year }) => year)).size,
      no: evaluations.at(-1)?.no ?? 0,
      about: file.asked[item.stepId]?.about ?? '',
      lines: checklistOf(file, item),
      ofEvaluation: evaluationBehind(file, item) !== undefined,
      times: this.timesOf(item),
      isScheduled: scheduledOn(file, item) !== null,
    };
  }

  private answererOf({ unit, step }: WorkItem, act: ActBody['act']): string {
    const role = answererRole(act, step);
    return role === 'applicant' ? this.account : officialOf(unit, role);
  }

  private timesOf({ id }: WorkItem): number {
    return this.answered.get(id) ?? 0;
  }
}

function scheduledOn({ procedures }: CaseFile, { stepId }: WorkItem): string | null {
  return procedures.find((run) => run.stepId === stepId)?.scheduledOn ?? null;
}

/** About the same points for each indicator of a unit. */
function scores({ itinerary }: CaseFile, { unit }: WorkItem, about: number): ActBody {
  const rules = evaluationRulesIn(itinerary);
  const all = rules?.indicators ?? [];
  const points = rules ? indicatorsOf(rules, unit) : [];
  return {
    act: 'score',
    points: points.map((indicator) => ({
      indicator: indicator.id,
      points: about + ((all.indexOf(indicator) * 5) % (2 * SPREAD + 1)) - SPREAD,
      evidence: '现场核实（演练）',
    })),
  };
}

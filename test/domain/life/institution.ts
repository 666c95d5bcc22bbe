import type { ActBody } from '../../../domain/act';
import { type Actor, systemActor } from '../../../domain/actor';
import type { WorkItem } from '../../../domain/caseFile';
import { checklistOf } from '../../../domain/changes/supervised';
import type { Points } from '../../../domain/evaluation';
import { evaluationRulesIn } from '../../../domain/itinerary';
import { planEvaluation, planSupervision } from '../../../domain/planLife';
import { openItems } from '../../../domain/process';
import { Refusal } from '../../../domain/refusal';
import { asItShouldBe, type Checked, type Visit } from '../../../domain/supervision';
import type { Step } from '../../../domain/vocabulary';
import { answererOf, official } from '../../world/people';
import { xiacheng } from '../plan/plans';
import { acted, begun, conducted, settled, type Story, told, wholeWay } from '../record/story';

/** The subdistrict of every story's institution, and the unit that leads its supervision. */
export const SUBDISTRICT = 'shiqiao';
export const LEAD = 'health';

/** An institution on the day of its certificate. */
export function supervised(): Story {
  return begun(planSupervision(xiacheng, wholeWay().file));
}

/** Its evaluation of 2027, on the day it opens. */
export function evaluated(): Story {
  return begun(planEvaluation(xiacheng, supervised().file, 2027));
}

/** The only open work item of a step. @throws Error where there is none, or several */
export function open({ file }: Story, step: Step, unit?: string): WorkItem {
  const found = openItems(file).filter((item) => item.step === step && (!unit || item.unit === unit));
  const [item] = found;
  if (!item || found.length > 1) throw new Error(`${found.length} open work items of ${step}`);
  return item;
}

/** The steps that are open, in alphabetical order. */
export function openSteps({ file }: Story): Step[] {
  return openItems(file)
    .map(({ step }) => step)
    .sort();
}

/** The story after whoever may answers a step so. */
export function does(story: Story, step: Step, body: ActBody, who?: Actor): Story {
  const item = open(story, step);
  return conducted(acted(story, item.id, body, who ?? answererOf(item, body.act)));
}

/** The checklist of the visit that is open, all of it as it should be but some lines. */
export function checkedOn(story: Story, ...unfit: string[]): Checked[] {
  return asItShouldBe(checklistOf(story.file, open(story, 'visit'))).map((seen) =>
    unfit.includes(seen.line) ? { ...seen, result: 'unfit' as const } : seen,
  );
}

/** A letter that waits is handed over on paper today. */
export function serves(story: Story): Story {
  const item = open(story, 'serve');
  const body = { act: 'serve', how: 'paper', on: story.now.slice(0, 10), to: '园长' } as const;
  return conducted(acted(story, item.id, body, official(item.unit, 'caseOfficer')));
}

/** The health bureau has answered a push. */
export function pushed(story: Story): Story {
  return does(story, 'push', { act: 'confirmPush', receiptNo: 'HB-1' }, systemActor);
}

/** Every unit scores each of its indicators with the same points, but for those that are silent. */
export function scores(story: Story, points: number, silent: readonly string[] = []): Story {
  const items = openItems(story.file).filter(({ step, unit }) => step === 'score' && !silent.includes(unit));
  return items.reduce((before, item) => {
    const own = evaluationRulesIn(before.file.itinerary)?.indicators ?? [];
    const given = own.filter(({ scoredBy }) => scoredBy === item.unit);
    const body: ActBody = {
      act: 'score',
      points: given.map(({ id }): Points & { evidence: string } => ({
        indicator: id,
        points,
        evidence: '现场核实',
      })),
    };
    return conducted(acted(before, item.id, body, official(item.unit, 'reviewer')));
  }, story);
}

/** The story with a new year by the plan, perhaps with other visits. */
export function turned(
  story: Story,
  year: number,
  change: (visits: readonly Visit[]) => readonly Visit[] = (visits) => visits,
): Story {
  const { life, sideRules } = story.file.itinerary;
  if (life?.kind !== 'supervision' || !sideRules) throw new Error('No supervision');
  const renewed = { ...life, visits: change(life.visits) };
  const on = `${year}-01-01`;
  const rest = { year, on, planVersion: 'xiacheng@1', life: renewed, sideRules };
  return settled(told(story, { type: 'yearTurned', ...rest }));
}

/** The code by which the record refuses it; `done` where it does not. */
export function refusalBy(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}

export const reason = '有事实依据';

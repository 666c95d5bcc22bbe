import type { ActBody } from '../act';
import { ruleOf } from '../caseClock';
import type { CaseFile } from '../caseFile';
import { awaitsService } from '../permission';
import { openItems, standsAt } from '../process';
import type { Stage } from '../vocabulary';
import { type ActContext, demand, only, type Performed, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Back to an earlier stage (退回), never behind a decision that was made. */
export function remand(file: CaseFile, item: string | null, { to, reason }: Body<'remand'>): Performed {
  checkEarlier(file, to, '/to');
  const decided = file.dates.decision !== null;
  const after = stagesAfterDecision(file);
  demand(!decided || after.includes(to), 'decisionStands', '/to', after);
  return withWords({ type: 'remanded', item, to }, { reason });
}

/** Taken note of by the applicant in the portal. */
export function acknowledge(
  file: CaseFile,
  { letter }: Body<'acknowledge'>,
  { today }: ActContext,
): Performed {
  checkLetter(file, letter);
  return only({ type: 'letterServed', item: null, letter, how: 'portal', on: today });
}

/** The mail that carried it was taken by the addressee's server. */
export function confirmService(
  file: CaseFile,
  { letter }: Body<'confirmService'>,
  { today }: ActContext,
): Performed {
  checkLetter(file, letter);
  return only({ type: 'letterServed', item: null, letter, how: 'mail', on: today });
}

export function reportUndeliverable(file: CaseFile, { letter }: Body<'reportUndeliverable'>): Performed {
  checkLetter(file, letter);
  return only({ type: 'serviceFailed', letter });
}

export function reassign(file: CaseFile, { workItem, to, reason }: Body<'reassign'>): Performed {
  const open = openItems(file).map(({ id }) => id);
  demand(open.includes(workItem), 'unknownWorkItem', '/workItem', open);
  return withWords({ type: 'reassigned', item: workItem, to }, { reason });
}

/** An administrator's hand on the course of a case; a second one confirms it. */
export function proposeRepair(
  file: CaseFile,
  { repair, reason }: Body<'proposeRepair'>,
  { today }: ActContext,
): Performed {
  demand(file.repair === null, 'repairPending', '/act');
  switch (repair.kind) {
    case 'move':
      checkReached(file, repair.to);
      break;
    case 'correctDate':
      demand(file.dates[repair.date] !== null, 'dateUnknown', '/repair/date', knownDates(file));
      demand(repair.to <= today, 'dateInFuture', '/repair/to', [`<= ${today}`]);
      break;
    case 'extend':
      checkDistrictClock(file, repair.clock);
  }
  return withWords({ type: 'repairProposed', repair }, { reason });
}

function checkEarlier(file: CaseFile, to: Stage, pointer: string): void {
  const earlier = stagesOf(file).slice(0, stageIndex(file));
  demand(earlier.includes(to), 'notEarlier', pointer, earlier);
}

/** A stage that lies ahead is reached by the acts that lead there, and by nothing else. */
function checkReached(file: CaseFile, to: Stage): void {
  const reached = stagesOf(file).slice(0, stageIndex(file) + 1);
  demand(reached.includes(to), 'notEarlier', '/repair/to', reached);
}

/** A statutory limit has its own authority (行政许可法 第四十二条); a district's setting the district may stretch. */
function checkDistrictClock(file: CaseFile, clock: string): void {
  const rules = openItems(file).map((item) => ruleOf(file, item.stepId));
  const rule = rules.find(({ id }) => id === clock);
  demand(rule !== undefined, 'unknownClock', '/repair/clock', [...new Set(rules.map(({ id }) => id))]);
  const settings = rules.filter(({ basis }) => basis.source === 'district').map(({ id }) => id);
  demand(settings.includes(clock), 'statutoryLimit', '/repair/clock', [...new Set(settings)]);
}

function checkLetter(file: CaseFile, no: string): void {
  const letter = file.letters.find((each) => each.no === no);
  const open = file.letters.filter(awaitsService).map((each) => each.no);
  demand(letter !== undefined && letter.served === null, 'unknownLetter', '/letter', open);
  demand(letter?.void === false, 'letterVoid', '/letter', open);
}

function knownDates({ dates }: CaseFile): string[] {
  return Object.entries(dates).flatMap(([name, date]) => (date === null ? [] : [name]));
}

function stagesOf({ itinerary }: CaseFile): Stage[] {
  return itinerary.stages.map(({ stage }) => stage);
}

function stageIndex(file: CaseFile): number {
  return stagesOf(file).indexOf(standsAt(file) ?? file.stage);
}

function stagesAfterDecision(file: CaseFile): Stage[] {
  const stages = stagesOf(file);
  return stages.slice(stages.indexOf('decision') + 1, stageIndex(file));
}

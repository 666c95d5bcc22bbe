import type { ActBody } from '../act';
import { ruleOf } from '../caseClock';
import type { CaseFile } from '../caseFile';
import type { DateName, Repair } from '../event';
import { ADMINISTRATION, APPLICANT, SYSTEM } from '../itinerary';
import { openItems } from '../process';
import { moveTargets } from '../returnTargets';
import { procedures } from '../sideStep';
import { waitsFor } from './decision';
import {
  type ActContext,
  demand,
  demandPast,
  only,
  type Performed,
  type Performing,
  withWords,
} from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Work is given to somebody, or back to its unit. What the applicant or the system owes is nobody else's. */
export function reassign(file: CaseFile, { workItem, to, reason }: Body<'reassign'>): Performed {
  const open = openItems(file).filter(({ unit }) => ![APPLICANT, SYSTEM, ADMINISTRATION].includes(unit));
  const ids = open.map(({ id }) => id);
  demand(ids.includes(workItem), 'unknownWorkItem', '/workItem', ids);
  return withWords({ type: 'reassigned', item: workItem, to }, { reason });
}

/** An administrator's hand on the course of a case; a second one confirms it. */
export function proposeRepair(
  file: CaseFile,
  { repair, reason }: Body<'proposeRepair'>,
  { today }: ActContext,
): Performed {
  waitsFor(file, 'repairPending', ({ step }) => step === 'confirmRepair');
  checkRepair(file, repair, today);
  return withWords({ type: 'repairProposed', repair }, { reason });
}

/** The case may have gone on since it was proposed: it is looked at again. */
export const confirmRepair: Performing<Body<'confirmRepair'>> = (file, item, _body, { today }) => {
  if (!file.repair) throw new RangeError(`Case ${file.caseId}: no repair waits for confirmation`);
  const { repair } = file.repair;
  checkRepair(file, repair, today);
  return only({ type: 'repaired', item: item.id, repair });
};

/** @throws Refusal where the case cannot be repaired so */
export function checkRepair(file: CaseFile, repair: Repair, today: string): void {
  switch (repair.kind) {
    case 'move': {
      const targets = moveTargets(file);
      demand(targets.includes(repair.to), 'notReached', '/repair/to', targets);
      break;
    }
    case 'correctDate':
      checkDate(file, repair.date, repair.to, today);
      break;
    case 'extend':
      checkDistrictClock(file, repair.clock);
  }
}

/** The dates of a case, in the order in which they come about. */
const order: readonly DateName[] = ['receipt', 'acceptance', 'decision', 'registration', 'filingReceived'];

function checkDate(file: CaseFile, name: DateName, to: string, today: string): void {
  const known = order.filter((each) => file.dates[each] !== null);
  demand(known.includes(name), 'dateUnknown', '/repair/date', known);
  demandPast(to, '/repair/to', today);
  const place = known.indexOf(name);
  const earliest = known.slice(0, place).map((each) => file.dates[each] ?? to);
  const latest = known.slice(place + 1).map((each) => file.dates[each] ?? to);
  const fits = earliest.every((date) => date <= to) && latest.every((date) => to <= date);
  const bounds = [
    ...earliest.slice(-1).map((date) => `>= ${date}`),
    ...latest.slice(0, 1).map((date) => `<= ${date}`),
  ];
  demand(fits, 'dateOutOfOrder', '/repair/to', bounds);
}

/**
 * A statutory limit has its own authority (行政许可法 第四十二条); a district's setting the district may stretch. The
 * time of a procedure is what the applicant was told.
 */
function checkDistrictClock(file: CaseFile, clock: string): void {
  const running = openItems(file).map(({ step, stepId }) => ({ step, ...ruleOf(file, stepId) }));
  const known = [...new Set(running.map(({ id }) => id))];
  demand(known.includes(clock), 'unknownClock', '/repair/clock', known);
  const fixed: readonly string[] = procedures;
  const settings = running.filter(({ step, basis }) => basis.source === 'district' && !fixed.includes(step));
  const movable = [...new Set(settings.map(({ id }) => id))];
  demand(movable.includes(clock), 'statutoryLimit', '/repair/clock', movable);
}

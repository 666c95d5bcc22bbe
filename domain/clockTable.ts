import type { ClockRule, Plan } from './plan';
import type { SideStep, WayStep } from './sideStep';
import type { Handling, Ownership } from './vocabulary';

/** What decides between the clocks of a case. */
interface ClockChoice {
  readonly handling: Handling;
  readonly ownership: Ownership;
}

/** The clock of a step: the decision's goes by handling, the registration's by ownership. */
export function clockOf(plan: Clocks, step: WayStep, choice: ClockChoice): ClockRule {
  return named(plan, clockIdOf(plan.clockTable, step, choice));
}

/** The clock of a step that an act asks for: the same in every case. */
export function sideClockOf(plan: Clocks, step: SideStep): ClockRule {
  return named(plan, plan.clockTable.byStep[step]);
}

type Clocks = Pick<Plan, 'clocks' | 'clockTable'>;

function named(plan: Clocks, id: string): ClockRule {
  const clock = plan.clocks.find((rule) => rule.id === id);
  if (!clock) throw new RangeError(`The plan has no clock ${id}`);
  return clock;
}

function clockIdOf(table: Plan['clockTable'], step: WayStep, { handling, ownership }: ClockChoice): string {
  if (step === 'draft' || step === 'decide') return table.decision[handling];
  if (step === 'register') return table.registration[ownership];
  return table.byStep[step];
}

import type { ClockRule, Plan } from './plan';
import type { Handling, Ownership, Step } from './vocabulary';

/** What decides between the clocks of a case. */
interface ClockChoice {
  readonly handling: Handling;
  readonly ownership: Ownership;
}

/** The clock of a step: the decision's goes by handling, the registration's by ownership. */
export function clockOf(
  plan: Pick<Plan, 'clocks' | 'clockTable'>,
  step: Step,
  choice: ClockChoice,
): ClockRule {
  const id = clockIdOf(plan.clockTable, step, choice);
  const clock = plan.clocks.find((rule) => rule.id === id);
  if (!clock) throw new RangeError(`The plan has no clock ${id}`);
  return clock;
}

function clockIdOf(table: Plan['clockTable'], step: Step, { handling, ownership }: ClockChoice): string {
  if (step === 'draft' || step === 'decide') return table.decision[handling];
  if (step === 'register') return table.registration[ownership];
  return table.byStep[step];
}

import { compare } from '../../infra/faults/comparison';
import type { Evidence, RecordedCase } from '../../infra/faults/evidence';
import { goodRun } from './goodRun';

export const good = goodRun();
/** The case of the good run that has come to its certificate. */
export const [certified] = good.cases as [RecordedCase, ...RecordedCase[]];
export const accepted = good.told.find(({ asked }) => asked === 'accept')!;

/** The faults that a doctored run shows, as `kind about`. */
export function found(changes: Partial<Evidence>): string[] {
  const faults = compare({ ...good, ...changes });
  return [...new Set(faults.map(({ kind, about }) => `${kind} ${about}`))].sort();
}

/** The good run with its certified case replaced. */
export function withCase(change: (recorded: RecordedCase) => RecordedCase): Partial<Evidence> {
  return { cases: good.cases.map((recorded) => (recorded === certified ? change(recorded) : recorded)) };
}

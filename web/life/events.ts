import type { CaseEvent } from '../client/wire';
import { isRecord } from '../form/shape';

type Type = CaseEvent['type'];

export function lastOf(events: readonly CaseEvent[], ...types: readonly Type[]): CaseEvent | undefined {
  return events.findLast(({ type }) => types.includes(type));
}

/** What was written in an event under a name; empty where nothing was, or where it is not for the reader. */
export function wordsIn(event: CaseEvent | undefined, name: string): string {
  const words = event?.particulars?.[name];
  return typeof words === 'string' ? words : '';
}

export function factIn(event: CaseEvent | undefined, name: string): string {
  const fact = event?.facts[name];
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
}

/** What was written for each of several things. */
export function recordIn(event: CaseEvent, name: string): Readonly<Record<string, unknown>> {
  const record = event.particulars?.[name];
  return isRecord(record) ? record : {};
}

/** By which event a work item was asked for: `….1.visit-12` and `….1.visit-12-1` by the twelfth. */
export function askedBy(workItem: string | null): number {
  return Number(/\.[a-zA-Z]+-(\d+)(-\d+)?$/.exec(workItem ?? '')?.[1] ?? Number.NaN);
}

/** The last event of some types that answered what an event had asked for: `….1.rectify-12`. */
export function answerTo(
  events: readonly CaseEvent[],
  { seq }: Pick<CaseEvent, 'seq'>,
  step: string,
  ...types: readonly Type[]
): CaseEvent | undefined {
  return events.findLast(
    ({ type, workItem }) => types.includes(type) && workItem?.endsWith(`.${step}-${seq}`) === true,
  );
}

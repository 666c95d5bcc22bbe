import { kindOfNumber } from '../../../domain/supervision';
import type { Evidence, Fault } from '../evidence';

/** `XC-C-2026-000012` → name `XC-C`, year 2026, number 12; 文号 `下石桥托〔2026〕3号` → name `下石桥托`. */
const shapes = [/^(.+)-(\d{4})-(\d{6,})$/, /^(.+)〔(\d{4})〕(\d+)号$/];

/** Events that speak of a letter which another event wrote. */
const citing = ['letterServed', 'serviceFailed'];

/**
 * Every number up to the last one given out is on exactly one case, decision, receipt or certificate:
 * an act that was rolled back gave its number back.
 */
export function checkNumbers({ cases, serialNumbers }: Pick<Evidence, 'cases' | 'serialNumbers'>): Fault[] {
  const used = new Map<string, number[]>();
  for (const given of cases.flatMap(numbersOf)) {
    const [, name, year, number] = shapes.map((shape) => shape.exec(given)).find(Boolean) ?? [];
    const series = `${name} ${year}`;
    used.set(series, [...(used.get(series) ?? []), Number(number)]);
  }
  const known = serialNumbers.map(({ name, year }) => `${name} ${year}`);
  const strays = [...used.keys()].filter((series) => !known.includes(series));
  return [
    ...serialNumbers.flatMap(({ name, year, last }) => checkSeries(`${name} ${year}`, used, last)),
    ...strays.map((where): Fault => fault('broken', where, 'numbers of a series that nobody counts')),
  ];
}

/** The cases of an institution's life go by the number of its application. */
function numbersOf({ caseId, events }: Evidence['cases'][number]): string[] {
  const own = kindOfNumber(caseId) === 'licensing' ? [caseId] : [];
  return [...own, ...events.flatMap(numberIn)];
}

function numberIn({ type, facts }: { readonly type: string; readonly facts: unknown }): string[] {
  const { no, letter } = facts as { no?: unknown; letter?: unknown };
  if (citing.includes(type)) return [];
  return [no, letter].filter((given) => typeof given === 'string');
}

function checkSeries(series: string, used: ReadonlyMap<string, readonly number[]>, last: number): Fault[] {
  const numbers = used.get(series) ?? [];
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const faults: Fault[] = [];
  for (let number = 1; number <= last; number += 1) {
    if (!counts.has(number)) faults.push(fault('lost', `${series} ${number}`, 'is on nothing: a gap'));
  }
  for (const [number, count] of counts) {
    if (count > 1) faults.push(fault('doubled', `${series} ${number}`, `was given ${count} times`));
    if (number > last) faults.push(fault('broken', `${series} ${number}`, `is beyond the last one, ${last}`));
  }
  return faults;
}

function fault(kind: Fault['kind'], where: string, text: string): Fault {
  return { kind, about: 'number', where, text };
}

import { isDeepStrictEqual } from 'node:util';
import type { Label } from '../../domain/label';
import type { ClockRule, Plan } from '../../domain/plan';
import { limitUnits } from '../../domain/vocabulary';
import { valueInWords } from './diffValues';
import { pathInWords } from './diffWords';

type Entries = Readonly<Record<string, unknown>>;

/** What differs between two plans, a sentence each; the order in which a list is written makes no difference. */
export function planDifferences(before: Plan, after: Plan): Label[] {
  return differences([], before, after, { before, after });
}

interface Plans {
  readonly before: Plan;
  readonly after: Plan;
}

function differences(path: readonly string[], before: unknown, after: unknown, plans: Plans): Label[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isKeyed(before) && isKeyed(after)) {
    return differences(path, byKey(before), byKey(after), plans);
  }
  if (isEntries(before) && isEntries(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const limit = isClockPath(path) ? limitDifference(path, plans) : [];
    const rest = isClockPath(path) ? keys.filter((key) => key !== 'limit' && key !== 'unit') : keys;
    return [...limit, ...rest.flatMap((key) => differences([...path, key], before[key], after[key], plans))];
  }
  if (before === undefined && isEntries(after)) return [sentence('added', path)];
  if (after === undefined && isEntries(before)) return [sentence('removed', path)];
  return [changed(path, valueInWords(before, path, plans.before), valueInWords(after, path, plans.after))];
}

/** `clocks`, `acceptance`: a clock's number and unit are told together. */
function isClockPath(path: readonly string[]): boolean {
  return path.length === 2 && path[0] === 'clocks';
}

function limitDifference(path: readonly string[], plans: Plans): Label[] {
  const find = (plan: Plan): ClockRule | undefined => plan.clocks.find((clock) => clock.id === path[1]);
  const [old, now] = [find(plans.before), find(plans.after)];
  if (!old || !now || (old.limit === now.limit && old.unit === now.unit)) return [];
  const words = ({ limit, unit }: ClockRule): Label => ({
    zh: `${limit} ${limitUnits[unit].zh}`,
    en: `${limit} ${limitUnits[unit].en}`,
  });
  const from = old.unit === now.unit ? { zh: `${old.limit}`, en: `${old.limit}` } : words(old);
  return [changed(path, from, words(now))];
}

function changed(path: readonly string[], from: Label, to: Label): Label {
  const where = pathInWords(path);
  return { zh: `${where.zh}: ${from.zh} → ${to.zh}`, en: `${where.en}: ${from.en} → ${to.en}` };
}

function sentence(kind: 'added' | 'removed', path: readonly string[]): Label {
  const where = pathInWords(path);
  return kind === 'added'
    ? { zh: `${where.zh}: 新增`, en: `${where.en}: added` }
    : { zh: `${where.zh}: 移除`, en: `${where.en}: removed` };
}

function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of things that have an id, a date or a number of their own. */
function isKeyed(value: unknown): value is readonly Entries[] {
  return Array.isArray(value) && value.every((item) => isEntries(item) && keyOf(item) !== undefined);
}

function byKey(list: readonly Entries[]): Entries {
  return Object.fromEntries(list.map((item) => [keyOf(item), item])) as Entries;
}

function keyOf(item: Entries): string | undefined {
  const key = item.id ?? item.date ?? item.no;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

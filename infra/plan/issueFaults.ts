import { type z } from 'zod';
import type { Label } from '../../domain/label';
import { formats } from './fields';
import { keysAt } from './keys';
import { type Fault, fault, type PathKey } from './problem';

type Issue = z.core.$ZodIssue;

/** The kinds of values, by zod's names for them. */
const kinds: Readonly<Record<string, Label>> = {
  string: { zh: '须为文字', en: 'write a text' },
  number: { zh: '须为数字', en: 'write a number' },
  int: { zh: '须为整数', en: 'write a whole number' },
  boolean: { zh: '须为 true 或 false', en: 'write true or false' },
  array: { zh: '须为列表', en: 'write a list' },
  object: { zh: '须为一组“键: 值”', en: 'write entries of the form "key: value"' },
  record: { zh: '须为一组“键: 值”', en: 'write entries of the form "key: value"' },
};

/** An issue of the schema as the faults that a clerk can mend. */
export function faultsOf(issue: Issue, schema: z.ZodType, data: unknown): Fault[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, path, data);
    return issue.keys.map((key) => ({
      ...fault('unknownKey', [...path, key], { allowed, found: key }),
      at: 'key',
    }));
  }
  if (value === undefined) return [fault('missing', path, { allowed: allowedBy(issue) })];
  return [invalid(issue, path, value)];
}

function invalid(
  issue: Exclude<Issue, { code: 'unrecognized_keys' }>,
  path: PathKey[],
  value: unknown,
): Fault {
  const found = shown(value);
  switch (issue.code) {
    case 'invalid_type':
      return fault('wrongKind', path, { found, detail: kinds[issue.expected] ?? null });
    case 'invalid_value':
    case 'invalid_union':
      return fault('notAllowed', path, { found, allowed: allowedBy(issue) });
    case 'invalid_format': {
      const format: Label | undefined = (formats as Readonly<Record<string, Label>>)[issue.message];
      return fault('format', path, { found, detail: format ?? { zh: issue.message, en: issue.message } });
    }
    case 'too_small':
      return fault('range', path, {
        found,
        detail: bound(issue.inclusive ? 'least' : 'above', issue.minimum),
      });
    case 'too_big':
      return fault('range', path, {
        found,
        detail: bound(issue.inclusive ? 'most' : 'below', issue.maximum),
      });
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return fault('notAllowed', path, { found, detail: { zh: issue.message, en: issue.message } });
  }
}

const bounds = {
  least: { zh: '至少', en: 'at least' },
  above: { zh: '须大于', en: 'more than' },
  most: { zh: '至多', en: 'at most' },
  below: { zh: '须小于', en: 'less than' },
} as const satisfies Readonly<Record<string, Label>>;

function bound(kind: keyof typeof bounds, limit: number | bigint): Label {
  return { zh: `${bounds[kind].zh} ${limit}`, en: `${bounds[kind].en} ${limit}` };
}

function allowedBy(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && 'options' in issue) return (issue.options ?? []).map(String);
  return [];
}

function shown(value: unknown): string | null {
  const read = value as string | number | boolean | object | null;
  if (read === null) return '';
  return typeof read === 'object' ? null : String(read);
}

/** What stands at a path; undefined where nothing does. */
function valueAt(data: unknown, path: readonly PathKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PathKey, unknown>)[key] : undefined,
    data,
  );
}

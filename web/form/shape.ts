import { resolved, type Described } from './schema';

/** How a value is asked for. */
export type Shape =
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'yesNo' }
  | {
      readonly kind: 'number';
      readonly whole: boolean;
      readonly least: number | undefined;
      readonly most: number | undefined;
    }
  | { readonly kind: 'date' }
  | { readonly kind: 'text'; readonly long: boolean; readonly most: number | undefined }
  | { readonly kind: 'choices'; readonly of: Described }
  | { readonly kind: 'rows'; readonly of: Described }
  | { readonly kind: 'record'; readonly keys: readonly string[]; readonly of: Described }
  | {
      readonly kind: 'group';
      readonly properties: Readonly<Record<string, Described>>;
      readonly required: readonly string[];
    }
  | { readonly kind: 'variants'; readonly options: readonly Described[] };

/** From this length on a text is given several lines. */
const LONG = 300;

/** A leap day in its pattern tells a date. */
const LEAP_DAY = '02-29';

export function isNullable(schema: Described): boolean {
  const { anyOf = [], type } = resolved(schema);
  return (Array.isArray(type) && type.includes('null')) || anyOf.some((each) => each.type === 'null');
}

export function shapeOf(given: Described): Shape {
  const schema = withoutNull(resolved(given));
  if (schema.const !== undefined) return { kind: 'fixed', value: schema.const };
  if (schema.oneOf) return { kind: 'variants', options: schema.oneOf.map(resolved) };
  if (schema.enum) return { kind: 'choice', values: schema.enum };
  if (schema.type === 'boolean') return { kind: 'yesNo' };
  if (schema.type === 'integer' || schema.type === 'number')
    return { kind: 'number', whole: schema.type === 'integer', least: schema.minimum, most: schema.maximum };
  if (schema.type === 'array') return listShape(resolved(schema.items ?? {}));
  if (schema.type === 'object') return objectShape(schema);
  if (isDate(schema)) return { kind: 'date' };
  return { kind: 'text', long: (schema.maxLength ?? 0) > LONG, most: schema.maxLength };
}

/** The descriptions of the field, which stands beside the null that it may be as well. */
function withoutNull(schema: Described): Described {
  if (Array.isArray(schema.type))
    return { ...schema, type: (schema.type as readonly string[]).find((type) => type !== 'null') ?? 'null' };
  if (!schema.anyOf) return schema;
  const { anyOf, ...beside } = schema;
  const [real = {}] = anyOf.filter(({ type }) => type !== 'null');
  return { ...resolved(real), ...beside };
}

function listShape(of: Described): Shape {
  return of.type === 'object' ? { kind: 'rows', of } : { kind: 'choices', of };
}

function objectShape({ properties, required = [], propertyNames, additionalProperties }: Described): Shape {
  if (propertyNames?.enum && typeof additionalProperties === 'object')
    return { kind: 'record', keys: propertyNames.enum, of: additionalProperties };
  return { kind: 'group', properties: properties ?? {}, required };
}

function isDate({ format, pattern, allOf = [] }: Described): boolean {
  return (
    format === 'date' ||
    [pattern, ...allOf.map((part) => part.pattern)].some((text) => text?.includes(LEAP_DAY) === true)
  );
}

/** A value of the schema to begin with: everything open, what is fixed as it must be. */
export function blank(schema: Described): unknown {
  const shape = shapeOf(schema);
  switch (shape.kind) {
    case 'fixed':
      return shape.value;
    case 'group':
      return isNullable(schema)
        ? null
        : Object.fromEntries(Object.entries(shape.properties).map(([name, part]) => [name, blank(part)]));
    case 'record':
      return {};
    case 'rows':
      return (resolved(schema).minItems ?? 0) > 0 ? [blank(shape.of)] : [];
    case 'choices':
      return [];
    case 'choice':
    case 'yesNo':
    case 'number':
    case 'date':
    case 'text':
    case 'variants':
      return null;
  }
}

/** The value as it is sent: what was left open and need not be there is left out. */
export function filled(value: unknown, schema: Described): unknown {
  const shape = shapeOf(schema);
  if (shape.kind === 'group' && isRecord(value)) return filledGroup(value, shape);
  if (shape.kind === 'rows' && Array.isArray(value))
    return value.map((row: unknown) => filled(row, shape.of));
  if (shape.kind === 'variants' && isRecord(value))
    return filled(value, variantOf(shape.options, value) ?? {});
  return value;
}

function filledGroup(
  value: Readonly<Record<string, unknown>>,
  { properties, required }: Extract<Shape, { kind: 'group' }>,
): Record<string, unknown> {
  const entries = Object.entries(properties).map(([name, part]): [string, unknown] => {
    const given = filled(value[name], part);
    const open =
      given === null || given === undefined || given === '' || (Array.isArray(given) && given.length === 0);
    if (!open) return [name, given];
    return [
      name,
      required.includes(name) && (isNullable(part) || Array.isArray(given)) ? (given ?? null) : undefined,
    ];
  });
  return Object.fromEntries(entries.filter(([, given]) => given !== undefined));
}

/** The option that a value says it is, by what is fixed in it. */
export function variantOf(options: readonly Described[], value: unknown): Described | undefined {
  if (!isRecord(value)) return undefined;
  return options.find(({ properties = {} }) =>
    Object.entries(properties).some(([name, part]) => part.const !== undefined && part.const === value[name]),
  );
}

/** What tells an option from the others: `kind: move`. */
export function tellingOf({ properties = {} }: Described): readonly [string, string] {
  const [name, part] = Object.entries(properties).find(([, { const: fixed }]) => fixed !== undefined) ?? [
    '',
    {},
  ];
  return [name, String(part.const)];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

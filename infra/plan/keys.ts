import { z } from 'zod';
import type { PathKey } from './problem';

/** The keys that the schema knows at a path of this data; none where it holds no keys there. */
export function keysAt(schema: z.core.$ZodType, path: readonly PathKey[], data: unknown): string[] {
  const here = chosen(schema, data);
  const [key, ...rest] = path;
  if (key === undefined) return ownKeys(here);
  const child = childOf(here, key);
  return child ? keysAt(child, rest, entry(data, key)) : [];
}

/** Looks through optional and nullable, and picks the variant that the data's discriminator names. */
function chosen(schema: z.core.$ZodType, data: unknown): z.core.$ZodType {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodExactOptional) {
    return chosen(schema.def.innerType, data);
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const kind = entry(data, discriminator);
    const variant = schema.def.options.find(
      (option) =>
        option instanceof z.ZodObject && isLiteral(option.shape[discriminator] as z.core.$ZodType, kind),
    );
    return variant ?? schema;
  }
  return schema;
}

function isLiteral(schema: z.core.$ZodType | undefined, value: unknown): boolean {
  return schema instanceof z.ZodLiteral && schema.def.values.some((literal: unknown) => literal === value);
}

function ownKeys(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) {
    return schema.keyType.options.map(String);
  }
  return [];
}

function childOf(schema: z.core.$ZodType, key: PathKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[key] as z.core.$ZodType | undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  return undefined;
}

function entry(data: unknown, key: PathKey): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<PathKey, unknown>)[key] : undefined;
}

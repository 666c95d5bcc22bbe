import type { UnfinishedApplication } from '../client/wire';
import { blank, isRecord, shapeOf } from '../form/shape';
import { schemaNamed, type Described } from '../form/schema';

/** A draft with a place for everything that the form asks, what it holds already in it. */
export function spreadOut(
  application: UnfinishedApplication,
  usual: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const whole = merged(schemaNamed('Application'), blank(schemaNamed('Application')), application);
  return isRecord(whole) && isRecord(whole.contact)
    ? { ...whole, contact: { ...usual, ...withoutBlank(whole.contact) } }
    : {};
}

function merged(schema: Described, empty: unknown, held: unknown): unknown {
  const shape = shapeOf(schema);
  if (held === undefined || (held === null && empty !== null)) return empty;
  if (shape.kind !== 'group' || !isRecord(held)) return held;
  const base = isRecord(empty) ? empty : {};
  return Object.fromEntries(
    Object.entries(shape.properties).map(([name, part]) => [
      name,
      merged(part, base[name] ?? blank(part), held[name]),
    ]),
  );
}

function withoutBlank(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}

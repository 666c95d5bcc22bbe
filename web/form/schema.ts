import { shallowRef } from 'vue';
import { failureOf, unanswered } from '../client/failure';

/** As much of a JSON Described as the API's description uses. */
export interface Described {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly items?: Described;
  readonly minItems?: number;
  readonly propertyNames?: Described;
  readonly additionalProperties?: Described | boolean;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
  readonly allOf?: readonly Described[];
}

type Schemas = Readonly<Record<string, Described>>;

const schemas = shallowRef<Schemas>({});

/** Loads the API's own description once: forms are made from it. @throws Failure */
export async function learnSchemas(): Promise<void> {
  if (Object.keys(schemas.value).length > 0) return;
  const response = await fetch('/openapi.json').catch(() => {
    throw unanswered();
  });
  if (!response.ok) throw failureOf(response.status, null);
  const { components } = (await response.json()) as { components: { schemas: Schemas } };
  schemas.value = components.schemas;
}

/** The schema itself, where it may be a reference to another; what stands beside the reference counts too. */
export function resolved(schema: Described): Described {
  if (schema.$ref !== undefined) {
    const { $ref, ...beside } = schema;
    return { ...resolved(schemas.value[$ref.split('/').at(-1) ?? ''] ?? {}), ...beside };
  }
  return schema;
}

export function schemaNamed(name: string): Described {
  return resolved({ $ref: `#/components/schemas/${name}` });
}

/** What an act is sent with: the schema of its body, wherever acts are described. */
export function schemaOfAct(act: string): Described {
  const acts = ['WorkItemAct', 'CaseAct'].flatMap((name) => schemaNamed(name).oneOf ?? []);
  return acts.map(resolved).find(({ properties }) => properties?.act?.const === act) ?? {};
}

/** The events whose words come from a form that is no act. */
const formsOfEvents: Readonly<Partial<Record<string, string>>> = {
  begun: 'SupportRequest',
  takenOver: 'TakeOverEntry',
};

/** What the fields are called in which the words of an event were written: an act's, or those of a request. */
export function fieldNames(event: string): ReadonlyMap<string, string> {
  const acts = ['WorkItemAct', 'CaseAct'].flatMap((name) => schemaNamed(name).oneOf ?? []).map(resolved);
  const form = formsOfEvents[event];
  const fields = (form ? [...acts, schemaNamed(form)] : acts).flatMap(({ properties = {} }) =>
    Object.entries(properties),
  );
  return new Map(fields.flatMap(([name, { description }]) => (description ? [[name, description]] : [])));
}

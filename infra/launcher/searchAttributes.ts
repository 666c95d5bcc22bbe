import { Connection } from '@temporalio/client';
import { temporalConnection, type ServerSettings, type TemporalSettings } from '../settings';
import { holdsWithin } from './waiting';

/** Temporal's numbers of the types (`temporal.api.enums.v1.IndexedValueType`). */
const typeNumbers = { Text: 1, Keyword: 2, Int: 3, Double: 4, Bool: 5, Datetime: 6, KeywordList: 7 } as const;
export type SearchAttributeType = keyof typeof typeNumbers;
export type SearchAttributes = Readonly<Record<string, SearchAttributeType>>;

/**
 * Registers what is missing and waits until it can be used. Before any worker starts: upserting an
 * attribute that is not registered wedges a case without a word.
 * @returns the names that were added
 * @throws Error with the mend where one exists with another type, or the server refuses
 */
export async function registerSearchAttributes(
  settings: ServerSettings,
  wanted: SearchAttributes,
): Promise<string[]> {
  const { connectionOptions } = temporalConnection(settings);
  const connection = await Connection.connect(connectionOptions);
  try {
    const namespace = settings.temporalNamespace;
    const missing = missingFrom(await registered(connection, namespace), wanted);
    if (missing.length === 0) return [];
    const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, typeNumbers[type]]));
    await connection.operatorService
      .addSearchAttributes({ namespace, searchAttributes })
      .catch((error: unknown) => {
        throw new Error(refusal(namespace, missing, error));
      });
    const names = missing.map(([name]) => name);
    if (await holdsWithin(60_000, () => canQuery(connection, namespace, names), 250)) return names;
    throw new Error(refusal(namespace, missing, new Error('registered, but not usable after 60 s')));
  } finally {
    await connection.close();
  }
}

/** The wanted attributes that the server lacks. @throws Error where one has another type */
export async function missingSearchAttributes(
  settings: TemporalSettings,
  wanted: SearchAttributes,
): Promise<string[]> {
  const connection = await Connection.connect(temporalConnection(settings).connectionOptions);
  try {
    return missingFrom(await registered(connection, settings.temporalNamespace), wanted).map(
      ([name]) => name,
    );
  } finally {
    await connection.close();
  }
}

async function registered(connection: Connection, namespace: string): Promise<Record<string, number>> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return customAttributes;
}

function missingFrom(
  present: Record<string, number>,
  wanted: SearchAttributes,
): [string, SearchAttributeType][] {
  return Object.entries(wanted).filter(([name, type]) => {
    const number = present[name];
    if (number === undefined || number === typeNumbers[type]) return number === undefined;
    throw new Error(
      `Temporal 的搜索属性 ${name} 已存在但类型不同，应为 ${type}：请换一个命名空间（TEMPORAL_NAMESPACE）或删除该属性。\n` +
        `Temporal's search attribute ${name} exists with another type than ${type}: use another namespace (TEMPORAL_NAMESPACE) or remove it.`,
    );
  });
}

/** Each server process learns of new attributes through a cache, some seconds later. Quoted: `Year` is a word of SQL. */
async function canQuery(
  connection: Connection,
  namespace: string,
  names: readonly string[],
): Promise<boolean> {
  const query = names.map((name) => `\`${name}\` IS NOT NULL`).join(' OR ');
  try {
    await connection.workflowService.countWorkflowExecutions({ namespace, query });
    return true;
  } catch {
    return false;
  }
}

function refusal(namespace: string, missing: readonly [string, string][], error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const commands = missing.map(
    ([name, type]) =>
      `  temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${type}`,
  );
  return [
    `无法登记 Temporal 搜索属性（${reason}）。请由有权限的人员执行以下命令后重试。`,
    `The search attributes could not be registered (${reason}). Let somebody who may run this, then try again.`,
    ...commands,
  ].join('\n');
}

import type { Connection } from '@temporalio/client';
import { searchAttributeTypes } from '../../workflows/searchAttributes';

/** Temporal's numbers for the types (IndexedValueType). */
const indexedValueType = { Keyword: 2, Int: 3, Bool: 5, Datetime: 6, KeywordList: 7 } as const;

export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const searchAttributes = Object.fromEntries(
    Object.entries(searchAttributeTypes).map(([name, type]) => [name, indexedValueType[type]]),
  );
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}

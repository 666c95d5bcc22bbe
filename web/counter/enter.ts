import { answered, api } from '../client/client';
import type { CounterEntry } from '../client/wire';

/** Enters an application for somebody: it becomes a case. @throws Failure */
export function enterAtCounter(entry: unknown, key: string) {
  return answered(
    api.POST('/api/v1/cases', {
      params: { header: { 'Idempotency-Key': key, Prefer: 'wait=10' } },
      // What is not as it should be, the API says field by field.
      body: entry as CounterEntry,
    }),
  );
}

import { answered, api } from '../client/client';
import { learnSchemas } from '../form/schema';
import type { CounterEntry, TakeOverEntry } from '../client/wire';

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

/** Takes over an institution that was open before. @throws Failure */
export function takeOver(entry: unknown, key: string) {
  return answered(
    api.POST('/api/v1/takeovers', {
      params: { header: { 'Idempotency-Key': key } },
      body: entry as TakeOverEntry,
    }),
  );
}

/** What the forms of an entry are made of: the plan, and the API's description of itself. @throws Failure */
export async function planForForms() {
  const [{ plan }] = await Promise.all([answered(api.GET('/api/v1/plan')), learnSchemas()]);
  return plan;
}

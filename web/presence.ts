import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { answered, api } from './client/client';
import type { Present } from './client/wire';

const EVERY_MS = 60_000;

/** Says that a case is open here as long as it is, and tells who else has it open. */
export function usePresence(caseId: string, before: readonly Present[]): ShallowRef<readonly Present[]> {
  const present = shallowRef(before);
  async function report(): Promise<void> {
    if (document.hidden) return;
    try {
      const call = api.PUT('/api/v1/cases/{caseId}/presence', { params: { path: { caseId } } });
      present.value = (await answered(call)).present;
    } catch {
      // Nobody is kept from working by not knowing who else does.
    }
  }
  void report();
  const timer = setInterval(() => void report(), EVERY_MS);
  onScopeDispose(() => clearInterval(timer));
  return present;
}

import { shallowRef } from 'vue';
import { answered, api } from '../client/client';
import type { AllowedAct, CaseFile } from '../client/wire';

/** An act that is done from a list, without opening the case first. */
export function useQuickAct(done: () => unknown) {
  const chosen = shallowRef<{ readonly allowed: AllowedAct; readonly file: CaseFile } | null>(null);
  return {
    chosen,
    async begin(allowed: AllowedAct, caseId: string): Promise<void> {
      const file = await answered(api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId } } })).catch(
        () => null,
      );
      if (file) chosen.value = { allowed, file };
      else done();
    },
    end(): void {
      chosen.value = null;
      done();
    },
  };
}

import { type Component, defineAsyncComponent } from 'vue';
import type { CaseFile } from './client/wire';

const ofLife: Partial<Record<CaseFile['kind'], Component>> = {
  supervision: defineAsyncComponent(() => import('./screens/Supervision.vue')),
  construction: defineAsyncComponent(() => import('./screens/Construction.vue')),
  support: defineAsyncComponent(() => import('./screens/Support.vue')),
  evaluation: defineAsyncComponent(() => import('./screens/Evaluation.vue')),
};
const ofApplicant = defineAsyncComponent(() => import('./screens/MyCase.vue'));
const ofOfficial = defineAsyncComponent(() => import('./screens/CaseDesk.vue'));

/** What shows a case, by what it is about and who reads; each is loaded when it is needed. */
export function screenOf({ kind }: Pick<CaseFile, 'kind'>, forApplicant: boolean): Component {
  return ofLife[kind] ?? (forApplicant ? ofApplicant : ofOfficial);
}

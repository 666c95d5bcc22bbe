import { computed } from 'vue';
import {
  isAdministrator,
  isApplicant,
  isClerk,
  isFilingOfficer,
  isInspector,
  isOfficial,
  me,
  overseesAll,
} from './session';

/** Where the reader may go, what they mostly come for first: the one list of the header and of the first screen. */
export const links = computed(() => [
  ...(isOfficial.value ? (['worklist'] as const) : []),
  ...(isClerk.value ? (['counter'] as const) : []),
  ...(isFilingOfficer.value ? (['takeOver'] as const) : []),
  ...(isInspector.value ? (['visits'] as const) : []),
  ...(isApplicant.value ? (['my'] as const) : []),
  ...(overseesAll.value ? (['wall', 'overdue'] as const) : []),
  ...(me.value && !isApplicant.value ? (['cases', 'evaluations', 'sites', 'responsible'] as const) : []),
  ...(overseesAll.value ? (['conference', 'repair'] as const) : []),
  ...(isAdministrator.value ? (['plans'] as const) : []),
  ...(isApplicant.value || !me.value ? (['need'] as const) : []),
  'register' as const,
  'verify' as const,
  ...(isOfficial.value ? [] : (['services', 'complain'] as const)),
  ...(isAdministrator.value ? (['style'] as const) : []),
]);
export type LinkName = (typeof links.value)[number];
